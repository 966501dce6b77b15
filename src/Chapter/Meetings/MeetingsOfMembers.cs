using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Forgets what meetings hold of those who left and is of no use without them: what they were asked to take on, what they proposed for minutes, which files they added.</summary>
internal sealed class MeetingsOfMembers(Database database, IGrainFactory grains) : AccountFollower(database)
{
    public override string Name => "meetings-of-members";

    protected override string Said =>
        """
        select meeting_id as record_id, offered_at as said_at from meeting_action where offered_to = @id
        union all
        select meeting_id, said_at from minutes_correction where author = @id
        union all
        select meeting_id, added_at from meeting_file where added_by = @id
        """;

    protected override Task<Result> Forget(Guid record, Guid member, DateTimeOffset until) => grains.Meeting(record).Do(new ForgetInMeeting(Actor.Node, member, until));
}
