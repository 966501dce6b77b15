using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>Changes what a draft says of itself.</summary>
public sealed class WriteDraftHead(TemplateDrafts drafts)
{
    /// <summary>Who may.</summary>
    public static Access Access { get; } = Access.Roles(HubRoles.Operator);

    /// <summary>Changes it.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="draft">Which draft.</param>
    /// <param name="seen">What was seen before (<see cref="TemplateDraft.NameOf"/>).</param>
    /// <param name="head">What it says now; its id stays.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, Guid draft, string seen, TemplateHead head, CancellationToken cancellationToken) =>
        Access.RefusalFor(actor) is { } refusal ? refusal
        : await drafts.Change(
            draft,
            now => TemplateDraft.NameOf(now.Head) == seen ? now with { Head = head with { Id = now.Head.Id, ForkOf = now.Head.ForkOf } } : Refusal.Of("draft.stale"),
            cancellationToken).ConfigureAwait(false);
}
