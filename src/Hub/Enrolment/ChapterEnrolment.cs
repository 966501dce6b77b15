using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>A chapter's standing and what the operator says about it. Only the operator changes it.</summary>
public sealed record ChapterEnrolment
{
    /// <summary>The role that decides here.</summary>
    public const string Operator = HubRoles.Operator;

    /// <summary>Characters of a message or a note.</summary>
    public const int LongestText = 1000;

    /// <summary>The chapter.</summary>
    public required NodeId Node { get; init; }

    /// <summary>How it stands.</summary>
    public required EnrolmentState Standing { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What the operator tells the chapter about it; may be empty.</summary>
    public string Message { get; init; } = "";

    /// <summary>What operators tell each other; never leaves the hub.</summary>
    public string Note { get; init; } = "";

    /// <summary>Counts the changes: a decision is made on what was seen.</summary>
    public required long Version { get; init; }

    /// <summary>Lets a chapter in whose six words were compared by phone.</summary>
    public Result<ChapterEnrolment> Admit(Actor actor, bool wordsMatch, DateTimeOffset at) =>
        Refused(actor, "") is { } refusal ? refusal
        : Standing != EnrolmentState.Pending ? Refusal.Of("enrolment.not-pending")
        : !wordsMatch ? Refusal.Of("enrolment.words-not-compared", "WordsMatch")
        : Become(EnrolmentState.Admitted, "", at);

    /// <summary>Stops the exchange until further notice; the chapter is told why.</summary>
    public Result<ChapterEnrolment> Suspend(Actor actor, string message, DateTimeOffset at) =>
        Refused(actor, message) is { } refusal ? refusal
        : Standing != EnrolmentState.Admitted ? Refusal.Of("enrolment.not-admitted")
        : message.Trim().Length == 0 ? Refusal.Of("enrolment.message-missing", "Message")
        : Become(EnrolmentState.Suspended, message, at);

    /// <summary>Lets a suspended chapter exchange again.</summary>
    public Result<ChapterEnrolment> Reinstate(Actor actor, DateTimeOffset at) =>
        Refused(actor, "") is { } refusal ? refusal
        : Standing != EnrolmentState.Suspended ? Refusal.Of("enrolment.not-suspended")
        : Become(EnrolmentState.Admitted, "", at);

    /// <summary>Ends it for good: a chapter that is not who it said, or whose keys are lost. It is told why.</summary>
    public Result<ChapterEnrolment> Revoke(Actor actor, string message, DateTimeOffset at) =>
        Refused(actor, message) is { } refusal ? refusal
        : Standing == EnrolmentState.Revoked ? Refusal.Of("enrolment.already-revoked")
        : message.Trim().Length == 0 ? Refusal.Of("enrolment.message-missing", "Message")
        : Become(EnrolmentState.Revoked, message, at);

    /// <summary>Changes what operators tell each other; the standing stays.</summary>
    public Result<ChapterEnrolment> Annotate(Actor actor, string note) =>
        (Refused(actor, "") ?? Unfit(note, "Note")) is { } refusal ? refusal
        : this with { Note = note.Trim(), Version = Version + 1 };

    /// <summary>Why text is not fit to be kept; null when it is.</summary>
    internal static Refusal? Unfit(string text, string field) =>
        text.Length > LongestText ? Refusal.Of("enrolment.text-too-long", field, LongestText)
        : !Readable.IsText(text) ? Refusal.Of("enrolment.text-unreadable", field)
        : null;

    private static Refusal? Refused(Actor actor, string message) =>
        actor.Is(Operator) ? Unfit(message, "Message") : Refusal.Of("enrolment.not-yours");

    private ChapterEnrolment Become(EnrolmentState standing, string message, DateTimeOffset at) =>
        this with { Standing = standing, Message = message.Trim(), Since = at, Version = Version + 1 };
}
