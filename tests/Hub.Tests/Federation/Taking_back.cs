using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Federation;

/// <summary>What a chapter may always do: take back what it said, and itself.</summary>
public abstract class Taking_back(HubOn engine) : AtAHub(engine)
{
    private static readonly Guid walk = new("0197a7a0-0000-7000-8000-0000000000aa");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_text_is_done_at_once_whatever_the_chapters_standing(bool revoked)
    {
        var chapter = await Hub.Admitted();
        var shared = chapter.Revise("La marche", practice: walk);
        await chapter.Push(shared);
        await Stop(chapter, revoked);

        var answer = await chapter.Push(chapter.Revise("Le café"), Withdraw(chapter));

        Assert.All(answer.Results, r => Assert.Equal(PushStatus.Accepted, r.Status));
        Assert.Equal(0, await Contents(chapter, 3));
        await Refused.As(StatusCode.PermissionDenied, revoked ? "REVOKED" : "SUSPENDED", () => chapter.Pull());
    }

    [Fact]
    public async Task nothing_else_that_a_suspended_chapter_sends_is_shown_until_it_is_reinstated_and_sends_the_texts()
    {
        var chapter = await Hub.Admitted();
        await Stop(chapter, revoked: false);
        var shared = chapter.Revise("La marche", practice: walk);

        var answer = await chapter.Push(shared);
        Assert.Equal((3ul, PushStatus.ContentWanted), answer.Results.SelectMany(r => r.Items).Select(i => (i.Position, i.Status)).Single());
        Assert.Equal(0, await Contents(chapter, 3));
        Assert.Empty((await chapter.Hello()).ContentsWanted);

        await Hub.Decide(chapter, e => e.Reinstate(Hub.Operator, TimeProvider.System.GetUtcNow()));
        Assert.Equal([3ul], (await chapter.Hello()).ContentsWanted);
        Assert.Equal(PushStatus.Duplicate, Assert.Single((await chapter.Push(shared)).Results).Status);
        Assert.Equal(1, await Contents(chapter, 3));
        Assert.Empty((await chapter.Hello()).ContentsWanted);
    }

    [Fact]
    public async Task a_text_is_done_when_the_day_is_used_up()
    {
        var chapter = await Hub.Admitted();
        await chapter.Push(chapter.Revise("La marche", practice: walk));
        await chapter.Push(chapter.Together([.. Enumerable.Range(0, 200).Select(_ => chapter.Revise(textLength: 10))]));
        var more = chapter.Revise();
        await Refused.As(StatusCode.ResourceExhausted, "QUOTA_EXCEEDED", () => chapter.Push(more));

        var answer = await chapter.Push(more, Withdraw(chapter));

        Assert.All(answer.Results, r => Assert.Equal(PushStatus.Accepted, r.Status));
        Assert.Equal((0, 0), (await Contents(chapter, 3), await Contents(chapter, 204)));
    }

    [Fact]
    public async Task a_suspended_chapter_cannot_fill_the_hub_with_links()
    {
        var chapter = await Hub.Admitted();
        await Stop(chapter, revoked: false);
        FeedEntry Weighty() => chapter.Together([.. Enumerable.Range(0, 60).Select(_ => chapter.Say(
            at => new StatisticsReturn { At = at, Period = "2026Q3", SchemaVersion = 1, Method = new string('x', 15_000), Correction = 1 }, null))]);
        await chapter.Push(Weighty());
        await chapter.Push(Weighty());

        await Refused.As(StatusCode.ResourceExhausted, "QUOTA_EXCEEDED", () => chapter.Push(Weighty()));
    }

    [Theory]
    [InlineData(EnrolmentState.Pending)]
    [InlineData(EnrolmentState.Admitted)]
    [InlineData(EnrolmentState.Suspended)]
    [InlineData(EnrolmentState.Revoked)]
    public async Task a_node_whose_signing_key_is_lost_is_done_with_the_printed_words(EnrolmentState standing)
    {
        var chapter = await In(standing);
        var words = chapter.Recovery.Key;
        using var replacement = SigningKey.Create();

        Assert.Equal(2ul, (await chapter.Hello(chapter.With("ExchangeService/Hello", key: words))).FeedPosition);
        var answer = await chapter.Push(words, chapter.Keys(state => KeyStatements.Recover(state, words, replacement, words.Public, SampleChapter.Founded)));

        Assert.Equal((PushStatus.Accepted, 3ul), (Assert.Single(answer.Results).Status, answer.FeedPosition));
        await Refused.As(StatusCode.Unauthenticated, "KEY_UNKNOWN", chapter.Ask);
        chapter.Key = replacement;
        await chapter.Ask();
        if (standing == EnrolmentState.Pending)
        {
            await Hub.Admit(chapter);
            Assert.Equal(PushStatus.Accepted, Assert.Single((await chapter.Push(chapter.Revise())).Results).Status);
        }
    }

    [Fact]
    public async Task is_not_a_way_in_for_a_chapter_that_was_never_admitted()
    {
        var (reader, chapter) = (await Hub.Admitted(), new SampleChapter(Hub));
        await chapter.Enrol(await Hub.NewCode());
        await Stop(chapter, revoked: true);

        await Refused.As(StatusCode.PermissionDenied, "REVOKED", () => chapter.Push([.. chapter.Feed]));

        Assert.DoesNotContain((await reader.Pull()).Page.Entries, e => e.NodeId == chapter.Id.Value);
    }

    [Fact]
    public async Task a_node_whose_disk_is_lost_before_it_was_admitted_begins_with_its_own_feed()
    {
        var chapter = new SampleChapter(Hub);
        await chapter.Enrol(await Hub.NewCode());

        Assert.Equal(chapter.Feed, (await chapter.Pull(own: true, by: chapter.Recovery.Key)).Page.Entries);
    }

    [Fact]
    public async Task a_node_from_a_thief_is_done_while_the_thief_pushes()
    {
        var chapter = await Hub.Admitted();
        var (owner, words) = (chapter.Key, chapter.Recovery.Key);
        using var thiefs = SigningKey.Create();
        using var replacement = SigningKey.Create();
        await chapter.Push(chapter.Keys(state => KeyStatements.Rotate(state, owner, thiefs, SampleChapter.Founded)));
        chapter.Key = thiefs;
        var lie = chapter.Revise("Un mensonge");
        await chapter.Push(lie);

        var held = (await chapter.Hello(chapter.With("ExchangeService/Hello", key: words))).FeedPosition;
        var next = chapter.Revise("Un autre");
        var refused = await Refused.As(StatusCode.ResourceExhausted, "HELD_BACK", () => chapter.Push(next));
        Assert.InRange(int.Parse(refused.Metadata["retry_after_seconds"], System.Globalization.CultureInfo.InvariantCulture), 1, 900);
        var own = (await chapter.Pull(own: true, by: words)).Page.Entries;
        Assert.Equal(held, (ulong)own.Sum(FeedPages.ItemsOf));

        var state = own.Aggregate(FeedState.Empty, (before, entry) => FeedVerifier.Verify(before, entry).Next);
        var taken = SignedEntries.Keys(chapter.Id, KeyStatements.Compromise(state, words, replacement, words.Public, 3, SampleChapter.Founded));
        Assert.Equal(PushStatus.Accepted, Assert.Single((await chapter.Push(words, taken)).Results).Status);
        await Refused.As(StatusCode.Unauthenticated, "KEY_UNKNOWN", () => chapter.Push(next));
        chapter.Key = replacement;
        Assert.Equal(5ul, (await chapter.Hello()).FeedPosition);
    }

    [Fact]
    public async Task is_all_that_the_printed_words_are_for()
    {
        var chapter = await Hub.Admitted();
        var words = chapter.Recovery.Key;
        using var replacement = SigningKey.Create();

        await Refused.As(StatusCode.PermissionDenied, "RECOVERY_KEY_LIMITED", () => chapter.Pull(by: words));
        await Refused.As(StatusCode.PermissionDenied, "RECOVERY_KEY_LIMITED", () => chapter.Push(words, chapter.Revise()));
        await Refused.As(StatusCode.PermissionDenied, "RECOVERY_KEY_LIMITED",
            () => chapter.Push(words, SignedEntries.Keys(chapter.Id, chapter.Feed[0].KeyStatement)));
    }

    private static FeedEntry Withdraw(SampleChapter chapter) => chapter.Say(
        at => new Withdrawal { At = at, About = new Subject { Id = ByteString.CopyFrom(walk.ToByteArray(bigEndian: true)) }, Reason = WithdrawalReason.Erasure }, null);

    private async Task<SampleChapter> In(EnrolmentState standing)
    {
        if (standing == EnrolmentState.Pending)
        {
            var waiting = new SampleChapter(Hub);
            await waiting.Enrol(await Hub.NewCode());
            return waiting;
        }

        var chapter = await Hub.Admitted();
        if (standing != EnrolmentState.Admitted)
        {
            await Stop(chapter, standing == EnrolmentState.Revoked);
        }

        return chapter;
    }

    private Task Stop(SampleChapter chapter, bool revoked)
    {
        var now = TimeProvider.System.GetUtcNow();
        return Hub.Decide(chapter, e => revoked ? e.Revoke(Hub.Operator, "C’est fini.", now) : e.Suspend(Hub.Operator, "Une pause.", now));
    }

    private Task<long> Contents(SampleChapter chapter, long position) => Hub.Database.Find<long>(
        "select count(*) from item i join item_content c on c.position = i.position where i.node_id = @node and i.feed_position = @position",
        new { node = chapter.Id.Value, position }, Cancel);
}

public sealed class Taking_back_at_SQLite(HubOnSqlite engine) : Taking_back(engine), IClassFixture<HubOnSqlite>;

public sealed class Taking_back_at_PostgreSQL(HubOnPostgres engine) : Taking_back(engine), IClassFixture<HubOnPostgres>;
