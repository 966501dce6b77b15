using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
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

/// <summary>
/// A practice as a chapter knows it: who wrote it, every revision it went through, and how far it is shared.
/// The texts themselves are in the text store, under the hashes that the revisions name.
/// Any member writes, and revises, shows to the chapter and takes back what they wrote. The executive committee and the facilitators also revise
/// what the chapter sees, and alone decide what goes to the network in the chapter's name. An author can always take back their own text, from
/// the network too: a consent that needs somebody else's to be revoked is none. A steward looks after the server, not after texts, and so may
/// only take something back, by law or by mistake. A practice whose author is not known, as after a restore from a backup, is the executive committee's until it
/// confirms who says they wrote it; saying so alone gives no right.
/// </summary>
public sealed record Practice : GrainRecord, IErasable
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "practice";

    /// <inheritdoc cref="PracticeFields.MostRevisions" />
    public const int MostRevisions = PracticeFields.MostRevisions;

    /// <summary>The roles that act for the chapter.</summary>
    private static readonly string[] _leaders = [ChapterRoles.Executive, ChapterRoles.Facilitator];

    /// <summary>Who wrote it: a member's id. Empty while that is not known: the practice came back from the network, which is not told of authors.</summary>
    public Guid Author { get; init; }

    /// <summary>Who says that they wrote it, while the author is not known; null when nobody does.</summary>
    public AuthorClaim? Claim { get; init; }

    /// <summary>The title of the last revision, for lists.</summary>
    public string Title { get; init; } = "";

    /// <summary>The summary of the last revision, for lists.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public PracticeState State { get; init; }

    /// <summary>Oldest first, in the order of their numbers; never empty once the practice exists, and none is ever taken out.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>The highest number that a revision ever had, where that is known from the network and not from the list; else 0.</summary>
    public int LastNumber { get; init; }

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

    /// <summary>The claim that waits for the executive committee's answer; null when none does.</summary>
    [JsonIgnore]
    public AuthorClaim? OpenClaim => Claim is { TurnedDownAt: null } ? Claim : null;

    /// <summary>True when the actor wrote it. Nobody wrote what has no known author.</summary>
    public bool IsBy(Actor actor) => Exists && actor.Id != Guid.Empty && actor.Id == Author;

    /// <summary>True when the actor may see its text.</summary>
    public bool MayRead(Actor actor) => Exists && actor.Id != Guid.Empty && State switch
    {
        PracticeState.Draft => IsBy(actor) || actor.Is(ChapterRoles.Executive),
        PracticeState.Withdrawn => !Erased && (IsBy(actor) || actor.Is(ChapterRoles.Executive)),
        _ => true,
    };

    /// <summary>True when the actor may change its text: a draft is for the author and the executive committee.</summary>
    public bool MayRevise(Actor actor) => MayRead(actor) && (IsBy(actor) || actor.Is(_leaders));

    /// <summary>True when the actor may show the draft to the chapter: an unfinished thought is its author's.</summary>
    public bool MayShareInChapter(Actor actor) => State == PracticeState.Draft && IsBy(actor);

    /// <summary>True when the actor may speak for the chapter in the network.</summary>
    public bool MayShareInNetwork(Actor actor) => MayRead(actor) && actor.Is(_leaders);

    /// <summary>True when the actor may take it back for some reason.</summary>
    public bool MayWithdraw(Actor actor) => PracticeCodes.Reasons.Values.Any(reason => MayWithdraw(actor, reason));

    /// <summary>True when the actor may take it back for this reason.</summary>
    public bool MayWithdraw(Actor actor, WithdrawalReason reason) => Exists && actor.Id != Guid.Empty && (
        IsBy(actor)
        || (State == PracticeState.Draft ? actor.Is(ChapterRoles.Executive) : actor.Is(_leaders))
        || (actor.Is(ChapterRoles.Steward) && reason is WithdrawalReason.Legal or WithdrawalReason.Mistake));

    /// <summary>Why the actor cannot say who wrote it; null when that is an open question, also of a text that was withdrawn and is still here.</summary>
    internal Refusal? RefusalOfAuthorship(Actor actor) =>
        !MayRead(actor) ? Refusal.Of(State == PracticeState.Withdrawn ? "practice.withdrawn" : "practice.unknown")
        : Author != Guid.Empty ? Refusal.Of("practice.author-known")
        : null;

    /// <summary>Why it cannot be changed; null when it can. Who may not even see it is told that there is nothing.</summary>
    internal Refusal? RefusalUnless(bool allowed) =>
        !Exists ? Refusal.Of("practice.unknown")
        : State == PracticeState.Withdrawn ? Refusal.Of("practice.withdrawn")
        : allowed ? null
        : Refusal.Of(State == PracticeState.Draft ? "practice.unknown" : "practice.not-allowed");

    /// <summary>Why a decision about an earlier revision does not count; null when it is about the last one.</summary>
    internal Refusal? StaleAt(int basedOn, string code = "practice.stale") => basedOn == Current.Number ? null : Refusal.Of(code, "", Current.Number);

    /// <summary>The revision of that number; null when there is none.</summary>
    public Revision? At(int number) => Revisions.FirstOrDefault(r => r.Number == number);

    /// <summary>The practice, taken back.</summary>
    internal Practice TakenBack(DateTimeOffset at, Guid by, WithdrawalReason reason)
    {
        var withdrawn = this with { State = PracticeState.Withdrawn, Withdrawal = new(at, by, reason) };
        return withdrawn.Erased ? withdrawn with { Title = "", Summary = "", Claim = null, Revisions = [.. Revisions.Select(r => r with { Note = "" })] } : withdrawn;
    }

    IEnumerable<Erasure> IErasable.Erasable => Exists && !Erased ? [new("practice", Id)] : [];

    GrainRecord IErasable.Without(Erasure erased, DateTimeOffset now) => TakenBack(now, Guid.Empty, WithdrawalReason.Erasure);

    /// <summary>True when the last revision says just this.</summary>
    internal bool Holds(string textHash, PracticeFacts facts) => Current.TextHash == textHash && Current.Facts.Says(facts);

    /// <summary>The practice with a further revision.</summary>
    internal Practice With(byte[] content, PracticeFacts facts, string note, Actor by, OperationContext at, AdaptedFrom? takenFrom = null)
    {
        var words = PracticeContent.Parser.ParseFrom(content);
        var revision = new Revision { Number = Math.Max(LastNumber, Revisions.Count > 0 ? Current.Number : 0) + 1, At = at.Now, By = by.Id, TextHash = at.TextHash, Note = note, Facts = facts, TakenFrom = takenFrom };
        return this with { Title = words.Title, Summary = words.Summary, Revisions = [.. Revisions, revision] };
    }
}

/// <summary>One text that a practice had.</summary>
public sealed record Revision
{
    /// <summary>1 upwards; without a gap but where a backup was restored.</summary>
    public required int Number { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who saved it: a member's id; empty where that is not known.</summary>
    public required Guid By { get; init; }

    /// <summary>SHA-256 of the text's bytes, in hexadecimal.</summary>
    public required string TextHash { get; init; }

    /// <summary>What changed, in its author's words; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>What was chosen from lists for this text.</summary>
    public required PracticeFacts Facts { get; init; }

    /// <summary>The practice of which it takes something up, mostly an adaptation; null where there is none.</summary>
    public AdaptedFrom? TakenFrom { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>That a member says they wrote a practice whose author is not known.</summary>
/// <param name="By">Who: a member's id.</param>
/// <param name="At">When they said so.</param>
/// <param name="TurnedDownAt">When the executive committee did not confirm it; null while it has not answered.</param>
public sealed record AuthorClaim(Guid By, DateTimeOffset At, DateTimeOffset? TurnedDownAt = null);

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
