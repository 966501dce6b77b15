using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>Erases all comments of those who left and wanted everything erased, whatever else they had wanted.</summary>
internal sealed class CommentsOfLeavers(Database database, CommentQueries comments, IGrainFactory grains) : LeaverFollower(database)
{
    public override string Name => "comments-of-leavers";

    protected override async Task Erase(Guid person, CancellationToken cancellationToken)
    {
        foreach (var thread in await comments.ThreadsOf(person, cancellationToken))
        {
            Demand(await grains.GetGrain<ICommentThreadGrain>(thread).Do(new ForgetComments(Actor.Node, person, DateTimeOffset.MaxValue)), thread);
        }
    }
}
