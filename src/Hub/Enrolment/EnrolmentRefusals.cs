namespace RecoveryCoP.Hub.Enrolment;

/// <summary>Why a decision about a chapter was refused.</summary>
public static class EnrolmentRefusals
{
    /// <summary>The actor is no operator.</summary>
    public const string NotYours = "enrolment.not-yours";

    /// <summary>Only a chapter that waits can be admitted.</summary>
    public const string NotPending = "enrolment.not-pending";

    /// <summary>Only an admitted chapter can be suspended.</summary>
    public const string NotAdmitted = "enrolment.not-admitted";

    /// <summary>Only a suspended chapter can be reinstated.</summary>
    public const string NotSuspended = "enrolment.not-suspended";

    /// <summary>It was revoked before, for good.</summary>
    public const string AlreadyRevoked = "enrolment.already-revoked";

    /// <summary>The operator did not say that the six words are the same.</summary>
    public const string WordsNotCompared = "enrolment.words-not-compared";

    /// <summary>No chapter has the six words that were typed.</summary>
    public const string WordsUnknown = "enrolment.words-unknown";

    /// <summary>More than one chapter has the six words that were typed.</summary>
    public const string WordsAmbiguous = "enrolment.words-ambiguous";

    /// <summary>The chapter must be told why.</summary>
    public const string MessageMissing = "enrolment.message-missing";

    /// <summary>Too long; argument: the limit in characters.</summary>
    public const string TextTooLong = "enrolment.text-too-long";

    /// <summary>Has control characters.</summary>
    public const string TextUnreadable = "enrolment.text-unreadable";

    /// <summary>Somebody else decided meanwhile.</summary>
    public const string Stale = "enrolment.stale";

    /// <summary>No chapter of that id has enrolled here.</summary>
    public const string NoSuchChapter = "enrolment.no-such-chapter";

    /// <summary>This hub is not founded, so it has no name to put in a code.</summary>
    public const string NotFounded = "enrolment.not-founded";
}
