using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>A chapter in the operator's list: where it stands and how fresh it is.</summary>
public sealed record ChapterOverview
{
    /// <summary>The chapter's id.</summary>
    public required string NodeId { get; init; }

    /// <summary>How it stands.</summary>
    public required EnrolmentState Standing { get; init; }

    /// <summary>What it is called here; until it is admitted, what it called itself when it enrolled.</summary>
    public Bilingual Name => new(NameFr, NameEn);

    /// <summary>The French side of the name; may be empty.</summary>
    public required string NameFr { get; init; }

    /// <summary>The English side of the name; may be empty.</summary>
    public required string NameEn { get; init; }

    /// <summary>When it last exchanged, to the minute; null before the first time.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Since when it stands so.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How it said that it is.</summary>
    public NodeHealth? Health { get; init; }

    /// <summary>How its server is.</summary>
    public ChapterCondition Condition => new() { Standing = Standing, Since = Since, LastAt = LastAt, Health = Health, RestoreProvenAt = null, PublicContact = "", WrittenAt = null };

    /// <summary>How far its feed is here; 0 before it is admitted.</summary>
    public required long FeedPosition { get; init; }

    /// <summary>All chapters: those that wait first, then by name.</summary>
    public static Task<IReadOnlyList<ChapterOverview>> All(Database database, CancellationToken cancellationToken) => database.Query<ChapterOverview>(
        """
        select e.node_id, e.standing, coalesce(l.name_fr, e.name_fr) as name_fr, coalesce(l.name_en, e.name_en) as name_en, e.since, c.last_at, c.health, coalesce(h.position, 0) as feed_position
          from enrolment e
          left join library_node l on l.node_id = e.node_id
          left join chapter_contact c on c.node_id = e.node_id
          left join feed_head h on h.node_id = e.node_id
         order by case e.standing when 'Pending' then 0 when 'Admitted' then 1 when 'Suspended' then 2 else 3 end, name_fr, name_en, e.node_id
         limit 1000
        """,
        cancellationToken: cancellationToken);
}
