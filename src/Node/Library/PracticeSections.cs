using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Library;

/// <summary>The parts of a practice's text that are filled in, in the order they are read.</summary>
/// <param name="Heading">What the part is about; none for the text itself.</param>
/// <param name="Markdown">As its author wrote it.</param>
internal sealed record PracticeSection(Text? Heading, string Markdown);

/// <summary>Takes a practice's content apart.</summary>
internal static class PracticeSections
{
    /// <summary>The parts that have something in them.</summary>
    public static IReadOnlyList<PracticeSection> Of(PracticeContent content) => [.. All(content).Where(s => !string.IsNullOrWhiteSpace(s.Markdown))];

    /// <summary>Every part, empty or not, in the same order for every practice.</summary>
    public static IReadOnlyList<PracticeSection> All(PracticeContent content) =>
    [
        new(null, content.Text),
        new(LibraryText.Context, content.Context),
        new(LibraryText.WhatWasDone, content.WhatWasDone),
        new(LibraryText.WhoWasInvolved, content.WhoWasInvolved),
        new(LibraryText.Results, content.Results),
        new(LibraryText.Lessons, content.Lessons),
        new(LibraryText.Conditions, content.Conditions),
    ];
}
