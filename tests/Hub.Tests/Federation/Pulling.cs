using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Federation;

public abstract class Pulling(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task gives_everybody_elses_items_in_order_and_none_of_ones_own()
    {
        var (reader, writer) = (await Hub.Admitted(), await Hub.Admitted());
        await writer.Push(writer.Revise(), writer.Revise());

        var pulled = await All(reader);

        Assert.Equal(writer.Feed, pulled.Where(i => i.NodeId == writer.Id.Value));
        Assert.DoesNotContain(pulled, i => i.NodeId == reader.Id.Value);
        Assert.Contains(pulled, i => i.NodeId == Hub.Id.Value);
    }

    [Fact]
    public async Task gives_ones_own_feed_back_when_asked_for_it()
    {
        var chapter = await Hub.Admitted();
        await chapter.Push([.. Enumerable.Range(0, 5).Select(_ => chapter.Revise(textLength: 190_000))]);
        await chapter.Push([.. Enumerable.Range(0, 5).Select(_ => chapter.Revise(textLength: 190_000))]);

        var first = await chapter.Pull(own: true);
        var second = await chapter.Pull(first.NextCursor, own: true);

        Assert.Equal((true, false), (first.More, second.More));
        Assert.Equal(chapter.Feed, [.. first.Page.Entries, .. second.Page.Entries]);
    }

    [Fact]
    public async Task waits_until_somebody_pushes()
    {
        var (reader, writer) = (await Hub.Admitted(), await Hub.Admitted());
        var cursor = await End(reader);
        var waiting = reader.Pull(cursor, wait: 30);

        var item = writer.Revise();
        await writer.Push(item);

        Assert.Equal(item, Assert.Single((await waiting).Page.Entries));
    }

    [Fact]
    public async Task nothing_new_gives_an_empty_page_and_a_cursor_that_goes_on()
    {
        var (reader, writer) = (await Hub.Admitted(), await Hub.Admitted());
        var page = await reader.Pull(await End(reader));
        Assert.Empty(page.Page.Entries);

        await writer.Push(writer.Revise());

        Assert.Single((await reader.Pull(page.NextCursor)).Page.Entries);
    }

    [Fact]
    public async Task from_a_cursor_on_an_item_that_is_not_here_any_more_is_refused()
    {
        var reader = await Hub.Admitted();
        var other = (await End(reader)).ToByteArray();
        other[^1] ^= 1;

        await Refused.As(StatusCode.FailedPrecondition, "EPOCH_CHANGED", () => reader.Pull(ByteString.CopyFrom(other)));
    }

    [Fact]
    public async Task from_a_cursor_ahead_of_the_hub_is_refused()
    {
        var reader = await Hub.Admitted();
        var ahead = (await End(reader)).ToByteArray();
        ahead[1] = 1;

        await Refused.As(StatusCode.FailedPrecondition, "FUTURE_CURSOR", () => reader.Pull(ByteString.CopyFrom(ahead)));
    }

    [Fact]
    public async Task tells_where_every_feed_ends_and_where_to_go_on_for_whoever_has_them()
    {
        var (reader, writer) = (await Hub.Admitted(), await Hub.Admitted());
        await writer.Push(writer.Revise());

        var told = await reader.Heads();
        var head = told.Heads.Single(h => h.NodeId == writer.Id.Value);
        await writer.Push(writer.Revise());

        Assert.Equal((3ul, writer.Feed[2].LastId()), (head.Position, ItemId.FromBytes(head.ItemId.Span)));
        Assert.Contains(told.Heads, h => h.NodeId == Hub.Id.Value);
        Assert.DoesNotContain(told.Heads, h => h.NodeId == reader.Id.Value);
        Assert.Equal(told.Heads.Select(h => h.NodeId).Order(StringComparer.Ordinal), told.Heads.Select(h => h.NodeId));
        Assert.Equal(writer.Feed[3], Assert.Single((await reader.Pull(told.Cursor)).Page.Entries));
    }

    [Fact]
    public async Task gives_whole_runs_that_cover_the_ranges_asked_for()
    {
        var (reader, writer) = (await Hub.Admitted(), await Hub.Admitted());
        await writer.Push(writer.Revise(), writer.Together(writer.Revise(), writer.Revise(), writer.Revise()), writer.Revise());

        var middle = await reader.Ranges((writer.Id.Value, 5, 5));
        var rest = await reader.Ranges((writer.Id.Value, 4, 0), (Hub.Id.Value, 1, 1));
        var beyond = await reader.Ranges((writer.Id.Value, 8, 0));

        Assert.Equal(writer.Feed[3], Assert.Single(middle.Page.Entries));
        Assert.Equal([writer.Feed[3], writer.Feed[4]], rest.Page.Entries.Take(2));
        Assert.Equal(Hub.Id.Value, rest.Page.Entries[2].NodeId);
        Assert.Empty(beyond.Page.Entries);
        Assert.All([middle, rest, beyond], answer => Assert.False(answer.More));
    }

    [Fact]
    public async Task of_ranges_gives_a_page_and_says_that_there_is_more()
    {
        var (reader, writer) = (await Hub.Admitted(), await Hub.Admitted());
        await writer.Push([.. Enumerable.Range(0, 5).Select(_ => writer.Revise(textLength: 190_000))]);
        await writer.Push([.. Enumerable.Range(0, 5).Select(_ => writer.Revise(textLength: 190_000))]);

        var answer = await reader.Ranges((Hub.Id.Value, 1, 0), (writer.Id.Value, 1, 0));

        Assert.True(answer.More);
        Assert.Equal(writer.Feed.Take(7), answer.Page.Entries.Where(e => e.NodeId == writer.Id.Value));
    }

    [Fact]
    public async Task says_of_ranges_which_texts_are_gone_and_why()
    {
        var (reader, writer) = (await Hub.Admitted(), await Hub.Admitted());
        var practice = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        var bare = writer.Revise().Clone();
        bare.OnlyItem().Content = null;
        await writer.Push(bare, writer.Revise(practice: practice), writer.Revise(), writer.Withdraw(practice));

        var answer = await reader.Ranges((writer.Id.Value, 3, 5));

        Assert.Equal([(3ul, GoneReason.UnknownHere), (4ul, GoneReason.Withdrawn)], answer.Gone.Select(g => (g.Position, g.Reason)));
        Assert.Empty((await reader.Pull()).Gone);
    }

    [Theory]
    [InlineData(33, 1, 0, "ranges")]
    [InlineData(2, 0, 0, "ranges[0]")]
    [InlineData(2, 5, 4, "ranges[0]")]
    public async Task of_faulty_ranges_is_refused(int count, ulong from, ulong to, string field)
    {
        var reader = await Hub.Admitted();

        var refused = await Refused.As(StatusCode.InvalidArgument, "FIELD_INVALID", () => reader.Ranges([.. Enumerable.Repeat((reader.Id.Value, from, to), count)]));

        Assert.Equal(field, refused.Metadata["field"]);
    }

    [Theory]
    [InlineData(31, 24, "wait_seconds")]
    [InlineData(0, 7, "cursor")]
    public async Task with_a_faulty_field_is_refused_with_its_name(uint wait, int cursorBytes, string field)
    {
        var reader = await Hub.Admitted();
        var cursor = ByteString.CopyFrom((await End(reader)).ToByteArray()[..cursorBytes]);

        var refused = await Refused.As(StatusCode.InvalidArgument, "FIELD_INVALID", () => reader.Pull(cursor, wait));

        Assert.Equal(field, refused.Metadata["field"]);
    }

    private static async Task<List<FeedEntry>> All(SampleChapter reader)
    {
        var pulled = new List<FeedEntry>();
        var page = await reader.Pull();
        pulled.AddRange(page.Page.Entries);
        while (page.More)
        {
            page = await reader.Pull(page.NextCursor);
            pulled.AddRange(page.Page.Entries);
        }

        return pulled;
    }

    private static async Task<ByteString> End(SampleChapter reader)
    {
        var page = await reader.Pull();
        while (page.More)
        {
            page = await reader.Pull(page.NextCursor);
        }

        return page.NextCursor;
    }
}

public sealed class Pulling_from_SQLite(HubOnSqlite engine) : Pulling(engine), IClassFixture<HubOnSqlite>;

public sealed class Pulling_from_PostgreSQL(HubOnPostgres engine) : Pulling(engine), IClassFixture<HubOnPostgres>;
