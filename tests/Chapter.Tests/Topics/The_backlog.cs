using MimeKit;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Topics;

public abstract class The_backlog(PostgresServer? server) : IAsyncLifetime
{
    private static readonly DateTime _start = new(2026, 3, 24, 18, 30, 0);
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TopicQueries Queries => _chapter.Get<TopicQueries>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task has_first_what_the_last_meetings_lacked_then_what_most_want_then_what_waits_longest()
    {
        var (somebody, _) = await _chapter.AddMember();
        var (neighbour, _) = await _chapter.AddMember();
        var early = await Propose(somebody, "Accueil", TopicStream.Practice);
        var late = await Propose(somebody, "Soupe", TopicStream.Practice);
        var wanted = await Propose(somebody, "Silences", TopicStream.Practice);
        await Do(wanted, new SayMeToo(neighbour));
        var system = await Propose(somebody, "Embauche", TopicStream.System);
        Assert.Equal([wanted, early, late, system], await Waiting(neighbour));

        // An hour of practice and nothing else.
        var held = await _chapter.Announce(new(2026, 3, 2, 18, 30, 0), plan => plan with { Items = [plan.Items[0]] });
        await _chapter.Do(held, new BeginMeeting(_chapter.Facilitator));
        await _chapter.Do(held, new CloseMeeting(_chapter.Facilitator));

        Assert.Equal([system, wanted, early, late], await Waiting(neighbour));
        var row = (await Queries.Backlog(neighbour, 1, 20, Cancel))[1];
        Assert.Equal((1, 1, "Silences", TopicStanding.Proposed), (row.Interest, row.IsWanted, row.Title, row.Standing));
        Assert.Equal((4, 4, 4, 0), (await Queries.Count(Cancel), await Queries.CountUnread(Cancel), await Queries.CountOpen(somebody.Id, Cancel), await Queries.CountOpen(neighbour.Id, Cancel)));
        Assert.Equal([early], (await Queries.Backlog(neighbour, 2, 2, Cancel)).Select(t => t.Id).Take(1));
    }

    [Fact]
    public async Task gives_to_an_agenda_and_takes_back_what_is_struck_from_it_or_whose_meeting_is_cancelled()
    {
        var (somebody, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        var meeting = await _chapter.Announce(_start);
        await PutOn(meeting, topic, 1);

        Assert.Empty(await Waiting(somebody));
        Assert.Equal((TopicStanding.OnAgenda, meeting), await StandingOf(topic));
        Assert.Equal([topic], (await Queries.OnAgendas(somebody, 9, Cancel)).Select(t => t.Id));

        await _chapter.Do(meeting, new RevisePlan(_chapter.Facilitator, 2, MeetingSamples.Plan with { Start = _start }));
        Assert.Equal([topic], await Waiting(somebody));

        await PutOn(meeting, topic, 3);
        await _chapter.Do(meeting, new CancelMeeting(_chapter.Facilitator, "Neige"));
        Assert.Equal([topic], await Waiting(somebody));
        Assert.Equal((TopicStanding.Proposed, (Guid?)null), await StandingOf(topic));
    }

    [Fact]
    public async Task keeps_from_members_that_a_draft_has_taken_a_topic_up_but_from_its_proposer_not_that_it_is_taken()
    {
        var (somebody, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        var meeting = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await _chapter.Do(meeting, new PlanMeeting(_chapter.Facilitator, With(topic)));

        Assert.Empty(await Queries.OnAgendas(somebody, 9, Cancel));
        Assert.Equal([topic], (await Queries.OnAgendas(_chapter.Facilitator, 9, Cancel)).Select(t => t.Id));
        var own = Assert.Single(await Queries.ProposedBy(somebody.Id, 9, Cancel));
        Assert.Equal((TopicStanding.OnAgenda, (DateTimeOffset?)null), (own.Standing, own.MeetingStartsAt));
    }

    [Fact]
    public async Task has_treated_what_was_on_the_agenda_of_a_meeting_that_is_over()
    {
        var (somebody, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        var meeting = await _chapter.Announce(new(2026, 3, 2, 18, 30, 0), _ => With(topic) with { Start = new(2026, 3, 2, 18, 30, 0) });
        await _chapter.Do(meeting, new BeginMeeting(_chapter.Facilitator));
        Assert.Equal(TopicStanding.OnAgenda, (await StandingOf(topic)).Standing);
        await _chapter.Do(meeting, new CloseMeeting(_chapter.Facilitator));
        await _chapter.Pass();

        Assert.Equal((TopicStanding.Treated, meeting), await StandingOf(topic));
        Assert.Equal([topic], (await Queries.Treated(somebody, 9, Cancel)).Select(t => t.Id));
        Assert.Empty(await Queries.OnAgendas(somebody, 9, Cancel));
        Assert.Empty(await Waiting(somebody));
    }

    [Fact]
    public async Task has_again_what_a_meeting_did_not_come_to_and_keeps_it_though_that_meeting_is_written_again()
    {
        var (somebody, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        var meeting = await _chapter.Announce(new(2026, 3, 2, 18, 30, 0), _ => With(topic) with { Start = new(2026, 3, 2, 18, 30, 0) });
        await _chapter.Do(meeting, new BeginMeeting(_chapter.Facilitator));
        await _chapter.Do(meeting, new CloseMeeting(_chapter.Facilitator));
        await _chapter.Pass();

        await Do(topic, new KeepTopic(_chapter.Facilitator));
        await Do(topic, new SettleTopic(Actor.Node, meeting));

        Assert.Equal([topic], await Waiting(somebody));
        Assert.Equal(TopicStanding.Proposed, (await StandingOf(topic)).Standing);
    }

    [Fact]
    public async Task has_again_what_a_draft_had_taken_up_once_its_day_is_over()
    {
        var (somebody, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        await _chapter.Do(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), new PlanMeeting(_chapter.Facilitator, With(topic) with { Start = _start }));
        Assert.Empty(await Waiting(somebody));

        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(30));

        Assert.Equal([topic], await Waiting(somebody));
    }

    [Fact]
    public async Task is_not_told_of_what_was_declined_though_an_agenda_still_has_it_until_a_meeting_treats_it()
    {
        var (somebody, _) = await _chapter.AddMember();
        var (neighbour, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        var meeting = await _chapter.Announce(new(2026, 3, 2, 18, 30, 0));
        await Do(topic, new DeclineTopic(_chapter.Facilitator, "Non."));
        await _chapter.Do(meeting, new RevisePlan(_chapter.Facilitator, 1, With(topic) with { Start = new(2026, 3, 2, 18, 30, 0) }));
        Assert.Empty(await Queries.OnAgendas(neighbour, 9, Cancel));

        await _chapter.Do(meeting, new BeginMeeting(_chapter.Facilitator));
        await _chapter.Do(meeting, new CloseMeeting(_chapter.Facilitator));
        await _chapter.Pass();

        Assert.NotNull(await Queries.Find(topic, neighbour, Cancel));
        Assert.Equal([topic], (await Queries.Treated(neighbour, 9, Cancel)).Select(t => t.Id));
    }

    [Fact]
    public async Task shows_what_was_declined_to_its_proposer_and_to_those_who_can_keep_it_after_all()
    {
        var (somebody, _) = await _chapter.AddMember();
        var (neighbour, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        await Do(topic, new DeclineTopic(_chapter.Facilitator, "On en a parlé il y a peu."));

        Assert.Empty(await Waiting(neighbour));
        Assert.Null(await Queries.Find(topic, neighbour, Cancel));
        Assert.Equal(TopicStanding.Declined, (await Queries.Find(topic, somebody, Cancel))!.Standing);
        Assert.Equal([topic], (await Queries.Declined(_chapter.Facilitator, 9, Cancel)).Select(t => t.Id));
        Assert.Empty(await Queries.Declined(somebody, 9, Cancel));

        await Do(topic, new KeepTopic(_chapter.Facilitator));
        Assert.Equal([topic], await Waiting(neighbour));
        Assert.Equal(0, await Queries.CountUnread(Cancel));
    }

    [Fact]
    public async Task has_nothing_of_what_was_withdrawn()
    {
        var (somebody, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        await Do(topic, new WithdrawTopic(somebody));

        Assert.Empty(await Waiting(somebody));
        Assert.Empty(await Queries.ProposedBy(somebody.Id, 9, Cancel));
        Assert.Null(await Queries.Find(topic, somebody, Cancel));
        Assert.Equal(0, await _chapter.Get<Database>().Find<long>("select count(*) from grain_state where cast(state as text) like '%argent%'", null, Cancel));
    }

    [Fact]
    public async Task no_longer_counts_who_left_and_keeps_what_they_proposed()
    {
        var (somebody, _) = await _chapter.AddMember();
        var (neighbour, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        var theirs = await Propose(neighbour, "Les silences", TopicStream.Practice);
        await Do(topic, new SayMeToo(neighbour));
        await Do(theirs, new SayMeToo(somebody));
        _chapter.Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await _chapter.Get<People>().End(new(neighbour, neighbour.Id), Cancel)).Succeeded);
        await _chapter.Pass();

        Assert.Equal([(theirs, 1L), (topic, 0L)], (await Queries.Backlog(somebody, 1, 9, Cancel)).Select(t => (t.Id, t.Interest)));
    }

    [Fact]
    public async Task tells_the_proposer_once_by_letter_that_a_meeting_which_was_announced_takes_the_topic_up()
    {
        var (somebody, address) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        var meeting = await _chapter.Announce(_start);
        await _chapter.Pass();
        var announced = _chapter.Mail.To(address).Count;
        await PutOn(meeting, topic, 1);
        Assert.Empty(await _chapter.Pass());

        var letter = Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(20)));
        Assert.Equal((address, "Un sujet que vous avez proposé"), (letter.To.Mailboxes.Single().Address, letter.Subject));
        Assert.Contains("à l’ordre du jour de la rencontre du mardi 24 mars 2026, de 18 h 30", Plain(letter), StringComparison.Ordinal);
        Assert.Contains("Parler d’argent", Plain(letter), StringComparison.Ordinal);
        Assert.Contains($"/fr/rencontres/{meeting}", Plain(letter), StringComparison.Ordinal);
        Assert.NotNull(letter.Headers["List-Unsubscribe-Post"]);

        await _chapter.Do(meeting, new RevisePlan(_chapter.Facilitator, 2, With(topic) with { Start = _start, Place = MeetingSamples.Plan.Place, Title = "Autre titre" }));
        await _chapter.Restart();
        await _chapter.Pass(TimeSpan.FromDays(1));
        Assert.Equal(announced + 1, _chapter.Mail.To(address).Count);
    }

    [Fact]
    public async Task tells_nothing_of_what_was_put_on_and_taken_out_again_at_once()
    {
        var (somebody, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        var meeting = await _chapter.Announce(_start);
        await _chapter.Pass();
        await PutOn(meeting, topic, 1);
        await _chapter.Pass();
        await _chapter.Do(meeting, new RevisePlan(_chapter.Facilitator, 2, MeetingSamples.Plan with { Start = _start }));

        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(1)));

        // And when it comes back, it is news after all.
        await PutOn(meeting, topic, 3);
        await _chapter.Pass();
        Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(20)));
    }

    [Fact]
    public async Task tells_the_proposer_by_letter_that_there_is_an_answer_and_not_what_it_says()
    {
        var (somebody, address) = await _chapter.AddMember(language: "en");
        var topic = await Propose(somebody, "Money", TopicStream.System);
        await Do(topic, new DeclineTopic(_chapter.Facilitator, "On en a parlé il y a peu."));
        await _chapter.Pass();

        var letter = Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(20)));

        Assert.Equal((address, "A topic you proposed"), (letter.To.Mailboxes.Single().Address, letter.Subject));
        Assert.Contains($"/en/topics/{topic}", Plain(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("il y a peu", Plain(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task writes_no_letter_to_who_does_not_want_such_letters()
    {
        var (somebody, _) = await _chapter.AddMember();
        var topic = await Propose(somebody, "Parler d’argent", TopicStream.System);
        Assert.True((await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(somebody.Id).Do(new DeclineLetters(somebody, "topic"))).Succeeded);
        await Do(topic, new DeclineTopic(_chapter.Facilitator, "Non."));
        await _chapter.Pass();

        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(1)));
    }

    private async Task<Guid> Propose(Actor who, string title, TopicStream stream)
    {
        _chapter.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await Do(id, new ProposeTopic(who, new TopicContent { Title = title, Stream = stream }));
        return id;
    }

    private async Task Do<T>(Guid topic, T operation) where T : IOperation<Topic> =>
        Assert.Empty((await _chapter.Get<IGrainFactory>().GetGrain<ITopicGrain>(topic).Do(operation)).Refusals);

    private Task PutOn(Guid meeting, Guid topic, int basedOn) => _chapter.Do(meeting, new RevisePlan(_chapter.Facilitator, basedOn, With(topic) with { Start = _start }));

    private async Task<IReadOnlyList<Guid>> Waiting(Actor reader) => [.. (await Queries.Backlog(reader, 1, 20, Cancel)).Select(t => t.Id)];

    private async Task<(TopicStanding Standing, Guid? Meeting)> StandingOf(Guid topic)
    {
        var found = (await Queries.Find(topic, _chapter.Facilitator, Cancel))!;
        return (found.Standing, found.Row.MeetingId);
    }

    private static MeetingPlan With(Guid topic) => MeetingSamples.Plan with
    {
        Items = [.. MeetingSamples.Plan.Items, new AgendaItem { Id = topic, Title = "Parler d’argent", Stream = TopicStream.System, Kind = ItemKind.Discussion, Minutes = 20 }],
    };

    private static string Plain(MimeMessage letter) => letter.TextBody!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\u00a0', ' ');
}

public sealed class The_backlog_on_sqlite() : The_backlog(null);

public sealed class The_backlog_on_postgresql(PostgresServer server) : The_backlog(server);
