using RecoveryCoP.Chapter.Practices.Pages;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>A text that somebody may adapt: of this chapter, or of the network.</summary>
/// <param name="From">What the adaptation keeps of it.</param>
/// <param name="Node">The community; empty for this one.</param>
/// <param name="Content">What it says.</param>
/// <param name="Facts">What was chosen of it.</param>
/// <param name="Path">Its page.</param>
internal sealed record AdaptableText(AdaptedFrom From, string Node, PracticeContent Content, PracticeFacts Facts, Text Path)
{
    /// <summary>The language it is written in.</summary>
    public Language Written => Language.Of(Facts.Language);

    /// <summary>What others may do with the adaptation: what was given under terms that go on is given on under the same.</summary>
    public IReadOnlyList<Option> Licences => LicencesAfter(Facts);

    /// <summary>The terms under which what was given under some can be given on.</summary>
    public static IReadOnlyList<Option> LicencesAfter(PracticeFacts facts)
    {
        var code = facts.Of(nameof(PracticeForm.Licence)) is [var one, ..] ? one : "";
        return code == "CC-BY-4.0" ? NetworkCodes.Licences : [new Option(code, NetworkCodes.Licences.LabelOf(code))];
    }

    /// <summary>The form to begin with: how it is done, as the original says; what came of it and with whom is each community's own to say.</summary>
    public PracticeForm ToForm() => FormValues<PracticeForm>.With(
        PracticeForm.Of(Content, Facts) with { TranslationOf = null, Groups = [], Credit = "chapter", CreditName = null },
        [.. PracticeFields.Experience.Concat(PracticeFields.Adaptation).Select(f => KeyValuePair.Create(f.Name, f.Kind == FieldKind.Checks ? (object?)Array.Empty<string>() : null))]);

    /// <summary>Another text with how this one says it is done: its title, and what came of it, stay its own.</summary>
    public PracticeForm Into(PracticeForm other) => FormValues<PracticeForm>.With(
        other,
        [
            .. PracticeFields.Parts.Except(PracticeFields.Experience).Prepend(PracticeFields.Summary).Where(f => WireFields.Text(Content, f).Length > 0)
                .Select(f => KeyValuePair.Create(f.Name, (object?)WireFields.Text(Content, f))),
        ]);
}

/// <summary>What a practice of this chapter was adapted from, as its page names it.</summary>
/// <param name="Node">The community; empty for this one.</param>
/// <param name="Title">Its title; empty when the reader may read nothing of it.</param>
/// <param name="Written">The language of the title.</param>
/// <param name="Path">Its page; null when that is not known.</param>
/// <param name="IsHere">True when it is known here, though it may be withdrawn.</param>
internal sealed record NamedOrigin(string Node, string Title, Language Written, Text? Path, bool IsHere);

/// <summary>Finds what can be adapted, and what was.</summary>
internal sealed class Adaptations(PracticeQueries practices, NamedPractices named, LibraryPractices library, LibraryLineage lineage, Database database)
{
    // What hangs together in a chapter is a few practices.
    private const int Most = 100;

    /// <summary>A practice's last text, for who may read it; null for any other.</summary>
    public async Task<AdaptableText?> Find(PracticeReference practice, Actor reader, CancellationToken cancellationToken)
    {
        if (practice.Node.Length == 0)
        {
            return await practices.Find(practice.Id, reader, cancellationToken) is { State: PracticeState.SharedInChapter or PracticeState.SharedInNetwork } own
                && await practices.TextOf(own, own.Current.Number, reader, cancellationToken) is { } words
                ? new(new(own.Id), "", words, own.Current.Facts, NamedPractices.PathOf(practice)) : null;
        }

        return await library.Find(practice.Node, practice.Id, cancellationToken) is { Shown: { } shown }
            ? new(new(null, practice.Node, shown.ItemId), practice.Node, shown.Content, PracticeStatements.FactsOf(shown.Payload), NamedPractices.PathOf(practice)) : null;
    }

    /// <summary>What a practice of this chapter was adapted from, or takes something up of.</summary>
    public async Task<NamedOrigin> Origin(AdaptedFrom from, Actor reader, CancellationToken cancellationToken)
    {
        if (from.Practice is { } own)
        {
            return await named.Find(PracticeReference.Own(own), reader, cancellationToken) is { } practice
                ? new("", practice.Title, practice.Language, practice.Path, IsHere: true) : new("", "", Language.French, null, IsHere: true);
        }

        var origin = await lineage.Origin(from.Node, from.Item, cancellationToken);
        return new(from.Node, origin.Title, Language.Of(origin.Language), origin.PracticeId is { } id ? LibraryPaths.Practice(from.Node, id) : null, origin.PracticeId is not null);
    }

    /// <summary>Adaptations of a practice of this chapter that every member may read and the network does not have; by title.</summary>
    public Task<IReadOnlyList<PracticeRow>> OnlyHere(Guid practice, CancellationToken cancellationToken) => database.Query<PracticeRow>(
        """
        select p.id, p.author, p.title, p.summary, p.state, p.revision, p.revised_at, p.language
          from practice_adaptation a join practice p on p.id = a.id
         where a.adapted_from = @practice and p.state = 'sharedInChapter'
         order by p.title, p.id limit @Most
        """,
        new { practice, Most }, cancellationToken);
}
