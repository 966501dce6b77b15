using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.MovingIn;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.MovingIn;

/// <summary>The whole program on one engine, from Monday 2 March 2026 on, and a group that existed before.</summary>
public abstract class A_group_that_moves_in(PostgresServer? server) : IAsyncLifetime
{
    private static readonly UsualMeeting _usual = new(new(18, 0), 120, MeetingMode.InPerson, Language.French);

    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Actor Steward => new(_chapter.Facilitator.Id, [ChapterRoles.Steward]);

    private MovingRuns Runs => _chapter.Get<MovingRuns>();

    private MoveQueries Moves => _chapter.Get<MoveQueries>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task finds_its_past_meetings_among_those_that_are_over_and_nobody_gets_a_letter()
    {
        var (member, _) = await _chapter.AddMember();
        await _chapter.Pass();

        var move = await Bring(Table(24));

        Assert.Equal((MoveState.Made, 24, 24, ""), (move.State, move.Count, move.MadeCount, move.Work));
        var rows = await Meetings.Behind(2024, _chapter.Clock.GetUtcNow(), 1, 50, Cancel);
        Assert.Equal((12, 12L), (rows.Count, await Meetings.CountBehind(2025, _chapter.Clock.GetUtcNow(), Cancel)));
        var meeting = (await Meetings.Find(rows[^1].Id, member, Cancel))!;
        Assert.Equal(("Rencontre 1", MeetingState.Closed, 11), (meeting.Plan.Title, meeting.State, meeting.MovedIn!.Present));
        Assert.Equal("Ce que l’on s’est dit.", await Meetings.MinutesOf(meeting, member, Cancel));
        Assert.Empty(await _chapter.Pass(TimeSpan.FromDays(2)));
        Assert.Empty(await Meetings.MinutesToApprove(meeting with { Plan = meeting.Plan with { Start = new(2026, 3, 2, 18, 0, 0) } }, 50, Cancel));
        Assert.Equal(0, await Texts(move.Id)); // what stood in the file stays nowhere else
        Assert.Contains((await _chapter.Get<Database>().Query<string>("select kind from security_event", null, Cancel)), k => k == SecurityEvents.MovedIn);
    }

    [Fact]
    public async Task brings_nothing_twice()
    {
        await Bring(Table(3));

        var again = (await _chapter.Get<MeetingsPreview>().Of(Table(4), _usual, Cancel)).Value!;

        Assert.Equal("Rencontre 4", Assert.Single(again.Meetings).Title);
        Assert.Equal(["moving-in.here", "moving-in.here", "moving-in.here"], again.Notes.Select(n => n.Why.Code));
        // Two windows that were open at once: what one made the other finds.
        var twice = await Bring(Table(3), anew: true);
        Assert.Equal((MoveState.Made, 3, 0, 3), (twice.State, twice.Done, twice.MadeCount, twice.RefusedCount));
        Assert.All(twice.Refused, r => Assert.Equal("meeting.exists", r.Why.Code));
        // The same form sent again is the same move.
        Assert.Empty((await Runs.BringMeetings(Steward, twice.Id, [Past("Tout autre")], Language.French, Cancel)).Refusals);
        Assert.Equal(3, await Count());
    }

    [Fact]
    public async Task brings_no_meeting_that_begins_when_one_of_another_title_does()
    {
        await Bring("Date;Titre\n2024-01-09 18:00;CdP – Une première fois\n");

        var other = (await _chapter.Get<MeetingsPreview>().Of("Date;Titre\n2024-01-09 18:00;Une première fois\n2024-01-09 20:00;Après\n", _usual, Cancel)).Value!;

        Assert.Equal("Après", Assert.Single(other.Meetings).Title);
        Assert.Equal("moving-in.here-otherwise", Assert.Single(other.Notes).Why.Code);
    }

    [Fact]
    public async Task takes_all_back_but_for_what_somebody_added_something_to_and_can_bring_it_again()
    {
        var move = await Bring("Date;Titre;Notes\n2024-01-09;Une;Des notes\n2024-02-13;Deux;\n2024-03-12;Trois;\n2024-04-09;Quatre;\n2024-05-14;Cinq;\n");
        var (one, two, three) = (await Named("Une"), await Named("Deux"), await Named("Trois"));
        var scribe = new Actor(Id(), [ChapterRoles.Secretary]);
        await _chapter.Do(two, new WriteMinutes(scribe, 0, "Retrouvé."));
        await _chapter.Do(two, new ApproveMinutes(_chapter.Facilitator, 1, three));
        var four = await Named("Quatre");
        var documents = await BringDocument(four, "a");

        Assert.Empty((await Runs.Undo(Steward, move.Id, Cancel)).Refusals);

        var undone = (await Moves.Find(move.Id, Cancel))!;
        Assert.Equal((MoveState.Undone, true), (undone.State, undone.CanBeUndone));
        Assert.Equal(
            [(two, "meeting.written-on"), (three, "moving-in.approves"), (four, "meeting.has-files")],
            undone.Left.Select(l => (l.Meeting!.Value, l.Why.Code)));
        Assert.Equal(3, await Count());
        Assert.Equal(0, await Texts(move.Id));
        Assert.Equal(0, await Texts(one));

        Assert.Empty((await Runs.Undo(Steward, documents.Id, Cancel)).Refusals);
        Assert.Empty((await Runs.Undo(Steward, move.Id, Cancel)).Refusals);
        Assert.Equal(2, await Count());

        var again = await Bring("Date;Titre;Notes\n2024-01-09;Une;Des notes\n2024-04-09;Quatre;\n");
        Assert.Equal((2, 4L), (again.MadeCount, await Count()));
        Assert.Equal("moving-in.stale", Assert.Single((await Runs.Undo(Steward, Id(), Cancel)).Refusals).Code);
    }

    [Fact]
    public async Task adds_documents_once_somebody_said_yes_and_takes_them_off_again()
    {
        await Bring("Date;Titre\n2024-01-09;Une\n");
        var meeting = await Named("Une");

        var move = await BringDocument(meeting, "a");
        await _chapter.Pass(); // the store knows that the meeting names it

        var file = Assert.Single((await Meetings.Find(meeting, _chapter.Facilitator, Cancel))!.Files);
        Assert.Equal(("a", move.Id), (file.Title, file.MovedInBy));
        Assert.Equal("meeting.file-there", Assert.Single((await BringDocument(meeting, "a")).Refused).Why.Code);

        Assert.Empty((await Runs.Undo(Steward, move.Id, Cancel)).Refusals);
        await _chapter.Pass();
        Assert.Empty((await Meetings.Find(meeting, _chapter.Facilitator, Cancel))!.Files);
        Assert.Null(await _chapter.Get<FileStore>().Open(file.Stored, Cancel));
    }

    [Fact]
    public async Task lets_go_of_documents_to_which_nobody_said_yes()
    {
        await Bring("Date;Titre\n2024-01-09;Une\n");
        var (move, stored) = await OfferDocument(await Named("Une"), "a");

        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddHours(2));

        Assert.Equal("moving-in.too-late", Assert.Single((await Runs.Accept(Steward, move, Cancel)).Refusals).Code);
        await Runs.Continue(Cancel);
        Assert.Equal(MoveState.Undone, (await Moves.Find(move, Cancel))!.State);
        Assert.Null(await _chapter.Get<FileStore>().Open(stored, Cancel));
    }

    [Fact]
    public async Task prepares_invitations_that_go_when_somebody_says_so()
    {
        var id = Id();

        Assert.Empty((await Runs.BringRoster(Steward, id, AddressList.Read("a@exemple.org b@exemple.org personne"), "Venez.", Cancel)).Refusals);

        Assert.Equal((MoveState.Made, 2, ""), (await Moves.Find(id, Cancel) is { } made ? (made.State, made.MadeCount, made.Work) : default));
        Assert.Empty(await _chapter.Pass(TimeSpan.FromDays(1)));
        Assert.Equal((2, 2, 0), await Counted(id));

        Assert.Empty((await Runs.Send(Steward, id, Cancel)).Refusals);
        Assert.Equal((2, 0, 2), await Counted(id));
        var letters = await _chapter.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["a@exemple.org", "b@exemple.org"], letters.Select(l => l.To.Mailboxes.Single().Address).Order());
        Assert.Equal("invitation.stale", Assert.Single((await Runs.Send(Steward, id, Cancel)).Refusals).Code);

        Assert.Empty((await Runs.Undo(Steward, id, Cancel)).Refusals);
        Assert.Equal(("moving-in.sent", "2"), (await Moves.Find(id, Cancel))!.Left.Single() is { Why: var why } ? (why.Code, why.Args[0]) : default);
    }

    [Fact]
    public async Task takes_invitations_back_that_have_not_gone_and_forgets_those_that_nobody_sends()
    {
        var (undone, forgotten) = (Id(), Id());
        Assert.Empty((await Runs.BringRoster(Steward, undone, AddressList.Read("a@exemple.org"), null, Cancel)).Refusals);
        Assert.Empty((await Runs.Undo(Steward, undone, Cancel)).Refusals);
        Assert.Equal((0, 0, 0), await Counted(undone));
        Assert.Empty((await Moves.Find(undone, Cancel))!.Left);

        Assert.Empty((await Runs.BringRoster(Steward, forgotten, AddressList.Read("a@exemple.org"), null, Cancel)).Refusals);
        Assert.Empty(await _chapter.Pass(TimeSpan.FromDays(61)));
        Assert.Equal((0, 0, 0), await Counted(forgotten));
    }

    [Theory]
    [InlineData(ChapterRoles.Executive)]
    [InlineData(ChapterRoles.Facilitator)]
    [InlineData(null)]
    public async Task is_moved_by_a_steward_alone(string? role)
    {
        var other = new Actor(Id(), role is null ? [] : [role]);
        var move = await Bring(Table(1));

        Assert.Equal(
            Enumerable.Repeat(Access.RoleMissing, 5),
            new[]
            {
                await Runs.BringMeetings(other, Id(), [Past("Une")], Language.French, Cancel), await Runs.BringRoster(other, Id(), AddressList.Read("a@exemple.org"), null, Cancel),
                await Runs.Undo(other, move.Id, Cancel), await Runs.Accept(other, move.Id, Cancel), await Runs.Send(other, move.Id, Cancel),
            }.Select(r => r.Refusals.Single().Code));
        Assert.Equal(1, await Count());
    }

    private MeetingQueries Meetings => _chapter.Get<MeetingQueries>();

    private static string Table(int meetings) =>
        "Date;Titre;Notes;Présences\n" + string.Concat(Enumerable.Range(1, meetings).Select(i => $"{new DateOnly(2024, 1, 9).AddMonths(i - 1):yyyy-MM-dd};Rencontre {i};Ce que l’on s’est dit.;{10 + i}\n"));

    private static PastMeeting Past(string title) => new(2, title, new(2024, 1, 9, 18, 0, 0), 120, MeetingMode.InPerson, "", "", null);

    private Guid Id() => Guid.CreateVersion7(_chapter.Clock.GetUtcNow());

    private async Task<MoveIn> Bring(string text, bool anew = false)
    {
        var read = anew ? MeetingTable.Read(text, _usual, _chapter.Clock.GetUtcNow()).Value! : (await _chapter.Get<MeetingsPreview>().Of(text, _usual, Cancel)).Value!;
        var id = Id();
        Assert.Empty((await Runs.BringMeetings(Steward, id, read.Meetings, Language.French, Cancel)).Refusals);
        return (await Moves.Find(id, Cancel))!;
    }

    private async Task<(Guid Move, StoredFile Stored)> OfferDocument(Guid meeting, string title)
    {
        var (file, move) = (FileCheck.Look(FileSamples.Pdf()).Value!, Id());
        var id = Id();
        Assert.Empty((await _chapter.Get<FileStore>().Put(id, meeting, file, Cancel)).Refusals);
        Assert.Empty((await Runs.OfferDocuments(Steward, move, [new(id, 1, meeting, title, file.Stored)], Language.French)).Refusals);
        return (move, file.Stored);
    }

    private async Task<MoveIn> BringDocument(Guid meeting, string title)
    {
        var (move, _) = await OfferDocument(meeting, title);
        Assert.Empty((await Runs.Accept(Steward, move, Cancel)).Refusals);
        return (await Moves.Find(move, Cancel))!;
    }

    private async Task<Guid> Named(string title) => await _chapter.Get<Database>().Find<Guid>("select id from meeting where title = @title and state = 'closed'", new { title }, Cancel);

    private Task<long> Count() => _chapter.Get<Database>().Find<long>("select count(*) from meeting where state = 'closed'", null, Cancel);

    private Task<long> Texts(Guid holder) => _chapter.Get<Database>().Find<long>("select count(*) from text_holder where holder = @holder", new { holder }, Cancel);

    private async Task<(long, long, long)> Counted(Guid batch) => await _chapter.Get<InvitationStore>().CountOf(batch, Cancel) is var count ? (count.Count, count.Kept, count.Waiting) : default;
}

public sealed class A_group_that_moves_in_on_SQLite() : A_group_that_moves_in(null);

public sealed class A_group_that_moves_in_on_PostgreSQL(PostgresServer server) : A_group_that_moves_in(server);
