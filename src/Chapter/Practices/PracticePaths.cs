using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>The addresses of the pages of practices.</summary>
public static class PracticePaths
{
    /// <summary>The list.</summary>
    public static Text List { get; } = new("/fr/pratiques", "/en/practices");

    /// <summary>Writing a new one.</summary>
    public static Text Write { get; } = new("/fr/pratiques/ecrire", "/en/practices/write");

    /// <summary>A practice.</summary>
    public static Text Of(Guid practice) => Below(practice, "", "");

    /// <summary>Revising it.</summary>
    public static Text Revise(Guid practice) => Below(practice, "/reviser", "/revise");

    /// <summary>A revision of it.</summary>
    public static Text Revision(Guid practice, int number) => Below(practice, $"/revisions/{number}", $"/revisions/{number}");

    private static Text Below(Guid practice, string fr, string en) => new($"/fr/pratiques/{practice}{fr}", $"/en/practices/{practice}{en}");
}
