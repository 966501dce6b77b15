using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Hub.Tests.Harness;

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
    public async Task from_a_cursor_of_another_epoch_is_refused()
    {
        var reader = await Hub.Admitted();
        var other = (await End(reader)).ToByteArray();
        other[0] ^= 1;

        await Refused.As(StatusCode.FailedPrecondition, "EPOCH_CHANGED", () => reader.Pull(ByteString.CopyFrom(other)));
    }

    [Fact]
    public async Task from_a_cursor_ahead_of_the_hub_is_refused()
    {
        var reader = await Hub.Admitted();
        var ahead = (await End(reader)).ToByteArray();
        ahead[17] = 1;

        await Refused.As(StatusCode.FailedPrecondition, "FUTURE_CURSOR", () => reader.Pull(ByteString.CopyFrom(ahead)));
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

    private static async Task<List<RecoveryCoP.Federation.V1.FeedEntry>> All(SampleChapter reader)
    {
        var pulled = new List<RecoveryCoP.Federation.V1.FeedEntry>();
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
