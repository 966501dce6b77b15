using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public abstract class A_meeting_grain : IAsyncLifetime
{
    private static readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly TemporaryFolder _folder = new();
    private InProcessTestCluster _cluster = null!;
    private Database _database = null!;
    private int _next = 100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IServiceProvider Silo => _cluster.Silos[0].ServiceProvider;

    private MeetingQueries Queries => Silo.GetRequiredService<MeetingQueries>();

    private ActionQueries Actions => Silo.GetRequiredService<ActionQueries>();

    private MeetingNames Names => Silo.GetRequiredService<MeetingNames>();

    protected abstract Task<Database> Connect(TemporaryFolder folder);

    public async ValueTask InitializeAsync()
    {
        _database = await Connect(_folder);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddStorage();
            silo.Services.AddSingleton(_database);
            silo.Services.AddFiles().AddSingleton(new FilesOptions()).AddMeetings();
            silo.Services.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
            silo.AddGrainStates();
        });
        var node = typeof(Database).Assembly;
        await new Migrator(_database, [new(node, "Storage"), new(node, "Accounts"), new(node, "Files"), new(typeof(Meeting).Assembly, "Members"), new(typeof(Meeting).Assembly, "Meetings")], TimeProvider.System, NullLogger<Migrator>.Instance).Migrate(Cancel);
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task goes_from_its_plan_to_its_approved_minutes()
    {
        var (id, meeting) = await Announced(days: 1);
        await Done(meeting.Do(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Remote)));
        await Done(meeting.Do(new BeginMeeting(MeetingSamples.Facilitator)));
        await Done(meeting.Do(new MarkPresent(MeetingSamples.Member, AttendanceMode.Remote)));
        await Done(meeting.Do(new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Owner.Id, AttendanceMode.InPerson)])));
        await Done(meeting.Do(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 1)));
        await Done(meeting.Do(MeetingSamples.Note(MeetingSamples.Secretary)));
        await Done(meeting.Do(new CloseMeeting(MeetingSamples.Facilitator)));
        await Done(meeting.Do(new WriteMinutes(MeetingSamples.Secretary, 0, "# Présences\n\nDeux personnes.")));

        var draft = (await Queries.Find(id, MeetingSamples.Member, Cancel))!;
        Assert.Equal((2, 1), (draft.Attendance(AttendanceMode.InPerson), draft.Attendance(AttendanceMode.Remote)));
        Assert.Equal("# Présences\n\nDeux personnes.", await Queries.MinutesOf(draft, MeetingSamples.Member, Cancel));
        Assert.Null(await Queries.MinutesOf(draft, Samples.Nobody, Cancel));

        var (later, next) = await Announced(days: 30);
        await Done(next.Do(new BeginMeeting(MeetingSamples.Facilitator)));
        Assert.Equal([id], (await Queries.MinutesToApprove((await Queries.Find(later, MeetingSamples.Facilitator, Cancel))!, 5, Cancel)).Select(r => r.Id));
        Assert.Equal([later], (await Queries.After(draft, 5, Cancel)).Select(r => r.Id));
        await Done(meeting.Do(new ApproveMinutes(MeetingSamples.Facilitator, 1, later)));

        var approved = (await Queries.Find(id, MeetingSamples.Member, Cancel))!;
        Assert.Equal(MinutesState.Approved, approved.Minutes!.State);
        Assert.Empty(await Queries.MinutesToApprove((await Queries.Find(later, MeetingSamples.Facilitator, Cancel))!, 5, Cancel));
    }

    [Fact]
    public async Task counts_everybody_of_whom_several_people_write_at_once()
    {
        var (id, meeting) = await Announced(days: 1);
        await Done(meeting.Do(new BeginMeeting(MeetingSamples.Facilitator)));

        await Task.WhenAll(
        [
            .. Enumerable.Range(40, 10).Select(n => Done(meeting.Do(new MarkPresent(Samples.Someone(n), AttendanceMode.InPerson)))),
            .. Enumerable.Range(60, 5).Select(n => Done(meeting.Do(new TakeAttendance(MeetingSamples.Facilitator, [new(Samples.Someone(n).Id, AttendanceMode.Remote)])))),
            Done(meeting.Do(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 3))),
            Done(meeting.Do(new CountGuests(Samples.Executive, AttendanceMode.Remote, 2))),
        ]);

        var counted = (await Queries.Find(id, MeetingSamples.Member, Cancel))!;
        Assert.Equal((13, 7), (counted.Attendance(AttendanceMode.InPerson), counted.Attendance(AttendanceMode.Remote)));
    }

    [Fact]
    public async Task is_asked_on_the_day_on_which_it_is_to_forget_and_named_who_is_late()
    {
        var (id, meeting) = await Announced(days: 0, plan => plan with { Start = plan.Start.AddMinutes(30) });
        var (_, another) = await Announced(days: 1);
        await Done(another.Do(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Remote)));
        var today = Dates.DayOf(TimeProvider.System.GetUtcNow());

        await Done(meeting.Do(new TellTrouble(MeetingSamples.Member, TroubleKind.Late)));

        Assert.Empty(await Queries.ToForget(today, 10, Cancel));
        Assert.Equal([id], await Queries.ToForget(today.AddDays(1), 10, Cancel));
        Assert.Equal(1, await _database.Find<long>("select count(*) from meeting_person where meeting_id = @id and member_id = @member", new { id, member = MeetingSamples.Member.Id }, Cancel));
        await Done(meeting.Do(new TellTrouble(MeetingSamples.Member, null)));
        Assert.Empty(await Queries.ToForget(today.AddDays(1), 10, Cancel));
    }

    [Fact]
    public async Task forgets_its_guests_names_after_a_year_and_keeps_how_many_there_were()
    {
        var (id, meeting) = await Planned(days: -400);
        await Done(meeting.Do(new RecordAfterwards(MeetingSamples.Facilitator)));
        await Done(meeting.Do(new NameGuest(MeetingSamples.Facilitator, MeetingSamples.Later, "Sacha", AttendanceMode.Remote)));

        // As on the next day.
        await _database.Write(
            async t =>
            {
                await FollowerLoop.Rewind(t, "meeting-days", 0);
                return true;
            },
            Cancel);
        await Silo.GetRequiredService<FollowerLoop>().CatchUp(Cancel);

        var later = (await Queries.Find(id, MeetingSamples.Facilitator, Cancel))!;
        Assert.Equal((0, new GuestCount(0, 1)), (later.GuestNames.Count, later.Guests));
    }

    [Fact]
    public async Task is_past_once_its_day_is_over_and_asks_those_who_run_meetings()
    {
        var (announced, _) = await Announced(days: 1);
        var (begun, running) = await Announced(days: 2);
        await Done(running.Do(new BeginMeeting(MeetingSamples.Facilitator)));
        var (cancelled, off) = await Announced(days: 3);
        await Done(off.Do(new CancelMeeting(MeetingSamples.Facilitator, "Neige")));
        var (draft, never) = await Planned(days: -3);
        var later = _now.AddDays(5);

        Assert.Equal([announced, begun, cancelled], (await Queries.Ahead(_now, 10, Cancel)).Select(r => r.Id));
        Assert.Equal([cancelled], (await Queries.CancelledAhead(_now, 10, Cancel)).Select(m => m.Id));
        Assert.Empty(await Queries.Unresolved(MeetingSamples.Facilitator, _now, 10, Cancel));

        Assert.Empty(await Queries.Ahead(later, 10, Cancel));
        Assert.Empty(await Queries.CancelledAhead(later, 10, Cancel));
        Assert.Null(await Queries.Next(later, Cancel));
        Assert.Equal([begun, announced], (await Queries.Unresolved(MeetingSamples.Facilitator, later, 10, Cancel)).Select(r => r.Id));
        Assert.Empty(await Queries.Unresolved(MeetingSamples.Member, later, 10, Cancel));
        var years = (await Queries.Years(later, Cancel))!.Value;
        var behind = new List<MeetingRow>();
        for (var year = years.Last; year >= years.First; year--)
        {
            behind.AddRange(await Queries.Behind(year, later, 1, 20, Cancel));
        }

        Assert.Equal([cancelled, begun, announced], behind.Select(r => r.Id));
        Assert.Equal([MeetingStanding.Cancelled, MeetingStanding.BeingRecorded, MeetingStanding.Unresolved], behind.Select(r => r.StandingAt(later)));

        // What was never announced is recorded afterwards, and then every member sees it.
        Assert.Null(await Queries.Find(draft, MeetingSamples.Member, Cancel));
        await Done(never.Do(new RecordAfterwards(MeetingSamples.Facilitator)));
        await Done(never.Do(new CloseMeeting(MeetingSamples.Facilitator)));
        Assert.Equal(MeetingState.Closed, (await Queries.Find(draft, MeetingSamples.Member, Cancel))!.State);
    }

    [Fact]
    public async Task leaves_nothing_behind_when_it_refuses()
    {
        var (id, meeting) = New();

        Assert.Equal("access.role-missing", (await meeting.Do(new PlanMeeting(MeetingSamples.Member, Plan(1)))).Refusals.Single().Code);
        Assert.Equal("meeting.unknown", (await meeting.Do(new WriteMinutes(MeetingSamples.Secretary, 0, "Texte"))).Refusals.Single().Code);

        Assert.Null(await Queries.Find(id, MeetingSamples.Facilitator, Cancel));
        Assert.Equal(0, await _database.Find<long>("select count(*) from text", null, Cancel));
        Assert.Equal(0, await _database.Find<long>("select count(*) from change_log", null, Cancel));
    }

    [Fact]
    public async Task takes_the_answers_of_all_who_answer_at_once()
    {
        var (id, meeting) = await Announced(days: 1);

        await Task.WhenAll(Enumerable.Range(40, 10).Select(n => Done(meeting.Do(new AnswerInvitation(Samples.Someone(n), RsvpAnswer.InPerson)))));

        Assert.Equal(10, (await Queries.Find(id, MeetingSamples.Member, Cancel))!.Count(RsvpAnswer.InPerson));
    }

    [Fact]
    public async Task stands_where_people_look_for_it()
    {
        var (draft, _) = await Planned(days: 3);
        var (soon, _) = await Announced(days: 5);
        var (guests, _) = await Announced(days: 9, plan => plan with { OpenToGuests = true });
        var (cancelled, off) = await Announced(days: 7);
        await Done(off.Do(new CancelMeeting(MeetingSamples.Facilitator, "Neige")));
        var (closed, over) = await Announced(days: 1);
        await Done(over.Do(new BeginMeeting(MeetingSamples.Facilitator)));
        await Done(over.Do(new CloseMeeting(MeetingSamples.Facilitator)));

        Assert.Equal([soon, cancelled, guests], (await Queries.Ahead(_now, 10, Cancel)).Select(r => r.Id));
        Assert.Equal([draft], (await Queries.Drafts(MeetingSamples.Facilitator, 10, Cancel)).Select(r => r.Id));
        Assert.Empty(await Queries.Drafts(MeetingSamples.Member, 10, Cancel));
        Assert.Null(await Queries.Find(draft, MeetingSamples.Member, Cancel));
        Assert.Equal(soon, (await Queries.Next(_now, Cancel))!.Id);
        Assert.Equal(guests, (await Queries.NextForGuests(_now, Cancel))!.Id);

        var years = (await Queries.Years(_now, Cancel))!.Value;
        Assert.Equal(years.First, years.Last);
        Assert.Equal([closed], (await Queries.Behind(years.Last, _now, 1, 20, Cancel)).Select(r => r.Id));
        Assert.Equal(1, await Queries.CountBehind(years.Last, _now, Cancel));
        Assert.Empty(await Queries.Behind(years.Last - 1, _now, 1, 20, Cancel));
        Assert.Equal(new AgendaBalance(60, 40, 0), Assert.Single(await Queries.EarlierBalances(soon, Cancel)));
        Assert.Empty(await Queries.EarlierBalances(closed, Cancel));
        Assert.Equal(closed, Assert.Single(await Queries.LastClosed(12, Cancel)).Id);
    }

    [Fact]
    public async Task carries_on_what_was_promised_until_it_is_done()
    {
        await _database.Write(t => t.Execute(
            "insert into account (id, address, name, name_sort, name_find, language, stay, joined_at, address_at) values (@Id, 'd@example.org', 'Dominiqüe', @sort, 'dominique', 'fr', @Id, @_now, @_now)",
            new { MeetingSamples.Owner.Id, sort = NameOrder.SortKey("Dominiqüe"), _now }), Cancel);
        var (id, meeting) = await Announced(days: 1);
        await Done(meeting.Do(new BeginMeeting(MeetingSamples.Facilitator)));
        await Done(meeting.Do(MeetingSamples.Note(MeetingSamples.Facilitator, OutcomeKind.Action, MeetingSamples.Promise) with { Due = DateOnly.FromDateTime(_now.UtcDateTime).AddDays(30) }));
        await Done(meeting.Do(MeetingSamples.Note(MeetingSamples.Facilitator, OutcomeKind.Action, MeetingSamples.Later)));

        var promised = await Actions.PromisedBy(MeetingSamples.Owner.Id, 10, Cancel);
        Assert.Equal([MeetingSamples.Promise, MeetingSamples.Later], promised.Select(p => p.Id));
        Assert.Equal((id, "Rencontre de mars", DateOnly.FromDateTime(_now.UtcDateTime).AddDays(30)), (promised[0].MeetingId, promised[0].MeetingTitle, promised[0].DueDay!.Value));
        Assert.Empty(await Actions.PromisedBy(MeetingSamples.Member.Id, 10, Cancel));
        Assert.Empty(await Actions.CarriedInto(id, 10, Cancel));
        Assert.Equal(2, (await Actions.CarriedInto(MeetingSamples.Later, 10, Cancel)).Count);
        Assert.Equal("Dominiqüe", (await Names.In(id, MeetingSamples.Facilitator, Cancel))[MeetingSamples.Owner.Id]);
        Assert.Equal("Dominiqüe", (await Names.OwnersOfCarried(MeetingSamples.Owner, Cancel))[MeetingSamples.Owner.Id]);
        Assert.Equal("Dominiqüe", (await Names.Search("NIQU", 10, Cancel))[MeetingSamples.Owner.Id]);
        // Nothing about a member is shown that they did not turn on.
        Assert.Empty(await Names.In(id, MeetingSamples.Member, Cancel));
        Assert.Empty(await Names.SeenIn(id, Cancel));
        Assert.Empty(await Names.Search("%", 10, Cancel));

        await Done(meeting.Do(new SettleAction(MeetingSamples.Owner, MeetingSamples.Promise, Done: true)));
        await Done(meeting.Do(new SettleAction(MeetingSamples.Facilitator, MeetingSamples.Later, Done: true)));
        Assert.Empty(await Actions.PromisedBy(MeetingSamples.Owner.Id, 10, Cancel));
    }

    [Fact]
    public async Task is_planned_against_the_target_that_the_executive_set()
    {
        var bands = new BalanceBands(new(30, 50), new(30, 50), new(0, 40));
        Assert.Equal(BalanceBands.Default, (await Queries.Target(Cancel)).Bands);

        await Done(Silo.GetRequiredService<IGrainFactory>().GetGrain<IBalanceTargetGrain>(BalanceTarget.Only).Do(new SetBalanceTarget(Samples.Executive, 0, bands)));

        Assert.Equal((1, bands), ((await Queries.Target(Cancel)).Version, (await Queries.Target(Cancel)).Bands));
    }

    private static MeetingPlan Plan(int days)
    {
        var start = Dates.Local(_now.AddDays(days)).DateTime;
        return MeetingSamples.Plan with { Start = start.AddTicks(-(start.Ticks % TimeSpan.TicksPerMinute)) };
    }

    private async Task<(Guid Id, IMeetingGrain Grain)> Planned(int days, Func<MeetingPlan, MeetingPlan>? change = null)
    {
        var (id, grain) = New();
        await Done(grain.Do(new PlanMeeting(MeetingSamples.Facilitator, (change ?? (plan => plan))(Plan(days)))));
        return (id, grain);
    }

    private async Task<(Guid Id, IMeetingGrain Grain)> Announced(int days, Func<MeetingPlan, MeetingPlan>? change = null)
    {
        var planned = await Planned(days, change);
        await Done(planned.Grain.Do(new AnnounceMeeting(MeetingSamples.Facilitator, 1)));
        return planned;
    }

    private (Guid Id, IMeetingGrain Grain) New()
    {
        var id = Guid.Parse($"01890a5d-ac96-774b-bcce-{_next++:D12}");
        return (id, Silo.GetRequiredService<IGrainFactory>().Meeting(id));
    }

    private static async Task Done(Task<Result> result) => Assert.Empty((await result).Refusals);
}

public sealed class A_meeting_grain_on_sqlite : A_meeting_grain
{
    protected override Task<Database> Connect(TemporaryFolder folder) => Task.FromResult<Database>(new SqliteDatabase(folder.File("node.db")));
}

public sealed class A_meeting_grain_on_postgresql(PostgresServer server) : A_meeting_grain
{
    protected override async Task<Database> Connect(TemporaryFolder folder) => new PostgreSqlDatabase(await server.CreateDatabase(TestContext.Current.CancellationToken));
}
