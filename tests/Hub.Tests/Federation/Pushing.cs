using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Tests.Harness;

namespace RecoveryCoP.Hub.Tests.Federation;

public abstract class Pushing(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task stores_the_items_and_says_how_far_the_feed_is()
    {
        var chapter = await Hub.Admitted();

        var answer = await chapter.Push(chapter.Revise(), chapter.Revise());

        Assert.Equal([PushStatus.Accepted, PushStatus.Accepted], answer.Results.Select(r => r.Status));
        Assert.Equal(4ul, answer.FeedPosition);
    }

    [Fact]
    public async Task again_is_a_success_and_stores_nothing_twice()
    {
        var chapter = await Hub.Admitted();
        var page = new[] { chapter.Revise(), chapter.Revise() };
        await chapter.Push(page);

        var again = await chapter.Push([.. chapter.Feed]);

        Assert.All(again.Results, r => Assert.Equal(PushStatus.Duplicate, r.Status));
        Assert.Equal(4ul, again.FeedPosition);
        Assert.Equal(4, await Hub.Database.Find<long>("select count(*) from item where node_id = @id", new { id = chapter.Id.Value }, Cancel));
    }

    [Fact]
    public async Task too_many_items_or_bytes_is_refused()
    {
        var chapter = await Hub.Admitted();
        var item = chapter.Revise();
        var large = Enumerable.Range(0, 6).Select(_ => chapter.Revise(textLength: 190_000)).ToArray();
        var many = chapter.Together([.. Enumerable.Range(0, 300).Select(_ => chapter.Revise(textLength: 10))]);

        await Refused.As(StatusCode.InvalidArgument, "PAGE_TOO_LARGE", () => chapter.Push([.. Enumerable.Repeat(item, 501)]));
        await Refused.As(StatusCode.InvalidArgument, "PAGE_TOO_LARGE", () => chapter.Push(many, many));
        await Refused.As(StatusCode.InvalidArgument, "PAGE_TOO_LARGE", () => chapter.Push(large));
    }

    [Fact]
    public async Task nothing_is_refused_with_the_field()
    {
        var chapter = await Hub.Admitted();

        var empty = await Refused.As(StatusCode.InvalidArgument, "FIELD_INVALID", () => chapter.Push());
        var hollow = await Refused.As(StatusCode.InvalidArgument, "FIELD_INVALID", () => chapter.Push(chapter.Revise(), new FeedEntry { NodeId = chapter.Id.Value }));

        Assert.Equal(("page", "page.entries[1]"), (empty.Metadata["field"], hollow.Metadata["field"]));
    }

    [Fact]
    public async Task a_broken_chain_is_refused_and_the_feed_stays_where_it_was()
    {
        var chapter = await Hub.Admitted();
        chapter.Revise();

        var answer = await chapter.Push(chapter.Revise());

        var result = Assert.Single(answer.Results);
        Assert.Equal((PushStatus.Rejected, "GAP", 2ul), (result.Status, result.Reason, answer.FeedPosition));
    }

    [Fact]
    public async Task pages_that_overtake_each_other_are_stored_in_order()
    {
        var chapter = await Hub.Admitted();
        var (first, second, third) = (chapter.Revise(), chapter.Revise(), chapter.Revise());

        var answers = await Task.WhenAll(chapter.Push(third), chapter.Push(second), chapter.Push(first));

        Assert.All(answers, answer => Assert.Equal(PushStatus.Accepted, Assert.Single(answer.Results).Status));
        Assert.Equal([5ul, 4ul, 3ul], answers.Select(a => a.FeedPosition));
        Assert.Equal(0, await Evidence(chapter));
    }

    [Fact]
    public async Task what_follows_on_the_heels_of_a_page_that_is_refused_is_no_evidence_of_a_gap()
    {
        var chapter = await Hub.Admitted();
        var forged = chapter.Revise().Clone();
        forged.Run.Run.Signatures[0].Value = ByteString.CopyFrom(new byte[64]);

        var following = chapter.Push(chapter.Revise());
        var refused = await chapter.Push(forged);
        var answer = await following;

        Assert.Equal("SIGNATURE_INVALID", Assert.Single(refused.Results).Reason);
        Assert.Equal(("GAP", 2ul), (Assert.Single(answer.Results).Reason, answer.FeedPosition));
        Assert.Equal(0, await Evidence(chapter));
    }

    [Fact]
    public async Task what_follows_a_page_that_the_day_cut_short_is_not_looked_at()
    {
        var chapter = await Hub.Admitted();
        var first = chapter.Together([.. Enumerable.Range(0, 190).Select(_ => chapter.Revise(textLength: 10))]);
        var over = chapter.Together([.. Enumerable.Range(0, 20).Select(_ => chapter.Revise(textLength: 10))]);
        var beyond = chapter.Revise();

        var following = chapter.Push(chapter.Revise());
        var cut = await chapter.Push(first, over, beyond);
        var answer = await following;

        Assert.Equal(2, cut.Results.Count);
        Assert.Equal(("GAP", 212ul), (Assert.Single(answer.Results).Reason, answer.FeedPosition));
        Assert.Equal(0, await Evidence(chapter));
    }

    [Fact]
    public async Task three_full_pages_at_once_wait_for_each_other()
    {
        await using var hub = await RunningHub.Start(null, ("Exchange:ItemsPerDay", "10000"), ("Exchange:PageAheadSeconds", "30"));
        var chapter = await hub.Admitted();
        var pages = Enumerable.Range(0, 3).Select(_ => chapter.Together([.. Enumerable.Range(0, 500).Select(_ => chapter.Revise(textLength: 10))])).ToArray();

        var answers = await Task.WhenAll(pages.Reverse().Select(page => chapter.Push(page)));

        Assert.All(answers, answer => Assert.Equal(PushStatus.Accepted, Assert.Single(answer.Results).Status));
    }

    [Fact]
    public async Task what_is_held_already_writes_nothing()
    {
        var chapter = await Hub.Admitted();
        var page = new[] { chapter.Revise(), chapter.Revise() };
        await chapter.Push(page);
        await Hub.Get<RecoveryCoP.Node.Storage.FollowerLoop>().CatchUp(Cancel);

        var written = Hub.Database.Changes.Next;
        await chapter.Push(page);

        Assert.False(written.IsCompleted);
    }

    [Fact]
    public async Task the_same_page_many_times_at_once_is_stored_once()
    {
        var chapter = await Hub.Admitted();
        var page = new[] { chapter.Revise(), chapter.Revise() };

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => chapter.Push(page)));

        Assert.Equal(1, answers.Count(a => a.Results.All(r => r.Status == PushStatus.Accepted)));
        Assert.Equal(4, answers.Count(a => a.Results.All(r => r.Status == PushStatus.Duplicate)));
    }

    [Fact]
    public async Task of_a_feed_that_grew_behind_the_back_of_what_is_remembered_goes_on_from_where_it_stands()
    {
        var chapter = await Hub.Admitted();
        await chapter.Push(chapter.Revise());
        // As another process on the same database does.
        await Hub.Get<RecoveryCoP.Node.Feed.ItemStore>().Accept(new FeedPage { Entries = { chapter.Revise() } }, cancellationToken: Cancel);

        var answer = await chapter.Push(chapter.Revise());

        Assert.Equal((PushStatus.Accepted, 5ul), (Assert.Single(answer.Results).Status, answer.FeedPosition));
    }

    [Fact]
    public async Task by_a_chapter_that_was_suspended_behind_the_back_of_what_is_remembered_stores_links_only()
    {
        var chapter = await Hub.Admitted();
        await chapter.Push(chapter.Revise());
        await Hub.Database.Write(t => t.Execute("update enrolment set standing = 'Suspended', version = version + 1 where node_id = @id", new { id = chapter.Id.Value }), Cancel);

        await chapter.Push(chapter.Revise());

        Assert.Equal(
            0,
            await Hub.Database.Find<long>(
                "select count(*) from item i join item_content c on c.position = i.position where i.node_id = @id and i.feed_position = 4", new { id = chapter.Id.Value }, Cancel));
    }

    [Fact]
    public async Task a_bad_signature_is_refused_and_what_follows_is_not_looked_at()
    {
        var chapter = await Hub.Admitted();
        var forged = chapter.Revise().Clone();
        var value = forged.Run.Run.Signatures[0].Value.ToByteArray();
        value[10] ^= 1;
        forged.Run.Run.Signatures[0].Value = ByteString.CopyFrom(value);

        var answer = await chapter.Push(forged, chapter.Revise());

        var result = Assert.Single(answer.Results);
        Assert.Equal((PushStatus.Rejected, "SIGNATURE_INVALID", 2ul), (result.Status, result.Reason, answer.FeedPosition));
    }

    [Fact]
    public async Task an_unknown_type_is_put_aside_and_the_feed_goes_on()
    {
        var chapter = await Hub.Admitted();

        var answer = await chapter.Push(chapter.SayUnknown(), chapter.Revise());

        Assert.All(answer.Results, r => Assert.Equal(PushStatus.Accepted, r.Status));
        Assert.Equal((3ul, PushStatus.Quarantined, "TYPE_UNKNOWN"), answer.Results.SelectMany(r => r.Items).Select(i => (i.Position, i.Status, i.Reason)).Single());
        Assert.Equal(4ul, answer.FeedPosition);
    }

    [Fact]
    public async Task again_what_was_put_aside_is_told_why_it_was()
    {
        var chapter = await Hub.Admitted();
        var page = new[] { chapter.SayUnknown(), chapter.Revise() };
        await chapter.Push(page);

        var again = await chapter.Push(page);

        Assert.All(again.Results, r => Assert.Equal(PushStatus.Duplicate, r.Status));
        Assert.Equal((3ul, PushStatus.Quarantined, "TYPE_UNKNOWN"), again.Results.SelectMany(r => r.Items).Select(i => (i.Position, i.Status, i.Reason)).Single());
    }

    [Fact]
    public async Task what_the_hub_lost_of_another_feed_is_taken_because_it_verifies_by_itself()
    {
        var (chapter, other) = (await Hub.Admitted(), await Hub.Admitted());
        var lost = other.Revise();

        var answer = await chapter.Push(lost);

        Assert.Equal((PushStatus.Accepted, 2ul), (Assert.Single(answer.Results).Status, answer.FeedPosition));
        Assert.Equal(3ul, (await other.Hello()).FeedPosition);
    }

    [Fact]
    public async Task of_a_suspended_chapter_others_give_back_links_and_no_texts()
    {
        var (chapter, other) = (await Hub.Admitted(), await Hub.Admitted());
        var lost = other.Revise();
        await Hub.Decide(other, e => e.Suspend(Hub.Operator, "Une pause.", TimeProvider.System.GetUtcNow()));

        await chapter.Push(lost);

        Assert.Equal(1, await Hub.Database.Find<long>("select content_missing from item where node_id = @id and feed_position = 3", new { id = other.Id.Value }, Cancel));
    }

    [Fact]
    public async Task a_strangers_feed_or_two_feeds_with_ones_own_is_refused()
    {
        var (chapter, other) = (await Hub.Admitted(), await Hub.Admitted());
        var stranger = new SampleChapter(Hub);

        var unknown = await Refused.As(StatusCode.InvalidArgument, "FIELD_INVALID", () => chapter.Push([.. stranger.Feed]));
        var mixed = await Refused.As(StatusCode.InvalidArgument, "FIELD_INVALID", () => chapter.Push(other.Revise(), chapter.Revise()));

        Assert.Equal(("page.entries[0]", "page.entries[1]"), (unknown.Metadata["field"], mixed.Metadata["field"]));
    }

    [Fact]
    public async Task in_an_epoch_that_the_feed_has_left_is_refused_and_so_is_hello()
    {
        var chapter = await Hub.Admitted();
        await chapter.Push(chapter.Revise());
        var copy = chapter.Copy();
        copy.BeginEpoch();
        await copy.Push(copy.Revise());

        var answer = await chapter.Push(chapter.Revise());

        Assert.Equal((PushStatus.Rejected, "EPOCH_SUPERSEDED"), (Assert.Single(answer.Results).Status, answer.Results[0].Reason));
        await Refused.As(StatusCode.FailedPrecondition, "EPOCH_SUPERSEDED", () => chapter.Hello());
        Assert.Equal(4ul, (await copy.Hello()).FeedPosition);
    }

    [Fact]
    public async Task a_run_of_many_is_stored_whole()
    {
        var chapter = await Hub.Admitted();
        var run = chapter.Together([.. Enumerable.Range(0, 150).Select(_ => chapter.Revise(textLength: 10))]);

        var answer = await chapter.Push(run);

        Assert.Equal((PushStatus.Accepted, 152ul), (Assert.Single(answer.Results).Status, answer.FeedPosition));
        Assert.Equal(run, Assert.Single((await chapter.Pull(own: true)).Page.Entries.Skip(2)));
    }

    [Fact]
    public async Task more_than_the_day_allows_stores_the_run_that_reaches_it_and_then_says_when_to_try_again()
    {
        var chapter = await Hub.Admitted();
        var first = chapter.Together([.. Enumerable.Range(0, 190).Select(_ => chapter.Revise(textLength: 10))]);
        var over = chapter.Together([.. Enumerable.Range(0, 20).Select(_ => chapter.Revise(textLength: 10))]);
        var next = chapter.Revise();

        var answer = await chapter.Push(first, over, next);
        var refused = await Refused.As(StatusCode.ResourceExhausted, "QUOTA_EXCEEDED", () => chapter.Push(next));

        Assert.Equal((2, 212ul), (answer.Results.Count, answer.FeedPosition));
        Assert.All((await chapter.Push(first, over)).Results, r => Assert.Equal(PushStatus.Duplicate, r.Status));
        Assert.InRange(int.Parse(refused.Metadata["retry_after_seconds"], System.Globalization.CultureInfo.InvariantCulture), 1, 86_400);
    }

    [Fact]
    public async Task more_than_the_day_allows_in_four_calls_at_once_stores_no_more_than_in_one_after_the_other()
    {
        await using var hub = await RunningHub.Start(null, ("Exchange:PageAheadSeconds", "30"));
        var chapter = await hub.Admitted();
        var runs = Enumerable.Range(0, 4).Select(_ => chapter.Together([.. Enumerable.Range(0, 80).Select(_ => chapter.Revise(textLength: 10))])).ToArray();

        var refused = await Task.WhenAll(runs.Select(async run =>
        {
            try
            {
                await chapter.Push(run);
                return "";
            }
            catch (RpcException refusal)
            {
                return refusal.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;
            }
        }));

        Assert.Equal(["", "", "", "QUOTA_EXCEEDED"], refused.Order());
        Assert.Equal(242ul, (await chapter.Hello()).FeedPosition);
    }

    [Fact]
    public async Task while_storage_is_away_says_to_try_again_and_then_goes_on()
    {
        var chapter = await Hub.Admitted();
        var item = chapter.Revise();

        await Hub.Database.Write(t => t.Execute("alter table feed_head rename to feed_head_away"), Cancel);
        try
        {
            var refused = await Refused.As(StatusCode.Unavailable, "STORAGE_UNAVAILABLE", () => chapter.Push(item));
            Assert.Contains("retry_after_seconds", refused.Metadata.Keys);
        }
        finally
        {
            await Hub.Database.Write(t => t.Execute("alter table feed_head_away rename to feed_head"), Cancel);
        }

        Assert.Equal(PushStatus.Accepted, Assert.Single((await chapter.Push(item)).Results).Status);
    }

    private Task<long> Evidence(SampleChapter chapter) =>
        Hub.Database.Find<long>("select count(*) from feed_evidence where node_id = @id", new { id = chapter.Id.Value }, Cancel);
}

public sealed class Pushing_to_SQLite(HubOnSqlite engine) : Pushing(engine), IClassFixture<HubOnSqlite>;

public sealed class Pushing_to_PostgreSQL(HubOnPostgres engine) : Pushing(engine), IClassFixture<HubOnPostgres>;
