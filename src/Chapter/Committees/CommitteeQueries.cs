using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>A seat with the committee that it is of.</summary>
/// <param name="Committee">The committee.</param>
/// <param name="Seat">The seat.</param>
public sealed record SeatOfCommittee(Committee Committee, Seat Seat);

/// <summary>Somebody who has one of two things of which the executive has both: a seat, and access.</summary>
/// <param name="Member">Who.</param>
/// <param name="Seat">The seat; null for somebody who has access alone.</param>
public sealed record AccessDifference(Guid Member, Seat? Seat);

/// <summary>A recorded vote in a list.</summary>
/// <param name="Vote">Its record.</param>
/// <param name="CorrectedBy">A later entry that corrects it; null when none does.</param>
public sealed record ListedVote(RecordedVote Vote, Guid? CorrectedBy);

/// <summary>Committees, seats and votes as they were last saved.</summary>
public sealed class CommitteeQueries(Database database)
{
    private const int Most = 200;

    private const string VoteRows =
        "select v.json, (select c.id from vote c where c.committee_id = v.committee_id and c.corrects = v.id order by c.id desc limit 1) as corrected_by from vote v";

    /// <summary>Those that work: the executive committee first, then as they were made.</summary>
    public async Task<IReadOnlyList<Committee>> Open(CancellationToken cancellationToken)
    {
        var special = await Read("select json from committee where closed_at is null and id <> @TheExecutive order by id limit @Most", new { Committee.TheExecutive, Most }, cancellationToken);
        return [(await Find(Committee.TheExecutive, cancellationToken))!, .. special];
    }

    /// <summary>How many special committees work.</summary>
    public Task<long> CountOpen(CancellationToken cancellationToken) =>
        database.Find<long>("select count(*) from committee where closed_at is null and id <> @TheExecutive", new { Committee.TheExecutive }, cancellationToken);

    /// <summary>Those that were closed, the last first.</summary>
    public Task<IReadOnlyList<Committee>> Closed(CancellationToken cancellationToken) =>
        Read("select json from committee where closed_at is not null order by closed_at desc, id limit @Most", new { Most }, cancellationToken);

    /// <summary>One; null when there is none.</summary>
    public async Task<Committee?> Find(Guid id, CancellationToken cancellationToken) =>
        (await Read("select json from committee where id = @id", new { id }, cancellationToken)) is [var found] ? found : id == Committee.TheExecutive ? Committee.BuiltIn : null;

    /// <summary>All that is kept of somebody: the seats that they hold, were asked to take, and held.</summary>
    public async Task<IReadOnlyList<SeatOfCommittee>> Of(Guid member, CancellationToken cancellationToken)
    {
        var seats = new List<SeatOfCommittee>();
        foreach (var id in await database.Query<Guid>("select distinct committee_id from committee_person where member_id = @member order by committee_id limit @Most", new { member, Most }, cancellationToken))
        {
            var committee = (await Find(id, cancellationToken))!;
            seats.AddRange(committee.Seats.Where(s => s.Held?.Member == member || s.Offer?.Member == member || s.Past.Any(p => p.Term.Member == member)).Select(s => new SeatOfCommittee(committee, s)));
        }

        return seats;
    }

    /// <summary>Where seats of the executive committee and access as its role gives it differ.</summary>
    public async Task<IReadOnlyList<AccessDifference>> Differences(Committee executive, CancellationToken cancellationToken)
    {
        var access = await database.Query<Guid>(
            "select a.id from account_role r join account a on a.id = r.account_id where r.role = @Executive and r.taken_at is null and a.left_at is null order by a.id limit @Most",
            new { ChapterRoles.Executive, Most },
            cancellationToken);
        var held = executive.OpenSeats.Where(s => s.Held is not null).ToList();
        return
        [
            .. held.Where(s => !access.Contains(s.Held!.Member)).Select(s => new AccessDifference(s.Held!.Member, s)),
            .. access.Where(a => held.All(s => s.Held!.Member != a)).Select(a => new AccessDifference(a, null)),
        ];
    }

    /// <summary>Votes on a committee's page, the last first.</summary>
    /// <param name="committee">Which committee.</param>
    /// <param name="page">1 upwards.</param>
    /// <param name="size">Votes a page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ListedVote>> Votes(Guid committee, int page, int size, CancellationToken cancellationToken) =>
    [
        .. (await database.Query<VoteRow>(
            $"{VoteRows} where v.committee_id = @committee order by v.held_on desc, v.id desc limit @size offset @skipped",
            new { committee, size, skipped = ((long)page - 1) * size },
            cancellationToken)).Select(Read),
    ];

    /// <summary>How many votes stand there.</summary>
    public Task<long> CountVotes(Guid committee, CancellationToken cancellationToken) => database.Find<long>("select count(*) from vote where committee_id = @committee", new { committee }, cancellationToken);

    /// <summary>One vote on a committee's page; null when there is none.</summary>
    public async Task<ListedVote?> FindVote(Guid committee, Guid id, CancellationToken cancellationToken) =>
        await database.Find<VoteRow>($"{VoteRows} where v.committee_id = @committee and v.id = @id", new { committee, id }, cancellationToken) is { } row ? Read(row) : null;

    private async Task<IReadOnlyList<Committee>> Read(string sql, object args, CancellationToken cancellationToken) =>
        [.. (await database.Query<string>(sql, args, cancellationToken)).Select(json => JsonSerializer.Deserialize<Committee>(json, GrainJson.Options)!)];

    private static ListedVote Read(VoteRow row) => new(JsonSerializer.Deserialize<RecordedVote>(row.Json, GrainJson.Options)!, row.CorrectedBy);

    private sealed record VoteRow
    {
        public required string Json { get; init; }

        public required Guid? CorrectedBy { get; init; }
    }
}
