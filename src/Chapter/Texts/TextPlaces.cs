using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Texts;

/// <summary>A text that some page shows where its readers need it.</summary>
/// <param name="Slug">What it is known by, in templates too.</param>
/// <param name="Name">What it is.</param>
/// <param name="Where">Where it is shown.</param>
public sealed record TextPlace(string Slug, Text Name, Text Where);

/// <summary>The texts that have a place of their own. Any other one is found in the list of texts.</summary>
public static class TextPlaces
{
    /// <summary>For visitors, and for those who are new.</summary>
    public static TextPlace Welcome { get; } = new("welcome", TextWords.Welcome, TextWords.WelcomeWhere);

    /// <summary>What awaits those who have not been to a meeting.</summary>
    public static TextPlace Coming { get; } = new("joining", TextWords.Coming, TextWords.ComingWhere);

    /// <summary>What a community adds to the privacy page.</summary>
    public static TextPlace Privacy { get; } = new("privacy", TextWords.Privacy, TextWords.PrivacyWhere);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TextPlace> All { get; } = [Welcome, Coming, Privacy];

    /// <summary>The place of a slug; null for a text that has none.</summary>
    public static TextPlace? Of(string slug) => All.FirstOrDefault(p => p.Slug == slug);

    /// <summary>The id of the text of a place: the one that a template would give it, so that there is one, whoever writes it.</summary>
    public static Guid IdOf(this TextPlace place, ThisNode node) => TemplateWork.RecordOf(node.Identity.Id, TemplateKinds.Text.Name, place.Slug);
}
