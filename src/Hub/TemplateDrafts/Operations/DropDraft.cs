using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>Throws a draft away: what was released from it stays.</summary>
public sealed class DropDraft(TemplateDrafts drafts)
{
    /// <summary>Who may.</summary>
    public static Access Access { get; } = Access.Roles(HubRoles.Operator);

    /// <summary>Throws it away.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="draft">Which draft.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, Guid draft, CancellationToken cancellationToken) =>
        Access.RefusalFor(actor) is { } refusal ? refusal : await drafts.Drop(draft, cancellationToken).ConfigureAwait(false);
}
