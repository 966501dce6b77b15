using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Federation;

/// <summary>What a chapter still gets whose exchange the hub has stopped.</summary>
public abstract class Fetching_withdrawals(HubOn engine) : AtAHub(engine)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task of_others_with_their_proofs_is_for_a_chapter_that_was_stopped(bool isRevoked)
    {
        var (stopped, writer) = (await Hub.Admitted(), await Hub.Admitted());
        var cursor = await End(stopped);
        var practice = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await writer.Push(writer.Revise(practice: practice), writer.Revise());
        var withdrawal = writer.Withdraw(practice);
        await writer.Push(withdrawal);
        await Stop(stopped, isRevoked);
        var later = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await writer.Push(writer.Revise(practice: later), writer.Withdraw(later));

        var answer = await stopped.Withdrawals(cursor);

        var proven = ItemProofs.Verify(Assert.Single(answer.Withdrawals))!;
        Assert.Equal((writer.Id, withdrawal.LastId(), false), (proven.Node, proven.Item.Id, answer.More));
        Assert.Empty((await stopped.Withdrawals(answer.NextCursor)).Withdrawals);
        Assert.Contains(withdrawal.LastId(), (await All(stopped)).Select(proof => ItemProofs.Verify(proof)!.Item.Id));
    }

    [Fact]
    public async Task comes_in_pages()
    {
        var (stopped, writer) = (await Hub.Admitted(), await Hub.Admitted());
        var cursor = await End(stopped);
        List<Guid> practices = [.. Enumerable.Range(0, 130).Select(_ => Guid.CreateVersion7(DateTimeOffset.UnixEpoch))];
        await writer.Push(writer.Together([.. practices.Select(practice => writer.Revise(practice: practice))]));
        await writer.Push(writer.Together([.. practices.Select(writer.Withdraw)]));
        await Stop(stopped, false);

        var first = await stopped.Withdrawals(cursor);
        var second = await stopped.Withdrawals(first.NextCursor);

        Assert.Equal((100, true, 30, false), (first.Withdrawals.Count, first.More, second.Withdrawals.Count, second.More));
        Assert.Equal(130, first.Withdrawals.Concat(second.Withdrawals).Select(proof => ItemProofs.Verify(proof)!.Position).Distinct().Count());
    }

    [Fact]
    public async Task is_not_for_a_chapter_that_was_never_admitted_nor_for_the_recovery_key()
    {
        var (pending, chapter) = (new SampleChapter(Hub), await Hub.Admitted());
        await pending.Enrol(await Hub.NewCode());

        await Refused.As(StatusCode.PermissionDenied, "NOT_ADMITTED", () => pending.Withdrawals());
        await Stop(pending, true);
        await Refused.As(StatusCode.PermissionDenied, "REVOKED", () => pending.Withdrawals());
        await Refused.As(StatusCode.PermissionDenied, "RECOVERY_KEY_LIMITED", () => chapter.Withdrawals(by: chapter.Recovery.Key));
    }

    [Fact]
    public async Task from_a_cursor_that_the_hub_does_not_know_is_refused()
    {
        var chapter = await Hub.Admitted();
        var other = (await End(chapter)).ToByteArray();
        other[^1] ^= 1;

        await Refused.As(StatusCode.FailedPrecondition, "EPOCH_CHANGED", () => chapter.Withdrawals(ByteString.CopyFrom(other)));
    }

    [Fact]
    public async Task leaves_a_stopped_chapter_its_own_feed_and_nobody_elses()
    {
        var (stopped, writer) = (await Hub.Admitted(), await Hub.Admitted());
        await stopped.Push(stopped.Revise());
        await Stop(stopped, false);

        Assert.Equal(stopped.Feed, (await stopped.Pull(own: true)).Page.Entries);
        await Refused.As(StatusCode.PermissionDenied, "SUSPENDED", () => stopped.Ranges((writer.Id.Value, 1, 0)));
        await Refused.As(StatusCode.PermissionDenied, "SUSPENDED", () => stopped.Pull());
        await Refused.As(StatusCode.PermissionDenied, "SUSPENDED", stopped.Heads);
    }

    private Task Stop(SampleChapter chapter, bool isRevoked)
    {
        var now = TimeProvider.System.GetUtcNow();
        return Hub.Decide(chapter, e => isRevoked ? e.Revoke(Hub.Operator, "C’est fini.", now) : e.Suspend(Hub.Operator, "Une pause.", now));
    }

    private static async Task<ByteString> End(SampleChapter chapter) => (await chapter.Heads()).Cursor;

    private static async Task<IReadOnlyList<ItemProof>> All(SampleChapter chapter)
    {
        var (all, answer) = (new List<ItemProof>(), await chapter.Withdrawals());
        all.AddRange(answer.Withdrawals);
        while (answer.More)
        {
            answer = await chapter.Withdrawals(answer.NextCursor);
            all.AddRange(answer.Withdrawals);
        }

        return all;
    }
}

public sealed class Fetching_withdrawals_from_SQLite(HubOnSqlite engine) : Fetching_withdrawals(engine), IClassFixture<HubOnSqlite>;

public sealed class Fetching_withdrawals_from_PostgreSQL(HubOnPostgres engine) : Fetching_withdrawals(engine), IClassFixture<HubOnPostgres>;
