using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What a member proposes to correct in minutes that are not approved yet.</summary>
public sealed record Correction
{
    /// <summary>In characters.</summary>
    public const int Longest = 1000;

    /// <summary>The answer's, in characters.</summary>
    public const int LongestWord = 300;

    /// <summary>Every save of the meeting rewrites them, so they have an end.</summary>
    public const int Most = 50;

    /// <summary>How many of one member.</summary>
    public const int MostOfOne = 10;

    /// <summary>Its own id, chosen with the empty form: sent twice it is one.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who proposes it; nobody else is shown that.</summary>
    public required Guid Author { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the page on which it was written.</summary>
    public required string Language { get; init; }

    /// <summary>What became of it; null until somebody said so.</summary>
    public CorrectionAnswer? Answer { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when the actor proposed it.</summary>
    public bool IsBy(Actor actor) => actor.Id != Guid.Empty && actor.Id == Author;

    /// <summary>True when the actor may read it: its author, and those who write the minutes.</summary>
    public bool MayRead(Actor actor) => IsBy(actor) || Meeting.Scribes.Allows(actor);
}

/// <summary>What became of a correction.</summary>
/// <param name="At">When that was said.</param>
/// <param name="By">By whom.</param>
/// <param name="IsTaken">True: the text says so now.</param>
/// <param name="Word">A word for its author; empty when there is none.</param>
public sealed record CorrectionAnswer(DateTimeOffset At, Guid By, bool IsTaken, string Word);
