using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>
/// What a vote gave that was held elsewhere: counts, never who. Whoever recorded it can mend it for a day; after that it stands, and a further entry corrects it.
/// </summary>
public sealed record RecordedVote : GrainRecord, IErasable
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "vote";

    /// <summary>How long whoever recorded it can mend it.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromDays(1);

    /// <summary>Who records votes: those who write minutes.</summary>
    public static Access Recorders => Meeting.Scribes;

    /// <summary>Who erases the words of an entry that named somebody.</summary>
    public static Access Erasers { get; } = Access.Roles(ChapterRoles.Executive, ChapterRoles.PrivacyOfficer);

    /// <summary>The committee on whose page it stands.</summary>
    public Guid Committee { get; init; }

    /// <summary>Who recorded it.</summary>
    public Guid By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The earlier entry that it corrects; null when it corrects none.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>What was voted on, and how.</summary>
    public VoteContent Content { get; init; } = new();

    /// <summary>When its words were erased, because they named somebody; null when they were not.</summary>
    public DateTimeOffset? WordsErasedAt { get; init; }

    /// <summary>False for one that nobody recorded.</summary>
    [JsonIgnore]
    public bool Exists => Id != Guid.Empty;

    IEnumerable<Erasure> IErasable.Erasable => Exists && WordsErasedAt is null ? [new("vote-words", Id)] : [];

    GrainRecord IErasable.Without(Erasure erased, DateTimeOffset now) => WithoutWords(now);

    /// <summary>The same without its words.</summary>
    internal RecordedVote WithoutWords(DateTimeOffset now) => this with { WordsErasedAt = now, Content = Content with { Question = "", Outcome = "" } };

    /// <summary>True when the actor can still mend it.</summary>
    public bool IsOpenFor(Actor actor, DateTimeOffset now) => Exists && Recorders.Allows(actor) && By == actor.Id && WordsErasedAt is null && now < RecordedAt + OpenFor;
}

/// <summary>What was voted on, and how.</summary>
[GenerateSerializer, Immutable, Alias("vote-content")]
public sealed record VoteContent
{
    /// <summary>Of each count.</summary>
    public const int Most = 10_000;

    /// <summary>The year before which nobody voted on anything here.</summary>
    public const int FirstYear = 2000;

    /// <summary>The day of the vote.</summary>
    [Id(0)] public DateOnly On { get; init; }

    /// <summary>Who voted.</summary>
    [Id(1)] public VoteBody Body { get; init; }

    /// <summary>The question, as it was put.</summary>
    [Id(2)] public string Question { get; init; } = "";

    /// <summary>How it was held.</summary>
    [Id(3)] public VoteManner Manner { get; init; }

    /// <summary>How many were for it.</summary>
    [Id(4)] public int InFavour { get; init; }

    /// <summary>How many were against.</summary>
    [Id(5)] public int Against { get; init; }

    /// <summary>How many abstained.</summary>
    [Id(6)] public int Abstained { get; init; }

    /// <summary>How many could have voted and did not.</summary>
    [Id(7)] public int NotVoting { get; init; }

    /// <summary>What came of it, in words.</summary>
    [Id(8)] public string Outcome { get; init; } = "";

    /// <summary>The language of the words: <c>fr</c> or <c>en</c>.</summary>
    [Id(9)] public string Language { get; init; } = "fr";

    /// <summary>The meeting whose minutes tell of it; null when none does.</summary>
    [Id(10)] public Guid? Meeting { get; init; }

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when nothing that a command can say is different.</summary>
    public bool Says(VoteContent other) => this with { Unknown = null } == other with { Unknown = null };

    /// <summary>What no vote can be; the form refuses most of it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() =>
        string.IsNullOrWhiteSpace(Question) ? [Refusal.Of("vote.question-missing", nameof(Question))]
        : string.IsNullOrWhiteSpace(Outcome) ? [Refusal.Of("vote.outcome-missing", nameof(Outcome))]
        : new[] { InFavour, Against, Abstained, NotVoting }.Any(n => n is < 0 or > Most) || InFavour + Against + Abstained == 0 ? [Refusal.Of("vote.counts-missing", nameof(InFavour))]
        : [];

    /// <summary>Why its day cannot be; null when it can.</summary>
    internal Refusal? DayRefusal(DateTimeOffset now) => On > Dates.DayOf(now) || On.Year < FirstYear ? Refusal.Of("vote.day-unclear", nameof(On)) : null;
}

/// <summary>Who voted.</summary>
public enum VoteBody
{
    /// <summary>The committee.</summary>
    Committee,

    /// <summary>The members of the chapter.</summary>
    Chapter,
}

/// <summary>How a vote was held.</summary>
public enum VoteManner
{
    /// <summary>By a show of hands.</summary>
    ShowOfHands,

    /// <summary>On paper.</summary>
    Paper,

    /// <summary>By e-mail, or with a program elsewhere.</summary>
    Elsewhere,
}

/// <summary>One recorded vote. Its key is its id, a UUIDv7.</summary>
[Alias("vote")]
public interface IRecordedVoteGrain : IRecordGrain<RecordedVote>;

[GrainType("vote")]
internal sealed class RecordedVoteGrain([PersistentState(RecordedVote.Kind)] IPersistentState<RecordedVote> state, RecordParts parts) : RecordGrain<RecordedVote>(state, parts), IRecordedVoteGrain;
