using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Parts;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>How a chapter's server is, as far as the hub knows: when it called, and what it says of itself.</summary>
public sealed record ChapterCondition
{
    private static readonly TimeSpan silent = TimeSpan.FromDays(7);

    /// <summary>How it stands.</summary>
    public required EnrolmentState Standing { get; init; }

    /// <summary>Since when it stands so.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it last exchanged, to the minute; null before the first time.</summary>
    public required DateTimeOffset? LastAt { get; init; }

    /// <summary>How it said that it is.</summary>
    public required NodeHealth? Health { get; init; }

    /// <summary>When it last found a backup of its own whole; null where it has not said, or never did.</summary>
    public required DateTimeOffset? RestoreProvenAt { get; init; }

    /// <summary>How the public reaches it; empty where it does not say.</summary>
    public required string PublicContact { get; init; }

    /// <summary>When this hub last wrote to it; null for never.</summary>
    public required DateTimeOffset? WrittenAt { get; init; }

    /// <summary>True when it has not called for a week, though it may.</summary>
    public bool IsSilent(DateTimeOffset now) => Standing == EnrolmentState.Admitted && now - (LastAt ?? Since) >= silent;

    /// <summary>True when somebody should ask whether they need help.</summary>
    public bool IsAiling(DateTimeOffset now) => IsSilent(now) || Standing == EnrolmentState.Admitted && Health == NodeHealth.Wrong;

    /// <summary>In words, with their mark.</summary>
    public (StatusKind Kind, Text Words) Of(DateTimeOffset now) => (IsSilent(now), Health) switch
    {
        (true, _) => (StatusKind.Attention, EnrolmentText.Silent),
        (_, NodeHealth.Wrong) => (StatusKind.Attention, EnrolmentText.Ailing),
        (_, NodeHealth.Attention) => (StatusKind.Waiting, EnrolmentText.ToLookAt),
        (_, NodeHealth.Well) => (StatusKind.Good, EnrolmentText.Healthy),
        _ => (StatusKind.Neutral, EnrolmentText.Unsaid),
    };

    /// <summary>Of one chapter; null when it never enrolled.</summary>
    public static Task<ChapterCondition?> Find(Database database, NodeId chapter, CancellationToken cancellationToken) => database.Find<ChapterCondition>(
        """
        select e.standing, e.since, c.last_at, c.health, c.restore_proven_at, coalesce(l.public_contact, '') as public_contact, w.at as written_at
          from enrolment e
          left join chapter_contact c on c.node_id = e.node_id
          left join library_node l on l.node_id = e.node_id
          left join chapter_letter w on w.node_id = e.node_id
         where e.node_id = @id
        """,
        new { id = chapter.Value },
        cancellationToken);
}
