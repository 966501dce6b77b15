using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Texts;

/// <summary>
/// A text of the community that everybody may read: its welcome, what awaits those who come for the first time, what it adds to the privacy page, or another one. It may be twenty pages, and
/// stands in its record all the same: nothing of the record is ever saved without it, and nothing of an earlier one is kept.
/// </summary>
public sealed record ChapterText : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "chapter-text";

    /// <summary>How many a community has at most.</summary>
    public const int Most = 50;

    /// <summary>The role that writes texts, for pages.</summary>
    public const string WriterRoles = ChapterRoles.Executive;

    /// <summary>Who writes them.</summary>
    public static Access Writers { get; } = Access.Roles(ChapterRoles.Executive);

    /// <summary>What it is known by, in templates and by the places that show it (<see cref="TextPlaces"/>); empty for one that is only in the list.</summary>
    public string Slug { get; init; } = "";

    /// <summary>How often it changed; goes on where a text was removed and another one written in its place.</summary>
    public int Version { get; init; }

    /// <summary>What it says; null before it was written and once it was removed.</summary>
    public TextContent? Content { get; init; }

    /// <summary>True when there is something to read.</summary>
    [JsonIgnore]
    public bool Exists => Content is not null;
}

/// <summary>What a text says, in one language or both.</summary>
[GenerateSerializer, Immutable, Alias("chapter-text-content")]
public sealed record TextContent
{
    /// <summary>Of a title's side.</summary>
    public const int LongestTitle = 200;

    /// <summary>Of a text's side, in characters.</summary>
    public const int LongestWords = 20_000;

    /// <summary>What it is called.</summary>
    [Id(0)] public Bilingual Title { get; init; } = new(null, null);

    /// <summary>The text, in Markdown.</summary>
    [Id(1)] public Bilingual Words { get; init; } = new(null, null);

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when nothing that a command can say is different.</summary>
    public bool Says(TextContent other) => this with { Unknown = null } == other with { Unknown = null };

    /// <summary>What no text may be: a language has a title and words, or neither, and one of the two is written.</summary>
    public IReadOnlyList<Refusal> Errors() =>
    [
        .. Errors(Title.Fr, Words.Fr, nameof(TextForm.TitleFr), nameof(TextForm.Fr)),
        .. Errors(Title.En, Words.En, nameof(TextForm.TitleEn), nameof(TextForm.En)),
        .. Words.IsEmpty && Title.IsEmpty ? [Refusal.Of("text.words-missing", nameof(TextForm.Fr))] : Array.Empty<Refusal>(),
    ];

    /// <summary>The level for the first-level headings of its words (<c>#</c>), so that the first ones that there are, which mostly are <c>##</c>, come just below a heading.</summary>
    /// <param name="language">The side that is read.</param>
    /// <param name="above">The level of the heading above it.</param>
    public int TopHeading(Language language, int above)
    {
        var marks = Words.For(language).Text.Split('\n').Select(line => line.TakeWhile(c => c == '#').Count()).Where(count => count is > 0 and <= 6).DefaultIfEmpty(1).Min();
        return above + 2 - marks;
    }

    private static IEnumerable<Refusal> Errors(string? title, string? words, string titleField, string wordsField)
    {
        if (!TypedText.IsWritten(title) && TypedText.IsWritten(words))
        {
            yield return Refusal.Of("text.title-missing", titleField);
        }
        else if (TypedText.IsWritten(title) && !TypedText.IsWritten(words))
        {
            yield return Refusal.Of("text.words-missing", wordsField);
        }
        else if (TypedText.Length(title) > LongestTitle)
        {
            yield return Refusal.Of(FormRefusals.TooLong, titleField, LongestTitle, TypedText.Length(title) - LongestTitle);
        }
        else if (TypedText.Length(words) > LongestWords)
        {
            yield return Refusal.Of(FormRefusals.TooLong, wordsField, LongestWords, TypedText.Length(words) - LongestWords);
        }
    }
}

/// <summary>One text. Its key is the text's id.</summary>
[Alias("chapter-text")]
public interface IChapterTextGrain : IRecordGrain<ChapterText>;

/// <summary>Finds the grains of texts.</summary>
public static class ChapterTextGrains
{
    /// <summary>A text's grain.</summary>
    public static IChapterTextGrain Text(this IGrainFactory grains, Guid id) => grains.GetGrain<IChapterTextGrain>(id);
}

[GrainType("chapter-text")]
internal sealed class ChapterTextGrain([PersistentState(ChapterText.Kind)] IPersistentState<ChapterText> state, RecordParts parts) : RecordGrain<ChapterText>(state, parts), IChapterTextGrain;
