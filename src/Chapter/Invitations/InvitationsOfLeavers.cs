using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>Erases what those wrote to whom they invited who left and wanted everything erased; what waits does not go.</summary>
internal sealed class InvitationsOfLeavers(Database database) : LeaverFollower(database)
{
    private readonly Database database = database;

    public override string Name => "invitations-of-leavers";

    protected override async Task Erase(Guid person, CancellationToken cancellationToken)
    {
        if (await database.Find<long>("select count(*) from invitation where inviter = @person", new { person }, cancellationToken) > 0)
        {
            await database.Write(
                async t =>
                {
                    await t.Erase("delete from invitation where inviter = @person and state in ('kept', 'waiting', 'going')", new { person });
                    await t.Erase("update invitation set address = null, shown = null, words = null, inviter = null, stay = null where inviter = @person", new { person });
                },
                cancellationToken);
        }
    }
}
