using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>Writes an item of a draft, in its place among those of its kind.</summary>
public sealed class WriteDraftItem(TemplateDrafts drafts)
{
    /// <summary>Who may.</summary>
    public static Access Access { get; } = Access.Roles(HubRoles.Operator);

    /// <summary>Writes it.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="draft">Which draft.</param>
    /// <param name="seen">What was seen before (<see cref="TemplateDraft.NameOf"/>): nothing for a new item.</param>
    /// <param name="item">What it says now. What it lacks is told before the release.</param>
    /// <param name="place">Its place among the items of its kind, from 1; null where it stands, or at the end.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, Guid draft, string seen, TemplateItem item, int? place, CancellationToken cancellationToken)
    {
        if (Access.RefusalFor(actor) is { } refusal)
        {
            return refusal;
        }

        return await drafts.Change(draft, now =>
        {
            var (kind, there) = (TemplateKinds.Of(item.Kind)!, now.Items.FirstOrDefault(i => i.Kind == item.Kind && i.Id == item.Id));
            if (TemplateDraft.NameOf(there) != seen)
            {
                return Refusal.Of("draft.stale");
            }

            var ofKind = now.Of(kind).ToList();
            if (there is null && ofKind.Count >= kind.Most)
            {
                return Refusal.Of("draft.too-many-items", "", kind.Most);
            }

            var at = there is null ? ofKind.Count : ofKind.IndexOf(there);
            ofKind.RemoveAll(i => i.Id == item.Id);
            ofKind.Insert(Math.Clamp(place - 1 ?? at, 0, ofKind.Count), item);
            return now with { Items = [.. TemplateKinds.All.SelectMany(k => k == kind ? ofKind : now.Of(k))] };
        }, cancellationToken).ConfigureAwait(false);
    }
}
