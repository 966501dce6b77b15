using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Committees;

public abstract class The_committees_of_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private static readonly Guid _seat = Committee.BuiltIn.Seats[1].Id;
    private WritingChapter _chapter = null!;
    private Actor _executive = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CommitteeQueries Queries => _chapter.Get<CommitteeQueries>();

    private DateOnly Today => Dates.DayOf(_chapter.Clock.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(server);
        _executive = (await _chapter.AddMember("executif@exemple.org", "fr", ChapterRoles.Executive)).Who;
    }

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task begin_with_the_executive_and_go_on_with_special_ones_until_these_are_closed()
    {
        Assert.Equal(Committee.TheExecutive, Assert.Single(await Queries.Open(Cancel)).Id);
        var special = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await Do(special, new MakeCommittee(_executive, CommitteeSamples.Content));

        Assert.Equal([Committee.TheExecutive, special], (await Queries.Open(Cancel)).Select(c => c.Id));
        Assert.Equal(1, await Queries.CountOpen(Cancel));

        await Do(special, new CloseCommittee(_executive));
        Assert.Equal([Committee.TheExecutive], (await Queries.Open(Cancel)).Select(c => c.Id));
        Assert.Equal([special], (await Queries.Closed(Cancel)).Select(c => c.Id));
        Assert.Null(await Queries.Find(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), Cancel));
    }

    [Fact]
    public async Task tell_somebody_all_their_seats_and_where_seats_and_access_differ()
    {
        var (somebody, _) = await _chapter.AddMember();
        await Seat(somebody);

        var (committee, seat) = Assert.Single(await Queries.Of(somebody.Id, Cancel));
        Assert.Equal((Committee.TheExecutive, _seat, somebody.Id), (committee.Id, seat.Id, seat.Held!.Member));
        Assert.Equal([(somebody.Id, true), (_executive.Id, false)], (await Queries.Differences(committee, Cancel)).Select(d => (d.Member, d.Seat is not null)));

        await Do(Committee.TheExecutive, new LeaveSeat(somebody, _seat));
        Assert.Single(Assert.Single(await Queries.Of(somebody.Id, Cancel)).Seat.Past);
    }

    [Fact]
    public async Task are_left_by_whoever_is_no_longer_a_member_and_do_not_remember_them()
    {
        var (holder, address) = await _chapter.AddMember();
        var (asked, _) = await _chapter.AddMember();
        await Seat(holder);
        await Do(Committee.TheExecutive, new OfferSeat(_executive, Committee.BuiltIn.Seats[2].Id, asked.Id, Today, Today.AddYears(1)));
        _chapter.Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await _chapter.Get<People>().End(new(holder, holder.Id), Cancel)).Succeeded);
        Assert.True((await _chapter.Get<People>().End(new(asked, asked.Id), Cancel)).Succeeded);
        await _chapter.Pass();

        var executive = (await Queries.Find(Committee.TheExecutive, Cancel))!;
        Assert.Equal((SeatStanding.Vacant, SeatStanding.Vacant), (executive.SeatOf(_seat)!.StandingOn(Today), executive.Seats[2].StandingOn(Today)));
        var past = Assert.Single(executive.SeatOf(_seat)!.Past);
        Assert.Equal((EndOfTerm.MembershipOver, MemberText.Former), (past.Why, await _chapter.Get<MemberQueries>().NameGivenBy(past.Term.Member, Cancel)));
        Assert.Equal(0, await _chapter.Get<Database>().Find<long>("select count(*) from grain_state where kind = 'committee' and cast(state as text) like @id", new { id = $"%{holder.Id}%" }, Cancel));

        // Whoever comes back begins anew.
        await _chapter.AddMember(address);
        await _chapter.Pass();
        Assert.Empty(await Queries.Of(holder.Id, Cancel));
    }

    [Fact]
    public async Task keep_votes_the_last_first_and_say_which_entry_corrects_which()
    {
        var first = await Record(CommitteeSamples.Vote with { On = Today.AddDays(-40) });
        var second = await Record(CommitteeSamples.Vote with { On = Today });
        _chapter.Clock.Advance(TimeSpan.FromDays(2));
        var correction = await Record(CommitteeSamples.Vote with { On = Today.AddDays(-42), InFavour = 10 }, first);

        Assert.Equal(
            [(second, null), (correction, null), (first, (Guid?)correction)],
            (await Queries.Votes(Committee.TheExecutive, 1, 9, Cancel)).Select(v => (v.Vote.Id, v.CorrectedBy)));
        Assert.Equal((9, correction), ((await Queries.FindVote(Committee.TheExecutive, first, Cancel))!.Vote.Content.InFavour, (await Queries.FindVote(Committee.TheExecutive, first, Cancel))!.CorrectedBy));
        Assert.Equal(3, await Queries.CountVotes(Committee.TheExecutive, Cancel));
        Assert.Null(await Queries.FindVote(Guid.Empty, first, Cancel));
    }

    private async Task Seat(Actor who)
    {
        await Do(Committee.TheExecutive, new OfferSeat(_executive, _seat, who.Id, Today, Today.AddYears(1)));
        await Do(Committee.TheExecutive, new AcceptSeat(who, _seat, Today, Today.AddYears(1), ""));
    }

    private async Task<Guid> Record(VoteContent content, Guid? corrects = null)
    {
        _chapter.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        Assert.Empty((await _chapter.Get<IGrainFactory>().Vote(id).Do(new RecordVote(_executive, Committee.TheExecutive, corrects, content))).Refusals);
        return id;
    }

    private async Task Do<T>(Guid committee, T operation) where T : IOperation<Committee> => Assert.Empty((await _chapter.Get<IGrainFactory>().Committee(committee).Do(operation)).Refusals);
}

public sealed class The_committees_of_a_chapter_on_sqlite() : The_committees_of_a_chapter(null);

public sealed class The_committees_of_a_chapter_on_postgresql(PostgresServer server) : The_committees_of_a_chapter(server);
