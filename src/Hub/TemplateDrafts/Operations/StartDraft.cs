using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>Begins a draft from a template: its next version, or one of our own that is made from it.</summary>
public sealed class StartDraft(TemplateDrafts drafts)
{
    /// <summary>Who may.</summary>
    public static Access Access { get; } = Access.Roles(HubRoles.Operator);

    /// <summary>Begins it.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">The draft's id, chosen beforehand.</param>
    /// <param name="origin">What it begins as.</param>
    /// <param name="name">What a template of our own is called; null for the next version of that one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, Guid id, Template origin, Bilingual? name, CancellationToken cancellationToken)
    {
        if (Access.RefusalFor(actor) is { } refusal)
        {
            return refusal;
        }

        var head = name is null
            ? origin.Head with { Version = new(origin.Head.Version.Major, origin.Head.Version.Minor + 1, 0), Changes = new(null, null) }
            : origin.Head with { Id = DraftIds.Of(name, [origin.Head.Id]), Version = new(1, 0, 0), Name = name, Changes = new(null, null), ForkOf = origin.Head.Id };
        return await drafts.Add(id, origin with { Head = head }, cancellationToken).ConfigureAwait(false);
    }
}
