using RecoveryCoP.Chapter.Practices;

namespace RecoveryCoP.Chapter.SampleChapters;

/// <summary>
/// A practice of the sample, or a further revision of one: a Markdown file with facts on top, the title, the summary, and a section for each
/// field of <see cref="PracticeText"/>. Its key is its name without <c>.md</c>. A revision names only the sections that change.
/// </summary>
internal sealed record PracticeFile
{
    /// <summary>The folder of practices.</summary>
    public const string Folder = "practices";

    /// <summary>The sections, as they stand in a file, whatever its language.</summary>
    public static IReadOnlyList<string> Sections { get; } = ["Text", "Context", "What was done", "Who was involved", "Results", "Lessons", "Conditions"];

    /// <summary>What other files call it by.</summary>
    public required string Key { get; init; }

    /// <summary>Facts on top of the file.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>The title; empty in a revision that keeps it.</summary>
    public required string Title { get; init; }

    /// <summary>The summary; empty in a revision that keeps it.</summary>
    public required string Summary { get; init; }

    /// <summary>Its sections by name.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Where a fault in it is reported.</summary>
    public string Path => PathOf(Key);

    /// <summary>Key of the practice that it revises; empty for a practice.</summary>
    public string Revises => Fact("revises");

    /// <summary>Key of the member who wrote it.</summary>
    public string Author => Fact("author");

    /// <summary>Key of the practice that it translates; empty for an original.</summary>
    public string TranslationOf => Fact("translation-of");

    /// <summary>How many weeks ago it was written.</summary>
    public int? Written => Weeks("written");

    /// <summary>How many weeks ago the chapter could read it; null for a draft.</summary>
    public int? Chapter => Weeks("chapter");

    /// <summary>How many weeks ago it went to the network; null for one that stays in the chapter.</summary>
    public int? Network => Weeks("network");

    /// <summary>A fact; empty when the file does not say.</summary>
    public string Fact(string name) => Facts.GetValueOrDefault(name, "");

    /// <summary>The codes in a fact such as <c>[hope, meaning]</c>.</summary>
    public IReadOnlyList<string> Codes(string name) => Fact(name).Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a person would have typed.</summary>
    /// <param name="original">The id of the practice that it translates.</param>
    public PracticeForm ToForm(Guid? original) => new()
    {
        Title = Title,
        Summary = Summary,
        Text = Texts.GetValueOrDefault("Text"),
        Context = Texts.GetValueOrDefault("Context"),
        WhatWasDone = Texts.GetValueOrDefault("What was done"),
        WhoWasInvolved = Texts.GetValueOrDefault("Who was involved"),
        Results = Texts.GetValueOrDefault("Results"),
        Lessons = Texts.GetValueOrDefault("Lessons"),
        Conditions = Texts.GetValueOrDefault("Conditions"),
        Topics = Codes("topics"),
        Chime = Codes("chime"),
        Groups = Codes("groups"),
        Language = Fact("language"),
        TranslationOf = original?.ToString(),
        Credit = Fact("credit"),
        CreditName = Fact("credit-name"),
        Note = Fact("note"),
    };

    /// <summary>The practice as this revision leaves it: what the revision does not say stays.</summary>
    public PracticeFile On(PracticeFile earlier) => earlier with
    {
        Key = Key,
        Title = Title.Length > 0 ? Title : earlier.Title,
        Summary = Summary.Length > 0 ? Summary : earlier.Summary,
        Texts = Merged(earlier.Texts, Texts),
        Facts = Merged(earlier.Facts, Facts),
    };

    /// <summary>Where the practice with a key is.</summary>
    public static string PathOf(string key) => $"{Folder}/{key}.md";

    private int? Weeks(string name) => int.TryParse(Fact(name), out var weeks) ? weeks : null;

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> earlier, IReadOnlyDictionary<string, string> later)
    {
        var merged = new Dictionary<string, string>(earlier);
        foreach (var (key, value) in later)
        {
            merged[key] = value;
        }

        return merged;
    }
}
