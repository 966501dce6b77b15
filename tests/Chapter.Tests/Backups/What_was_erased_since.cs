using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Guests;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Committees;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Backups;

/// <summary>A database from before the erasures takes the place of the one in which they were made, as after a restore: the ledger beside it has them made again.</summary>
public abstract class What_was_erased_since(PostgresServer? server) : IAsyncLifetime
{
    private readonly List<string> _erased = [];
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IGrainFactory Grains => _chapter.Get<IGrainFactory>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task is_not_there_when_an_older_database_comes_back()
    {
        string[] roles = [ChapterRoles.Executive, ChapterRoles.Facilitator];
        var (who, _) = await _chapter.AddMember("dominique@exemple.org", "fr", roles);
        IMemberGrain Member() => Grains.GetGrain<IMemberGrain>(who.Id); // of the silo that runs
        var (draft, shared, foreign, topic, wanted, comment, kept, vote, meeting, guest, name, file, correction, batch) =
            (NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId());

        await Done(Member().Do(new DeclareGroups(who, ["service-user"], Agrees: true)));
        await Done(Member().Do(new MakeCalendarAddress(who, Word(), Word())));
        await Done(Grains.GetGrain<IPracticeGrain>(draft).Do(Samples.Write(who, new() { Title = Word(), Summary = Word(), Text = Word() })));
        await Done(Grains.GetGrain<IPracticeGrain>(shared).Do(Samples.Write(who, new() { Title = Word(), Summary = Word(), Text = Word() })));
        await Done(Grains.GetGrain<IPracticeGrain>(shared).Do(new ShareInChapter(who, 1)));
        await Done(Grains.GetGrain<IPracticeGrain>(foreign).Do(Samples.Write(who, new() { Title = "canari-gardé", Summary = "Reste.", Text = "Reste." })));
        await Done(Grains.GetGrain<ITopicGrain>(topic).Do(new ProposeTopic(who, new() { Title = Word(), Words = Word() })));
        await Done(Grains.GetGrain<ITopicGrain>(wanted).Do(new ProposeTopic(who, new() { Title = "Un autre", Words = "" })));
        await Done(Grains.GetGrain<ITopicGrain>(wanted).Do(new SayMeToo(_chapter.Facilitator)));
        var thread = Grains.GetGrain<ICommentThreadGrain>(wanted);
        await Done(thread.Do(new WriteComment(who, Topic.Kind, comment, new(Word(), "fr", ShowsName: false))));
        await Done(thread.Do(new WriteComment(who, Topic.Kind, kept, new("commentaire-gardé", "fr", ShowsName: false))));
        await Done(Grains.Vote(vote).Do(new RecordVote(who, Committee.TheExecutive, null, CommitteeSamples.Vote with { On = Dates.DayOf(_chapter.Clock.GetUtcNow()), Question = Word(), Outcome = Word() })));
        await _chapter.Do(meeting, new PlanMeeting(who, Meetings.MeetingSamples.Plan with { Start = new(2026, 3, 1, 18, 0, 0) }));
        await _chapter.Do(meeting, new AddFile(who, file, Word(), "fr", new(new('a', 64), FileKind.Pdf, 10)));
        await _chapter.Do(meeting, new RecordAfterwards(who));
        await _chapter.Do(meeting, new NameGuest(who, name, Word(), AttendanceMode.InPerson));
        await _chapter.Do(meeting, new CloseMeeting(who));
        await _chapter.Do(meeting, new WriteMinutes(who, 0, "Rien de spécial."));
        await _chapter.Do(meeting, new ProposeCorrection(who, correction, Word(), "fr"));
        await _chapter.Get<Database>().Write(
            t => t.Execute(
                """
                insert into guest (id, meeting_id, day, hash, address, language, mode, is_coming, asked_at, confirmed_at)
                values (@guest, @meeting, '2026-03-17', @hash, @address, 'fr', 'remote', 1, @now, @now)
                """,
                new { guest, meeting, hash = new byte[32], address = Word(), now = _chapter.Clock.GetUtcNow() }),
            Cancel);
        var (takenBack, refused) = ($"{Word()}@exemple.org", $"{Word()}@exemple.org");
        await Invite(who, batch, takenBack);
        await Invite(who, NewId(), refused);
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
        Assert.Equal(_erased.Order(StringComparer.Ordinal), await Found());

        var copy = await _chapter.CopyDatabase(server);
        await Done(Member().Do(new WithdrawGroups(who)));
        await Done(Member().Do(new EndCalendarAddress(who)));
        await Done(Grains.GetGrain<IPracticeGrain>(draft).Do(new WithdrawPractice(who, WithdrawalReason.Erasure)));
        await Done(Grains.GetGrain<IPracticeGrain>(shared).Do(new WithdrawPractice(who, WithdrawalReason.Erasure)));
        await Done(Grains.GetGrain<ITopicGrain>(topic).Do(new WithdrawTopic(who)));
        await Done(Grains.GetGrain<ITopicGrain>(wanted).Do(new TakeBackMeToo(_chapter.Facilitator)));
        await Done(Grains.GetGrain<ICommentThreadGrain>(wanted).Do(new EraseComment(who, comment)));
        await Done(Grains.Vote(vote).Do(new EraseVoteWords(who)));
        await _chapter.Do(meeting, new RemoveFile(who, file));
        await _chapter.Do(meeting, new ForgetGuestName(who, name));
        await _chapter.Do(meeting, new TakeBackCorrection(who, correction));
        await _chapter.Get<GuestStore>().Withdraw(guest, Cancel);
        Assert.True((await _chapter.Get<InvitationStore>().TakeBack(who, batch, Cancel)).Succeeded);
        await _chapter.Get<InvitationStore>().Refuse(await _chapter.Get<AddressHashes>().Of(EmailAddress.Parse(refused)!, Cancel), Cancel);
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
        await IsGone();

        await _chapter.PutBack(copy, server);
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);

        await IsGone();
        Assert.Equal("commentaire-gardé", Assert.Single((await _chapter.Get<CommentQueries>().Find(wanted, Cancel)).Comments).Content.Text);
        Assert.Equal("canari-gardé", (await _chapter.Get<PracticeQueries>().Find(foreign, who, Cancel))!.Title);
        Assert.Empty((await _chapter.Get<MemberQueries>().Find(who.Id, Cancel)).Groups);
        Assert.Equal(0, await _chapter.Get<Database>().Find<long>("select count(*) from topic_interest where topic_id = @wanted", new { wanted }, Cancel));
        Assert.Equal(1, await _chapter.Get<Database>().Find<long>("select count(*) from invitation_never", null, Cancel));
        Assert.DoesNotContain(await _chapter.Pass(TimeSpan.FromDays(2)), letter => letter.To.Mailboxes.Any(to => to.Address == takenBack || to.Address == refused));
    }

    [Fact]
    public async Task is_written_down_as_ids_and_nothing_else_and_once()
    {
        var (who, _) = await _chapter.AddMember();
        var (topic, comment) = (NewId(), NewId());
        await Done(Grains.GetGrain<ITopicGrain>(topic).Do(new ProposeTopic(who, new() { Title = Word() })));
        await Done(Grains.GetGrain<ICommentThreadGrain>(topic).Do(new WriteComment(who, Topic.Kind, comment, new(Word(), "fr", ShowsName: false))));
        await Done(Grains.GetGrain<ICommentThreadGrain>(topic).Do(new EraseComment(who, comment)));
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
        // As if the file had been lost.
        File.Delete(Path.Combine(_chapter.Folder, "erased.ledger"));
        await _chapter.Restart();
        await _chapter.Restart();
        await Done(Grains.GetGrain<ITopicGrain>(topic).Do(new WithdrawTopic(who)));
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);

        Assert.Equal([$"erased comment {comment:N}", $"erased topic {topic:N}"], await File.ReadAllLinesAsync(Path.Combine(_chapter.Folder, "erased.ledger"), Cancel));
    }

    private async Task IsGone()
    {
        // What was written over lies in the embedded database's log for some seconds; whoever closes it empties it.
        await _chapter.Restart();
        Assert.Empty(await Found());
    }

    private Task<IReadOnlyList<string>> Found() => WhatIsThere.Of(_chapter.Folder, _chapter.Get<Database>(), _erased);

    private async Task Invite(Actor who, Guid batch, string address) => Assert.True((await _chapter.Get<InvitationStore>().Invite(
        new InvitePeople(who, batch, [new(1, "", EmailAddress.Parse(address), "fr", false)], Word()), Cancel)).Succeeded);

    // Words that nobody writes by chance.
    private string Word()
    {
        _erased.Add($"canari{_erased.Count:D3}zq");
        return _erased[^1];
    }

    private Guid NewId() => Guid.CreateVersion7(_chapter.Clock.GetUtcNow());

    private static async Task Done(Task<Result> doing) => Assert.Empty((await doing).Refusals);
}

public sealed class What_was_erased_since_on_SQLite() : What_was_erased_since(null)
{
    [Fact]
    public void is_found_in_every_record_that_can_say_so()
    {
        var services = new ServiceCollection();
        ChapterNode.AddFeatures(services);
        var kept = services.Where(s => s.ServiceType == typeof(IErasesAgain)).Select(s => s.ImplementationFactory?.Method).ToList();

        foreach (var record in typeof(ChapterNode).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IErasable))))
        {
            Assert.Contains(kept, k => k?.DeclaringType?.GetGenericArguments().Contains(record) == true || k?.GetGenericArguments().Contains(record) == true);
        }
    }
}

public sealed class What_was_erased_since_on_PostgreSQL(PostgresServer server) : What_was_erased_since(server);
