using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Profile;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.ReleasedTemplates;

/// <summary>Has the community's profile say which template it runs, once a run is over and that is another one.</summary>
internal sealed class ProfileFollower(Database database, ThisNode node, OwnFeed feed, InstalledTemplates installed, TemplateInProfile profile) : GrainFollower(database)
{
    /// <summary>Names its cursor.</summary>
    public const string CursorName = "template-in-profile";

    public override string Name => CursorName;

    public override bool Waits => !node.IsFounded || feed.IsSilent;

    protected override string Kind => InstalledTemplate.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var now = await installed.Find(cancellationToken);
        return transaction => now.IsBusy ? Task.CompletedTask : profile.Say(transaction, now.Head);
    }
}
