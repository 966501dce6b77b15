using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Founding;

/// <summary>
/// What was answered on the way from an empty chapter to one with its first meeting, so that it can be broken off anywhere and taken up again. There is one, under <see cref="TheId"/>.
/// It names nobody.
/// </summary>
public sealed record FoundingAnswers : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "founding-answers";

    /// <summary>What is answered by who wants no template.</summary>
    public const string NoTemplate = "none";

    /// <summary>The only one's id, the same in every chapter.</summary>
    public static Guid TheId { get; } = new("0198c0de-0000-7000-8000-00000000f0d1");

    /// <summary>Who answers.</summary>
    public static Access Founders { get; } = Access.Roles(ChapterRoles.Steward);

    /// <summary>Which template, by the key of its source; empty while nothing was chosen.</summary>
    public string Template { get; init; } = "";

    /// <summary>When and where the first meeting is; null while nobody said.</summary>
    public FirstMeetingAnswers? Meeting { get; init; }

    /// <summary>True once somebody said whether the chapter joins a hub now.</summary>
    public bool HubDecided { get; init; }
}

/// <summary>When and where the first meeting is, and those after it.</summary>
[GenerateSerializer, Immutable, Alias("first-meeting-answers")]
public sealed record FirstMeetingAnswers
{
    /// <summary>The most characters that an answer may have.</summary>
    internal const int Longest = 1000;

    /// <summary>Its day, as 2026-03-02.</summary>
    [Id(0)] public string Date { get; init; } = "";

    /// <summary>Its hour, as 18:30.</summary>
    [Id(1)] public string Time { get; init; } = "";

    /// <summary>Where; empty for one that is remote only.</summary>
    [Id(2)] public string Place { get; init; } = "";

    /// <summary>The address of the video call; empty for one in person only.</summary>
    [Id(3)] public string VideoLink { get; init; } = "";

    /// <summary>True when the series follows the day of its first meeting, in place of the template's.</summary>
    [Id(4)] public bool OwnDays { get; init; }

    /// <summary>True when whoever founds will lead the meetings, and so may announce them.</summary>
    [Id(5)] public bool Leads { get; init; }

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>The answers. Its key is <see cref="FoundingAnswers.TheId"/>.</summary>
[Alias("founding-answers")]
public interface IFoundingAnswersGrain : IRecordGrain<FoundingAnswers>;

[GrainType("founding-answers")]
internal sealed class FoundingAnswersGrain([PersistentState(FoundingAnswers.Kind)] IPersistentState<FoundingAnswers> state, RecordParts parts) : RecordGrain<FoundingAnswers>(state, parts), IFoundingAnswersGrain;
