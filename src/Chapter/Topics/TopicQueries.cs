using System.Globalization;
using System.Text.Json;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>A topic in a list, with where the meetings have it.</summary>
public sealed record TopicRow
{
    /// <summary>The topic's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Guid Proposer { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>What the meeting would be about.</summary>
    public required string Title { get; init; }

    /// <summary>Why; may be empty.</summary>
    public required string Words { get; init; }

    /// <summary>The language that it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>What it speaks to.</summary>
    public required TopicStream Stream { get; init; }

    /// <summary>How many are interested too.</summary>
    public required long Interest { get; init; }

    /// <summary>1 when the reader is one of them.</summary>
    public required long IsWanted { get; init; }

    /// <summary>When somebody read it and kept it; null when nobody has.</summary>
    public required DateTimeOffset? KeptAt { get; init; }

    /// <summary>When it was declined; null when it was not.</summary>
    public required DateTimeOffset? DeclinedAt { get; init; }

    /// <summary>The meeting on whose agenda it is or was; null when it is on none.</summary>
    public required Guid? MeetingId { get; init; }

    /// <summary>Where that meeting stands.</summary>
    public required MeetingState? MeetingState { get; init; }

    /// <summary>The day and hour at which that meeting begins, as it stands in its state.</summary>
    public required string? MeetingBegins { get; init; }

    /// <summary>The zone of that hour.</summary>
    public required string? MeetingZone { get; init; }

    /// <summary>Where it stands: what the meetings say comes first.</summary>
    public TopicStanding Standing => MeetingState switch
    {
        null => DeclinedAt is null ? TopicStanding.Proposed : TopicStanding.Declined,
        Meetings.MeetingState.Closed => TopicStanding.Treated,
        _ => TopicStanding.OnAgenda,
    };

    /// <summary>When that meeting begins, for those who may know of it: a draft's day is not decided.</summary>
    public DateTimeOffset? MeetingStartsAt => MeetingState is null or Meetings.MeetingState.Draft ? null
        : Dates.InstantOf(DateTime.Parse(MeetingBegins!, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(MeetingZone!));
}

/// <summary>A topic whole, with where it stands.</summary>
/// <param name="Topic">Its record.</param>
/// <param name="Row">As lists show it.</param>
public sealed record FoundTopic(Topic Topic, TopicRow Row)
{
    /// <summary>Where it stands.</summary>
    public TopicStanding Standing => Row.Standing;
}

/// <summary>Lists of topics, and single ones. What the reader may not see is not found.</summary>
public sealed class TopicQueries(Database database, MeetingQueries meetings, TimeProvider clock)
{
    // Of a topic that is on several agendas, which takes two people at the same moment, the last one counts. Only the few meetings that are not over are looked through; a draft whose day is over is none.
    private const string Listed =
        """
          from topic t
          left join (select id, meeting_id
                       from (select i.id, i.meeting_id, row_number() over (partition by i.id order by i.begins desc, i.meeting_id) as place
                               from meeting_item i
                              where i.state in ('announced', 'inProgress') or (i.state = 'draft' and i.begins >= @today)) placed
                      where place = 1) p on p.id = t.id
        """;

    private const string Rows =
        $"""
        select t.id, t.proposer, t.proposed_at, t.title, t.words, t.language, t.stream, t.interest, t.kept_at, t.declined_at,
               m.id as meeting_id, m.state as meeting_state, m.begins as meeting_begins, m.zone as meeting_zone,
               (select count(*) from topic_interest i where i.topic_id = t.id and i.member_id = @reader) as is_wanted
        {Listed}
          left join meeting m on m.id = coalesce(t.treated_by, p.meeting_id)
        """;

    private const string IsProposed = "p.meeting_id is null and t.treated_by is null and t.declined_at is null";

    // As meetings write down when they begin.
    private string Today => Dates.DayOf(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What waits: first what speaks to streams that the last meetings lack, by how much; then what most are interested in; then what waits longest.</summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="page">1 upwards.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<TopicRow>> Backlog(Actor reader, int page, int size, CancellationToken cancellationToken)
    {
        var lack = await Lack(cancellationToken);
        return await database.Query<TopicRow>(
            $"""
            {Rows}
             where {IsProposed}
             order by case t.stream when 'practice' then @practice when 'system' then @system else @community end desc, t.interest desc, t.proposed_at, t.id
             limit @size offset @skipped
            """,
            new
            {
                reader = reader.Id,
                today = Today,
                practice = (long)lack(TopicStream.Practice),
                system = (long)lack(TopicStream.System),
                community = (long)lack(TopicStream.Community),
                size,
                skipped = ((long)page - 1) * size,
            },
            cancellationToken);
    }

    /// <summary>How many wait.</summary>
    public Task<long> Count(CancellationToken cancellationToken) => database.Find<long>($"select count(*) {Listed} where {IsProposed}", new { today = Today }, cancellationToken);

    /// <summary>How many wait that nobody who plans meetings has read.</summary>
    public Task<long> CountUnread(CancellationToken cancellationToken) => database.Find<long>($"select count(*) {Listed} where {IsProposed} and t.kept_at is null", new { today = Today }, cancellationToken);

    /// <summary>How many of somebody's proposals wait.</summary>
    public Task<long> CountOpen(Guid proposer, CancellationToken cancellationToken) =>
        database.Find<long>($"select count(*) {Listed} where t.proposer = @proposer and {IsProposed}", new { proposer, today = Today }, cancellationToken);

    /// <summary>What somebody proposed, whatever became of it; the last first.</summary>
    public Task<IReadOnlyList<TopicRow>> ProposedBy(Guid proposer, int limit, CancellationToken cancellationToken) => database.Query<TopicRow>(
        $"{Rows} where t.proposer = @reader order by t.proposed_at desc, t.id desc limit @limit", new { reader = proposer, limit, today = Today }, cancellationToken);

    /// <summary>What waits; what was proposed last is first.</summary>
    public Task<IReadOnlyList<TopicRow>> LastProposed(int limit, CancellationToken cancellationToken) => database.Query<TopicRow>(
        $"{Rows} where {IsProposed} order by t.proposed_at desc, t.id desc limit @limit", new { reader = Guid.Empty, limit, today = Today }, cancellationToken);

    /// <summary>What is on an agenda that the reader may see and that is not over; the next meeting first.</summary>
    public Task<IReadOnlyList<TopicRow>> OnAgendas(Actor reader, int limit, CancellationToken cancellationToken) => database.Query<TopicRow>(
        $"{Rows} where t.treated_by is null and t.declined_at is null and (m.state in ('announced', 'inProgress') or (m.state = 'draft' and @plans = 1)) order by m.begins, t.id limit @limit",
        new { reader = reader.Id, plans = Meeting.Leaders.Allows(reader) ? 1L : 0L, limit, today = Today },
        cancellationToken);

    /// <summary>What a meeting that is over treated; the last first.</summary>
    public Task<IReadOnlyList<TopicRow>> Treated(Actor reader, int limit, CancellationToken cancellationToken) => database.Query<TopicRow>(
        $"{Rows} where t.treated_by is not null order by t.treated_at desc, t.id desc limit @limit", new { reader = reader.Id, limit, today = Today }, cancellationToken);

    /// <summary>What was declined, for those who may change their mind; the last first.</summary>
    public async Task<IReadOnlyList<TopicRow>> Declined(Actor reader, int limit, CancellationToken cancellationToken) => Meeting.Leaders.Allows(reader)
        ? await database.Query<TopicRow>(
            $"{Rows} where p.meeting_id is null and t.treated_by is null and t.declined_at is not null order by t.declined_at desc, t.id desc limit @limit", new { reader = reader.Id, limit, today = Today }, cancellationToken)
        : [];

    /// <summary>A topic as it was last saved; null when there is none that the reader may know of.</summary>
    public async Task<FoundTopic?> Find(Guid id, Actor reader, CancellationToken cancellationToken) =>
        await Find(id, reader.Id, cancellationToken) is { } found && found.Topic.MayRead(reader) ? found : null;

    /// <summary>The same, for what the node does by itself.</summary>
    internal Task<FoundTopic?> Find(Guid id, CancellationToken cancellationToken) => Find(id, Guid.Empty, cancellationToken);

    /// <summary>Which topics are on a meeting's agenda.</summary>
    internal Task<IReadOnlyList<Guid>> OnAgendaOf(Guid meeting, CancellationToken cancellationToken) => database.Query<Guid>(
        "select t.id from topic t join meeting_item i on i.id = t.id where i.meeting_id = @meeting order by t.id limit 100", new { meeting }, cancellationToken);

    private async Task<FoundTopic?> Find(Guid id, Guid reader, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>("select json from topic where id = @id", new { id }, cancellationToken);
        return json is not null && await database.Find<TopicRow>($"{Rows} where t.id = @id", new { id, reader, today = Today }, cancellationToken) is { } row
            ? new(JsonSerializer.Deserialize<Topic>(json, GrainJson.Options)!, row)
            : null;
    }

    /// <summary>By how many minutes the last meetings were short of each stream.</summary>
    private async Task<Func<TopicStream, int>> Lack(CancellationToken cancellationToken)
    {
        var earlier = (await meetings.EarlierBalances(Guid.Empty, cancellationToken)).Aggregate(AgendaBalance.None, (sum, one) => sum + one);
        var bands = (await meetings.Target(cancellationToken)).Bands;
        return stream => earlier.Lack(stream, bands);
    }
}
