using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Federation;

public abstract class The_exchange : ChapterOn
{
    [Fact]
    public async Task sends_what_the_chapter_shares_and_fetches_what_others_share()
    {
        await Enrol();
        await Say("Un");
        await Say("Deux");

        var report = await Round();

        Assert.Equal((EnrolmentState.Admitted, 4, 2, null), (report.State, report.Sent, report.Received, report.Failure));
        Assert.Equal(4, Hub.Pushed.Count);
        Assert.Equal((4, 2), (await Receipts("Accepted"), await Items(Hub.Feed.Id)));
    }

    public static TheoryData<string, Action<IMessage>> Lies => new()
    {
        { "since when", answer => (answer as GetEnrolmentResponse)?.Since.Seconds = long.MaxValue },
        { "a message without end", answer => (answer as GetEnrolmentResponse)?.Message = new string('x', 100_000) },
        { "the time", answer => (answer as HelloResponse)?.ServerTime.Seconds = long.MinValue },
        { "an epoch of two bytes", answer => (answer as HelloResponse)?.HubEpoch = ByteString.CopyFrom(1, 2) },
        { "another protocol", answer => (answer as HelloResponse)?.Protocol = 7 },
        { "a result that no entry can have", answer => (answer as PushResponse)?.Results[0].Status = PushStatus.Unspecified },
        { "more results than entries", answer => (answer as PushResponse)?.Results.Add(Enumerable.Repeat(new EntryResult { Status = PushStatus.Accepted }, 3)) },
        { "a cursor of two kilobytes", answer => (answer as PullResponse)?.NextCursor = ByteString.CopyFrom(new byte[2048]) },
        { "a text gone from nowhere", answer => (answer as PullResponse)?.Gone.Add(new GoneContent { Position = 1, Reason = GoneReason.UnknownHere }) },
        { "more than a page holds", answer => (answer as PullResponse)?.Page.Entries.Add(Enumerable.Repeat(new FeedEntry(), 500)) },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task takes_an_answer_that_cannot_be_for_none_and_goes_on_with_the_next_one(string what, Action<IMessage> lie)
    {
        Hub.State = EnrolmentState.Pending;
        await Enrol();
        (Hub.State, Hub.Distort) = (EnrolmentState.Admitted, lie);
        var refused = await Round();
        Hub.Distort = _ => { };

        var report = await Round();

        Assert.True(refused.Failure is { Reaction: Reaction.Retry, Code: "ANSWER_UNCLEAR" }, what);
        Assert.Equal((2, null), ((int)await Items(Hub.Feed.Id), report.Failure));
        Assert.Equal(2, await Receipts("Accepted"));
    }

    [Fact]
    public async Task ends_when_a_hub_gives_the_same_items_without_end()
    {
        await Enrol();
        Hub.Distort = answer =>
        {
            if (answer is PullResponse page)
            {
                (page.More, page.NextCursor) = (true, ByteString.Empty);
            }
        };

        var report = await Round();

        Assert.Null(report.Failure);
        Assert.Equal(2, await Items(Hub.Feed.Id));
    }

    [Fact]
    public async Task fetches_what_was_left_out_of_a_page_though_the_cursor_went_past_it()
    {
        await Enrol();
        Hub.Distort = answer => (answer as PullResponse)?.Page.Entries.Clear();
        await Round();
        Hub.Distort = _ => { };

        var report = await Round();

        Assert.Null(report.Failure);
        Assert.Equal(2, await Items(Hub.Feed.Id));
    }

    [Fact]
    public async Task has_nothing_to_do_the_second_time()
    {
        await Enrol();
        await Round();

        var again = await Round();

        Assert.Equal((0, 0, null), (again.Sent, again.Received, again.Failure));
    }

    [Fact]
    public async Task sends_again_what_was_taken_when_its_receipt_was_lost_and_takes_duplicates_for_success()
    {
        await Enrol();
        await Round();
        await Database.Write(t => t.Execute("delete from receipt"), Cancel);

        var report = await Round();

        Assert.Equal((2, null), (report.Sent, report.Failure));
        Assert.Equal((2, 2), (Hub.Pushed.Count, await Receipts("Accepted")));
    }

    [Fact]
    public async Task outlives_an_answer_that_is_cut_off()
    {
        await Enrol();
        await Say("Un");
        Hub.BeforeAnswer = _ => throw new RpcException(new Status(StatusCode.Unavailable, "reset"));
        var cut = await Round();
        Hub.BeforeAnswer = _ => Task.CompletedTask;

        var report = await Round();

        Assert.Equal("UNAVAILABLE", cut.Failure!.Code);
        Assert.Equal((3, 3, null), (Hub.Pushed.Count, await Receipts("Accepted"), report.Failure));
    }

    [Fact]
    public async Task stores_items_and_cursor_together_or_not_at_all()
    {
        await Enrol();
        Hub.BeforeAnswer = call => call == "Pull" ? Database.Write(t => t.Execute("alter table hub_link rename to hub_link_away"), Cancel) : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<Exception>(Round);
        Assert.Equal(0, await Items(Hub.Feed.Id));

        Hub.BeforeAnswer = _ => Task.CompletedTask;
        await Database.Write(t => t.Execute("alter table hub_link_away rename to hub_link"), Cancel);
        Assert.Empty((await Link()).Cursor);
        Assert.Equal(2, (await Round()).Received);
        Assert.NotEmpty((await Link()).Cursor);
    }

    [Fact]
    public async Task goes_on_from_where_a_restored_hub_is_and_fetches_only_what_it_lacks()
    {
        await Enrol();
        await Round();
        Hub.Epoch = [.. Enumerable.Repeat((byte)7, 16)];
        Hub.Others.Add(Hub.Feed.Say("Plus tard"));

        var report = await Round();
        var next = await Round();

        Assert.Equal((1, null, 0, null), (report.Received, report.Failure, next.Received, next.Failure));
        Assert.Equal(3, await Items(Hub.Feed.Id));
    }

    [Fact]
    public async Task finds_a_branch_behind_pages_of_what_it_knows()
    {
        await Enrol();
        Hub.Others.AddRange(Enumerable.Range(1, 6).Select(n => Hub.Feed.Say($"Texte {n}")));
        await Round();
        Hub.Feed.GoBack(1);
        Hub.Others.RemoveAt(Hub.Others.Count - 1);
        var branch = Hub.Feed.Say("Une autre suite");
        Hub.Others.Add(branch);
        Hub.Epoch = [.. Enumerable.Repeat((byte)7, 16)];

        var report = await Round();

        Assert.Null(report.Failure);
        Assert.Equal(branch.LastId(), (await Get<FeedHeads>().Of(Hub.Feed.Id, Cancel))!.LastItem);
    }

    [Fact]
    public async Task gives_a_restored_hub_back_what_it_lost_of_other_feeds_its_own_first()
    {
        await Enrol();
        Hub.Others.Add(Hub.Feed.Say("Plus tard"));
        await Round();
        var lost = Hub.Others[^1];
        Hub.Others.Remove(lost);
        Hub.Epoch = [.. Enumerable.Repeat((byte)7, 16)];

        var report = await Round();

        Assert.Null(report.Failure);
        Assert.Equal(lost, Assert.Single(Hub.Given));
    }

    [Fact]
    public async Task asks_for_what_stands_before_an_item_that_came_too_early()
    {
        await Enrol();
        await Round();
        var (first, second) = (Hub.Feed.Say("Un"), Hub.Feed.Say("Deux"));
        Hub.Others.Add(second);
        await Round();
        Assert.Equal(1, (await Get<FeedCounts>().All(10, Cancel)).Single(c => c.NodeId == Hub.Feed.Id.Value).Gaps);
        Hub.Others.Insert(Hub.Others.Count - 1, first);

        var report = await Round();

        Assert.Null(report.Failure);
        Assert.Equal(4, await Items(Hub.Feed.Id));
        Assert.Equal(0, (await Get<FeedCounts>().All(10, Cancel)).Single(c => c.NodeId == Hub.Feed.Id.Value).Gaps);
    }

    [Fact]
    public async Task asks_for_texts_that_never_came_page_after_page()
    {
        await Enrol();
        FeedEntry[] whole = [.. Enumerable.Range(1, 5).Select(n => Hub.Feed.Say($"Texte {n}"))];
        foreach (var entry in whole)
        {
            var lacking = entry.Clone();
            lacking.OnlyItem().Content = null;
            Hub.Others.Add(lacking);
        }

        await Round();
        Hub.Others.RemoveRange(Hub.Others.Count - whole.Length, whole.Length);
        Hub.Others.AddRange(whole);

        await Round();

        Assert.Equal(0, await Database.Find<long>("select count(*) from item where content_missing = 1", null, Cancel));
    }

    [Fact]
    public async Task ends_when_a_hub_says_without_end_that_there_is_more_of_what_was_asked_for()
    {
        await Enrol();
        var lacking = Hub.Feed.Say("Un texte").Clone();
        lacking.OnlyItem().Content = null;
        Hub.Others.Add(lacking);
        await Round();
        var asked = Hub.Calls.Count(call => call == "Pull");
        Hub.Distort = answer => (answer as PullResponse)?.More = true;

        var report = await Round();

        Assert.Null(report.Failure);
        Assert.InRange(Hub.Calls.Count(call => call == "Pull") - asked, 2, 1010);
    }

    [Fact]
    public async Task gives_back_to_a_restored_hub_what_it_lost()
    {
        await Enrol();
        await Say("Un");
        await Round();
        Hub.Pushed.RemoveAt(2);
        Hub.Chapter = Hub.Pushed.Aggregate(FeedState.Empty, (s, e) => FeedVerifier.Verify(s, e).Next);

        var report = await Round();

        Assert.Equal((1, 3, null), (report.Sent, Hub.Pushed.Count, report.Failure));
    }

    [Fact]
    public async Task fetches_its_own_feed_back_after_a_restore()
    {
        await Enrol();
        await Say("Un");
        await Round();
        await Forget(3);

        var report = await Round();

        Assert.Null(report.Failure);
        Assert.Equal((3, 3), (await Items(Self), await Receipts("Accepted")));
    }

    [Fact]
    public async Task speaks_in_a_new_epoch_after_its_own_feed_came_back()
    {
        await Enrol();
        await Say("Un");
        await Round();
        await Forget(3);
        await Round();

        await Say("Deux");
        await Round();

        var epochs = Hub.Pushed.Where(e => e.Run is not null).Select(e => Run.Parser.ParseFrom(e.Run.Run.Payload).Epoch).ToList();
        Assert.Equal(4, Hub.Pushed.Count);
        Assert.Equal(epochs[0], epochs[1]);
        Assert.NotEqual(epochs[1], epochs[2]);
    }

    [Fact]
    public async Task says_nothing_after_a_restore_until_a_hello_was_answered()
    {
        await Enrol();
        await Say("Un");
        await Round();
        await Forget(3);
        await BeACopy();

        await Assert.ThrowsAsync<SilentNodeException>(() => Say("Trop tôt"));
        Assert.True((await Get<NetworkStatusQuery>().Read(Cancel))!.IsSilent);
        await Round();
        await Say("Deux");

        Assert.Equal((null, 4), ((await Round()).Failure, Hub.Pushed.Count));
    }

    [Fact]
    public async Task of_a_copy_that_is_suspended_can_still_take_a_text_back()
    {
        await Enrol();
        await Round();
        Hub.State = EnrolmentState.Suspended;
        await BeACopy();
        await Round();

        await Database.Write(
            t => Get<OwnFeed>().Append(t, [new((at, _) => new Withdrawal { At = at, About = new Subject { Id = ByteString.CopyFrom(new byte[16]) }, Reason = WithdrawalReason.Erasure })]), Cancel);

        Assert.Equal((1, null), (await Round() is var report ? (report.Sent, report.Failure) : default));
    }

    [Fact]
    public async Task of_a_copy_that_no_hub_ever_saw_waits_for_nobody()
    {
        await BeACopy();

        await Say("Un");

        Assert.Equal(3, await Items(Self));
    }

    [Fact]
    public async Task stops_when_another_copy_has_gone_on_until_somebody_decides_for_this_one()
    {
        await Enrol();
        await Say("Un");
        await Round();
        var (other, before) = (Hub.Chapter.NextPosition(), await Get<ThisNode>().Epoch(Cancel));
        other.Epoch = KeyStatements.NewEpoch();
        var said = SignedEntries.Run(Get<ThisNode>().Identity.Key, new Withdrawal { At = other, About = new Subject { Id = ByteString.CopyFrom(new byte[16]) }, Reason = WithdrawalReason.Author });
        Hub.Pushed.Add(said);
        Hub.Chapter = FeedVerifier.Verify(Hub.Chapter, said).Next;
        await Say("Ici seulement");

        var stopped = await Round();
        var decided = await Get<TakingOver>().TakeOver(Cancel);
        var gone = await Round();

        Assert.Equal((ExchangeParkedException.EpochSuperseded, Reaction.Park), (stopped.Failure!.Code, stopped.Failure.Reaction));
        Assert.True(decided.Succeeded);
        Assert.Null(gone.Failure);
        Assert.Equal(said.LastId(), await Get<FeedHeads>().ItemAt(Self, 4, Cancel));
        Assert.NotEqual(before, await Get<ThisNode>().Epoch(Cancel));
        await Say("Ensuite");
        Assert.Equal((null, 5), ((await Round()).Failure, Hub.Pushed.Count));
    }

    [Fact]
    public async Task stops_when_another_server_speaks_in_the_chapters_name()
    {
        await Enrol();
        await Say("Un");
        await Round();
        await Forget(3);
        await Say("Autre");

        Assert.Equal(ExchangeParkedException.OwnFork, (await Round()).Failure!.Code);
        var theirs = Hub.Pushed[2].LastId();

        Assert.True((await Get<TakingOver>().TakeOver(Cancel)).Succeeded);

        Assert.Equal((theirs, null), (await Get<FeedHeads>().ItemAt(Self, 3, Cancel), (await Round()).Failure));
        await Say("Autre");
        Assert.Equal((null, 4), ((await Round()).Failure, Hub.Pushed.Count));
    }

    [Fact]
    public async Task says_that_it_cannot_write_though_it_cannot_write_that_down()
    {
        await Enrol();
        await Round();
        await Database.Write(t => t.Execute("alter table hub_lane rename to hub_lane_away; create view hub_lane as select distinct * from hub_lane_away"), Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => Get<HubLinks>().Failed(Lane.Pull, "OWN_STORAGE", 1, TimeProvider.System.GetUtcNow(), Cancel));

        Assert.Equal("OWN_STORAGE", (await Get<NetworkStatusQuery>().Read(Cancel))!.Pull!.Failure);
    }

    [Fact]
    public async Task says_by_how_much_the_clocks_differ()
    {
        await Enrol();
        Hub.ClockBehind = TimeSpan.FromHours(2);

        await Round();

        Assert.InRange((await Link()).ClockAheadSeconds!.Value, 7190, 7260);
    }

    [Theory]
    [InlineData(EnrolmentState.Pending, EnrolmentState.Pending)]
    [InlineData(EnrolmentState.Suspended, EnrolmentState.Suspended)]
    [InlineData(EnrolmentState.Revoked, EnrolmentState.Revoked)]
    public async Task sends_nothing_unless_the_chapter_is_admitted(EnrolmentState said, EnrolmentState state)
    {
        await Enrol();
        Hub.State = said;
        Hub.Message = "Appelez-nous.";

        var report = await Round();
        var link = await Link();

        Assert.Equal((state, state, "Appelez-nous."), (report.State, link.State, link.Message));
        Assert.DoesNotContain("Push", Hub.Calls);
        Assert.DoesNotContain("Pull", Hub.Calls);
    }

    [Theory]
    [InlineData(EnrolmentState.Suspended)]
    [InlineData(EnrolmentState.Revoked)]
    public async Task takes_a_text_back_at_a_hub_that_has_stopped_it_and_sends_no_other_text(EnrolmentState state)
    {
        var practice = ByteString.CopyFrom(Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToByteArray(bigEndian: true));
        await Enrol();
        await Round();
        Hub.State = state;
        await Say("Un nouveau nom");
        Assert.Equal(0, (await Round()).Sent);

        await Database.Write(
            t => Get<OwnFeed>().Append(t, [new((at, _) => new Withdrawal { At = at, About = new Subject { Id = practice }, Reason = WithdrawalReason.Erasure })]), Cancel);
        var report = await Round();

        Assert.Equal((2, null), (report.Sent, report.Failure));
        Assert.Equal(Withdrawal.Descriptor.FullName, Hub.Pushed[^1].OnlyItem().Item.PayloadType);
        Assert.Null(Hub.Pushed[^2].OnlyItem().Content);
        Assert.Equal(0, (await Round()).Sent);
    }

    [Theory]
    [InlineData(EnrolmentState.Suspended)]
    [InlineData(EnrolmentState.Revoked)]
    public async Task erases_what_others_take_back_while_it_is_stopped_and_goes_on_with_their_feeds_afterwards(EnrolmentState state)
    {
        var (gone, kept) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        await Enrol();
        Hub.Others.AddRange([Hub.Feed.Share(gone), Hub.Feed.Share(kept)]);
        await Round();
        var (between, withdrawal) = (Hub.Feed.Say("Entre-temps"), Hub.Feed.Withdraw(gone));
        Hub.Withdrawals.AddRange([Hub.Feed.ProofOf(Hub.Feed.Withdraw(Guid.CreateVersion7(DateTimeOffset.UnixEpoch))), Hub.Feed.ProofOf(withdrawal)]);
        (Hub.Epoch, Hub.State) = ([.. Enumerable.Repeat((byte)1, 16)], state);

        var stopped = await Round();

        Assert.Equal((1, null), (stopped.Received, stopped.Failure));
        Assert.Equal([kept.ToByteArray(bigEndian: true)], await TextsHere());
        Assert.Equal(0, (await Round()).Received);

        (Hub.Epoch, Hub.State) = (new byte[16], EnrolmentState.Admitted);
        Hub.Others.AddRange([between, withdrawal]);
        var again = await Round();

        Assert.Equal((2, null), (again.Received, again.Failure));
        Assert.Equal(6, await Items(Hub.Feed.Id));
        Assert.Equal([kept.ToByteArray(bigEndian: true)], await TextsHere());
    }

    [Fact]
    public async Task erases_what_others_take_back_though_it_cannot_speak_and_ends_with_a_hub_that_says_more_without_end()
    {
        var gone = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await Enrol();
        Hub.Others.Add(Hub.Feed.Share(gone));
        await Round();
        Hub.Withdrawals.Add(Hub.Feed.ProofOf(Hub.Feed.Withdraw(gone)));
        Hub.State = EnrolmentState.Suspended;
        await Database.Write(ThisNode.Hush, Cancel);
        await Get<ThisNode>().Load(Cancel);
        Hub.Refuse = call => call == "Hello" ? A_failed_call.RefusalFor(StatusCode.FailedPrecondition, "EPOCH_SUPERSEDED") : null;
        Hub.Distort = answer =>
        {
            if (answer is WithdrawalsResponse page)
            {
                (page.More, page.NextCursor) = (true, ByteString.Empty);
            }
        };

        var report = await Round();

        Assert.Equal("EPOCH_SUPERSEDED", report.Failure?.Code);
        Assert.Empty(await TextsHere());
        Assert.InRange(Hub.Calls.Count(call => call == "Withdrawals"), 1, 1001);
    }

    [Fact]
    public async Task asks_no_more_for_a_text_that_the_hub_does_not_have_and_takes_it_when_it_comes()
    {
        await Enrol();
        var whole = TellWithoutItsText();
        await Round();
        await Round();
        var asked = Hub.Calls.Count(call => call == "Pull");
        await Round();
        Assert.Equal(asked + 1, Hub.Calls.Count(call => call == "Pull"));

        Hub.Distort = _ => { };
        Hub.Others.Add(whole);
        await Round();

        Assert.Equal(1, await TextAt(3));
    }

    [Fact]
    public async Task asks_again_for_a_text_it_gave_up_when_it_comes_after_all_and_is_garbled_on_its_way()
    {
        await Enrol();
        var whole = TellWithoutItsText();
        await Round();
        Hub.Others.Add(whole);
        Hub.Distort = GarbleTexts(times: 1);

        await Round();

        Assert.Equal(1, await TextAt(3));
    }

    [Fact]
    public async Task goes_on_asking_for_a_text_that_is_garbled_on_its_second_way_too()
    {
        await Enrol();
        Hub.Others.Add(Hub.Feed.Say("Un texte"));
        Hub.Distort = GarbleTexts(times: 3);

        await Loops.StartAsync(Cancel);
        await Until(async () => await TextAt(3) == 1);
        await Loops.StopAsync(Cancel);
    }

    [Fact]
    public async Task sends_a_text_once_more_at_once_that_reached_the_hub_garbled()
    {
        await Enrol();
        await Say("Un");
        var said = 0;
        Hub.Distort = answer =>
        {
            if (answer is PushResponse { Results: [.., var last] })
            {
                said++;
                last.Items.Add(new ItemResult { Position = 3, Status = PushStatus.ContentWanted, Reason = Reasons.CodeOf(Reason.ContentMismatch) });
            }
        };

        var report = await Round();

        // Once more, and no more than that: a hub that says so each time is asked again another day.
        Assert.Equal((null, 2), (report.Failure, said));
    }

    // The hub tells of an item whose text it does not have.
    private FeedEntry TellWithoutItsText()
    {
        var whole = Hub.Feed.Say("Un texte");
        var lacking = whole.Clone();
        lacking.OnlyItem().Content = null;
        Hub.Others.Add(lacking);
        Hub.Distort = answer => (answer as PullResponse)?.Gone.Add(new GoneContent { NodeId = Hub.Feed.Id.Value, Position = 3, Reason = GoneReason.UnknownHere });
        return whole;
    }

    private Task<long> TextAt(long position) => Database.Find<long>(
        "select count(*) from item i join item_content c on c.position = i.position where i.node_id = @id and i.feed_position = @position", new { id = Hub.Feed.Id.Value, position }, Cancel);

    // As a bit flipped on the way does.
    private static Action<IMessage> GarbleTexts(int times) => answer =>
    {
        if (answer is PullResponse pull)
        {
            pull.Page = pull.Page.Clone();
            foreach (var content in pull.Page.Entries.Where(e => e.Run is not null).SelectMany(e => e.Run.Items).Select(i => i.Content).Where(c => c is not null && times-- > 0))
            {
                content.Bytes = ByteString.CopyFrom([.. content.Bytes.Select((b, at) => at == 0 ? (byte)(b ^ 1) : b)]);
            }
        }
    };

    private Task<IReadOnlyList<byte[]>> TextsHere() => Database.Query<byte[]>(
        "select s.subject_id from item_subject s join item_content c on c.position = s.position where s.node_id = @id order by s.position limit 10", new { id = Hub.Feed.Id.Value }, Cancel);

    [Fact]
    public async Task sends_a_text_again_that_the_hub_lacks()
    {
        await Enrol();
        await Say("Un");
        await Round();
        var pushed = Hub.Pushed[2].Clone();
        Hub.Pushed.RemoveRange(2, 1);
        Hub.Chapter = Hub.Pushed.Aggregate(FeedState.Empty, (s, e) => FeedVerifier.Verify(s, e).Next);
        Hub.Distort = answer => (answer as HelloResponse)?.ContentsWanted.Add([1, 3, 99]);

        var report = await Round();

        Assert.Null(report.Failure);
        Assert.Equal(pushed, Hub.Pushed[2]);
    }

    [Fact]
    public async Task goes_on_by_itself_when_the_hub_comes_back_and_when_the_chapter_is_admitted()
    {
        await Enrol();
        Hub.State = EnrolmentState.Pending;
        await Hub.Stop();
        await Loops.StartAsync(Cancel);
        await Until(async () => (await Get<HubLinks>().Lanes(Cancel)).Count(l => l.Failure == "UNAVAILABLE") == 2);

        await Hub.Start();
        Hub.State = EnrolmentState.Admitted;
        await Until(async () => (await Receipts("Accepted"), await Items(Hub.Feed.Id)) == (2, 2));
        await Say("Trois");
        await Until(async () => await Receipts("Accepted") == 3);
        await Until(async () => (await Get<HubLinks>().Lanes(Cancel)).All(l => l is { Failure: "", NextTryAt: null }));
        await Loops.StopAsync(Cancel);
    }

    [Fact]
    public async Task goes_on_by_itself_when_the_chapter_is_reinstated()
    {
        await Enrol();
        await Loops.StartAsync(Cancel);
        await Until(async () => await Receipts("Accepted") == 2);
        (Hub.State, Hub.Message) = (EnrolmentState.Suspended, "Une pause.");
        await Say("Pendant la pause");
        await Until(async () => (await Link()).State == EnrolmentState.Suspended);

        (Hub.State, Hub.Message) = (EnrolmentState.Admitted, "");
        Hub.Others.Add(Hub.Feed.Say("Ailleurs, pendant la pause"));

        await Until(async () => (await Receipts("Accepted"), await Items(Hub.Feed.Id)) == (3, 3));
        await Loops.StopAsync(Cancel);
    }

    [Fact]
    public async Task learns_from_a_refusal_that_the_chapter_is_suspended()
    {
        await Enrol();
        await Round();
        Hub.Refuse = call => call == "Hello" ? A_failed_call.RefusalFor(StatusCode.PermissionDenied, "SUSPENDED") : null;

        var report = await Round();

        Assert.Equal(("SUSPENDED", EnrolmentState.Suspended), (report.Failure!.Code, (await Link()).State));
    }

    // As at the first start after a restore.
    private async Task BeACopy()
    {
        await Database.Write(t => t.Execute("update node set home = 'elsewhere'"), Cancel);
        await Get<ThisNode>().NoticeCopy(Get<IEnumerable<IWitnesses>>(), Cancel);
    }

    // As a backup taken before the last item would be.
    private Task Forget(long position) => Database.Write(
        async t =>
        {
            await t.Execute("delete from receipt where first >= @position", new { position });
            await t.Execute("delete from item_content where position in (select position from item where node_id = @self and feed_position >= @position)", new { self = Self.Value, position });
            await t.Execute("delete from item where node_id = @self and feed_position >= @position", new { self = Self.Value, position });
            await t.Execute("delete from feed_entry where node_id = @self and first >= @position", new { self = Self.Value, position });
            await t.Execute(
                "update feed_head set position = @last, item_id = (select item_id from item where node_id = @self and feed_position = @last) where node_id = @self",
                new { self = Self.Value, last = position - 1 });
        },
        Cancel);
}

public sealed class The_exchange_on_SQLite : The_exchange
{
    protected override Task<Database> Connect(TemporaryFolder folder) => Task.FromResult<Database>(new SqliteDatabase(folder.File("node.db")));
}

public sealed class The_exchange_on_PostgreSQL(PostgresServer server) : The_exchange
{
    protected override async Task<Database> Connect(TemporaryFolder folder) => new PostgreSqlDatabase(await server.CreateDatabase(Cancel));
}
