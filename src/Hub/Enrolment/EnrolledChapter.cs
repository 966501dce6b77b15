using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>A chapter as this hub knows it from its enrolment.</summary>
/// <param name="Enrolment">How it stands.</param>
/// <param name="Name">What it called itself when it enrolled.</param>
/// <param name="EnrolledAt">When it used its code.</param>
/// <param name="Beginning">How its feed begins: its genesis and its profile.</param>
public sealed record EnrolledChapter(ChapterEnrolment Enrolment, Bilingual Name, DateTimeOffset EnrolledAt, FeedPage Beginning)
{
    /// <summary>The chapter's id.</summary>
    public NodeId Node => Enrolment.Node;

    /// <summary>The profile that it enrolled with.</summary>
    internal ItemId Profile => SigningInput.IdOf(Beginning.Entries[1].Run.Items[0].Item);

    /// <summary>Where the feed stands after its beginning; enough to judge what comes next while the chapter waits.</summary>
    internal FeedState StateOfBeginning() => Beginning.Entries.Aggregate(FeedState.Empty, (state, entry) => FeedVerifier.Verify(state, entry).Next);
}

/// <summary>One change of a chapter's standing.</summary>
public sealed record StandingChange
{
    /// <summary>What it became.</summary>
    public required EnrolmentState Standing { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account that decided; null when the chapter enrolled, an empty id when it was decided from the server's command line.</summary>
    public Guid? ById { get; init; }

    /// <summary>What the chapter was told.</summary>
    public required string Message { get; init; }
}

internal sealed record EnrolmentRow
{
    public required string NodeId { get; init; }
    public required EnrolmentState Standing { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required string Message { get; init; }
    public required string Note { get; init; }
    public required string NameFr { get; init; }
    public required string NameEn { get; init; }
    public required byte[] Beginning { get; init; }
    public required DateTimeOffset EnrolledAt { get; init; }
    public required long Version { get; init; }

    public EnrolledChapter ToChapter() => new(
        new ChapterEnrolment
        {
            Node = new NodeId(NodeId),
            Standing = Standing,
            Since = Since,
            Message = Message,
            Note = Note,
            Version = Version,
        },
        new Bilingual(NameFr, NameEn),
        EnrolledAt,
        FeedPage.Parser.ParseFrom(Beginning));
}
