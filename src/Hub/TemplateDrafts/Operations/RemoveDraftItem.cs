using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>Takes an item out of a draft.</summary>
public sealed class RemoveDraftItem(TemplateDrafts drafts)
{
    /// <summary>Who may.</summary>
    public static Access Access { get; } = Access.Roles(HubRoles.Operator);

    /// <summary>Takes it out.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="draft">Which draft.</param>
    /// <param name="seen">The item that was seen (<see cref="TemplateDraft.NameOf"/>).</param>
    /// <param name="kind">Name of its kind.</param>
    /// <param name="item">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, Guid draft, string seen, string kind, string item, CancellationToken cancellationToken) =>
        Access.RefusalFor(actor) is { } refusal ? refusal
        : await drafts.Change(
            draft,
            now => now.Items.FirstOrDefault(i => i.Kind == kind && i.Id == item) is not { } there ? now
                : TemplateDraft.NameOf(there) == seen ? now with { Items = now.Items.Remove(there) }
                : Refusal.Of("draft.stale"),
            cancellationToken).ConfigureAwait(false);
}
