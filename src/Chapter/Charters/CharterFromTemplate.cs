using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>
/// The charter, of which a community has one: a template's is published as its next version, which asks members again, unless it is the one in force word for word. What people
/// accepted cannot be unsaid: to undo it is to publish the text before.
/// </summary>
internal sealed class CharterFromTemplate(CharterQueries charters, IGrainFactory grains) : ITemplatePart
{
    public TemplateKind Kind => TemplateKinds.Charter;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        var charter = await charters.Find(cancellationToken);
        // The program's own, which nobody here has written or published, gives way to a template's.
        return await charters.TextOf(charter, charter.Current, cancellationToken) is { } text && (charter.Versions.Count > 0 || ids.Any(id => work.Known(Kind, id).Any(k => Says(text, ContentOf(k)))))
            ? [.. ids.Take(1).Select(id => WithIds(ItemOf(id, text), [.. work.Known(Kind, id).SelectMany(k => k.Rows)]))] : [];
    }

    // Word for word as one of the versions has it comes before likeness to the newer one.
    private static TemplateItem WithIds(TemplateItem ours, IReadOnlyList<TemplateItem> known)
    {
        var found = new HashSet<string>();
        return CharterMatching.WithIds(
            [.. known.DistinctBy(k => k.Id)], ours with { Rows = [.. ours.Rows.Select(r => known.FirstOrDefault(k => k with { Id = r.Id } == r && found.Add(k.Id)) ?? r)] });
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var charter = await charters.Find(cancellationToken);
        var text = await charters.TextOf(charter, charter.Current, cancellationToken);
        var (before, after) = (ContentOf(change.Before), ContentOf(change.After));
        if (Says(text, after))
        {
            return Result.Done;
        }

        var note = change.After is null ? CharterText.AsBeforeTemplate : work.Origin;
        return !Says(text, before) ? TemplateRefusals.Changed
            : CharterValidator.Instance.ErrorsOf(new() { Version = Digits.Of(charter.Current), Fr = after.Fr, En = after.En }) is { Count: > 0 } errors ? Result.Refused(errors)
            : await grains.GetGrain<ICharterGrain>(Charter.TheId).Do(new PublishCharter(work.Actor, charter.Current, after, new(note.Fr, note.En)));
    }

    private TemplateItem ItemOf(string id, CharterContent text)
    {
        var (fr, en) = (text.Read(Language.French), text.Read(Language.English));
        return new TemplateItem(Kind.Name, id)
        {
            // Both sides have as many: the form refuses it otherwise.
            Rows =
            [
                .. fr.Clauses.Zip(en.Clauses, (f, e) => new TemplateItem(Kind.Rows!.Name, $"own.{f.Number}").With("title", f.Title, e.Title).With("text", f.Text, e.Text)),
            ],
        }.With("opening", fr.Opening, en.Opening);
    }

    // Where no template has any, the program's holds.
    private static CharterContent ContentOf(TemplateItem? item)
    {
        return item is null ? BuiltInCharter.Text : new(In(Language.French), In(Language.English));

        string In(Language language) =>
            string.Join("\n\n", item.Rows.Select(r => $"## {r.In(language, "title")}\n\n{r.In(language, "text")}").Prepend(item.In(language, "opening")).Where(part => part.Length > 0));
    }

    // As one reads it, whatever blank lines there are.
    private bool Says(CharterContent? text, CharterContent other) => text is not null && ItemOf("", text) == ItemOf("", other);
}
