using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Outbox;

/// <summary>Forgets the letters of those who left and wanted everything erased: without its row, a letter that lies in the folder <c>mail</c> is swept.</summary>
internal sealed class LettersOfLeavers(Database database) : LeaverFollower(database)
{
    private readonly Database database = database;

    public override string Name => "letters-of-leavers";

    protected override Task Erase(Guid person, CancellationToken cancellationToken) =>
        database.Write(t => t.Execute("delete from letter where account_id = @person", new { person }), cancellationToken);
}
