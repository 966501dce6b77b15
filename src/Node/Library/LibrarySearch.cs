namespace RecoveryCoP.Node.Library;

/// <summary>What somebody wants to see of the library. Everything is as typed or as it stood in an address: nothing in it is trusted.</summary>
public sealed record LibrarySearch
{
    /// <summary>Practices on one page.</summary>
    public const int PageSize = 20;

    /// <summary>Words to look for; null or blank for everything.</summary>
    public string? Words { get; init; }

    /// <summary>Only practices written in this language (<c>fr</c>, <c>en</c>).</summary>
    public string? Language { get; init; }

    /// <summary>Only practices on this topic, a code of <see cref="NetworkCodes.Topics"/>.</summary>
    public string? Topic { get; init; }

    /// <summary>Only practices on this recovery process, a code of <see cref="NetworkCodes.Chime"/>.</summary>
    public string? Chime { get; init; }

    /// <summary>Only practices of this node.</summary>
    public string? Chapter { get; init; }

    /// <summary>In which language to show what there is in several, where nothing narrows it; null for the one that was there first.</summary>
    public Language? Reader { get; init; }

    /// <summary>Which page, 1 upwards.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True when it asks for less than everything.</summary>
    public bool IsNarrowed => Narrowings.Any() || !string.IsNullOrWhiteSpace(Words);

    /// <summary>The language to show practices in; a form sends an empty one where nothing narrows it.</summary>
    internal string? ShownIn => string.IsNullOrWhiteSpace(Language) ? Reader?.Code : Language;

    /// <summary>The facets in use.</summary>
    internal IEnumerable<(string Kind, string Value)> Narrowings =>
        new[] { (LibraryFacet.Language, Language), (LibraryFacet.Topic, Topic), (LibraryFacet.Chime, Chime), (LibraryFacet.Chapter, Chapter) }
            .Where(n => !string.IsNullOrWhiteSpace(n.Item2))
            .Select(n => (n.Item1, n.Item2!));
}

/// <summary>A value to narrow a list by, and how many practices that would leave.</summary>
public sealed record LibraryFacet
{
    internal const string Language = "language";
    internal const string Topic = "topic";
    internal const string Chime = "chime";
    internal const string Chapter = "chapter";

    /// <summary>The kinds, in the order they are offered.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = [Language, Topic, Chime, Chapter];

    /// <summary>A code, or a node id.</summary>
    public required string Value { get; init; }

    /// <summary>Practices that have it, among those that the rest of the search leaves.</summary>
    public required long Practices { get; init; }
}

/// <summary>A practice in a list.</summary>
public sealed record LibraryEntry
{
    /// <summary>The chapter that shared it.</summary>
    public required string NodeId { get; init; }

    /// <summary>Its id, the same in every revision.</summary>
    public required Guid PracticeId { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>A few sentences; may be empty.</summary>
    public required string Summary { get; init; }

    /// <summary>When its latest revision in any language was written, as its chapter says, but never after its arrival here.</summary>
    public required DateTimeOffset RevisedAt { get; init; }

    /// <summary>The same practice of the same chapter in the other language; null when there is none.</summary>
    public Guid? InOtherLanguage { get; init; }
}

/// <summary>One page of the library.</summary>
/// <param name="Total">Practices found in all.</param>
/// <param name="Entries">This page's, best and newest first.</param>
/// <param name="Facets">By kind, what the list can be narrowed by.</param>
/// <param name="Shortened">True when more words were typed than were looked for.</param>
public sealed record LibraryPage(long Total, IReadOnlyList<LibraryEntry> Entries, IReadOnlyDictionary<string, IReadOnlyList<LibraryFacet>> Facets, bool Shortened);
