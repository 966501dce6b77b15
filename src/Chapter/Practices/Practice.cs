using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Where a practice stands. It only ever moves forward.</summary>
public enum PracticeState
{
    /// <summary>Seen by its author and the executive committee.</summary>
    Draft,

    /// <summary>Seen by every member of the chapter.</summary>
    SharedInChapter,

    /// <summary>Sent to the hub, and from there to every chapter.</summary>
    SharedInNetwork,

    /// <summary>Taken back for good.</summary>
    Withdrawn,
}

/// <summary>Why a practice was taken back.</summary>
public enum WithdrawalReason
{
    /// <summary>Whoever wrote it no longer wants it shared.</summary>
    Author,

    /// <summary>Somebody asked that what it says about them be erased.</summary>
    Erasure,

    /// <summary>The law or a right of somebody else forbids it.</summary>
    Legal,

    /// <summary>It was shared by mistake.</summary>
    Mistake,
}

/// <summary>
/// A practice as a chapter knows it: who wrote it, every revision it went through, and how far it is shared.
/// The texts themselves are in the text store, under the hashes that the revisions name.
/// </summary>
public sealed partial record Practice : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "practice";

    /// <summary>Every save rewrites the list of revisions, so it has an end; nobody revises a text a thousand times.</summary>
    public const int MostRevisions = 1000;

    /// <summary>Who wrote it: a member's id.</summary>
    public Guid Author { get; init; }

    /// <summary>The title of the last revision, for lists.</summary>
    public string Title { get; init; } = "";

    /// <summary>The summary of the last revision, for lists.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public PracticeState State { get; init; }

    /// <summary>Oldest first; never empty once the practice exists, and none is ever taken out.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>When every member could see it.</summary>
    public DateTimeOffset? SharedInChapterAt { get; init; }

    /// <summary>Since when and from which revision on the network has it; stays after a withdrawal.</summary>
    public NetworkShare? NetworkShare { get; init; }

    /// <summary>When, by whom and why it was taken back.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>False for a practice that nobody has written yet.</summary>
    [JsonIgnore]
    public bool Exists => Id != Guid.Empty;

    /// <summary>The last revision.</summary>
    [JsonIgnore]
    public Revision Current => Revisions[^1];

    /// <summary>True when the chapter keeps no copy of its text either.</summary>
    [JsonIgnore]
    public bool Erased => Withdrawal is { } withdrawal && Erases(withdrawal.Reason);

    /// <summary>True for the reasons that take the text away for good, everywhere.</summary>
    public static bool Erases(WithdrawalReason reason) => reason is WithdrawalReason.Erasure or WithdrawalReason.Legal;
}

/// <summary>One text that a practice had.</summary>
public sealed record Revision
{
    /// <summary>1 upwards without a gap.</summary>
    public required int Number { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who saved it: a member's id.</summary>
    public required Guid By { get; init; }

    /// <summary>SHA-256 of the text's bytes, in hexadecimal.</summary>
    public required string TextHash { get; init; }

    /// <summary>What changed, in its author's words; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>What can be said of this text in codes.</summary>
    public required PracticeFacts Facts { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>From when and from which revision on a practice is in the network.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who shared it.</param>
/// <param name="FromRevision">The first revision that the network gets; what was written before stays in the chapter.</param>
public sealed record NetworkShare(DateTimeOffset At, Guid By, int FromRevision);

/// <summary>That a practice was taken back.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who took it back.</param>
/// <param name="Reason">Why.</param>
public sealed record Withdrawal(DateTimeOffset At, Guid By, WithdrawalReason Reason);
