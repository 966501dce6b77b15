using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Tests.Harness;

namespace RecoveryCoP.Hub.Tests.Federation;

public sealed class A_hub_that_is_nearly_full
{
    [Fact]
    public async Task takes_pages_without_their_texts_so_that_what_is_taken_back_need_not_wait_behind_them()
    {
        await using var hub = await RunningHub.Start(null, ("Storage:LowDiskMebibytes", "1000000"));
        var chapter = await hub.Admitted();
        var practice = new Guid("0197a7a0-0000-7000-8000-0000000000aa");

        var first = await chapter.Push(chapter.Revise());
        var second = await chapter.Push(chapter.Revise(practice: practice), chapter.Withdraw(practice));

        Assert.All(first.Results.Concat(second.Results), r => Assert.Equal(PushStatus.Accepted, r.Status));
        Assert.Equal(PushStatus.ContentWanted, Assert.Single(Assert.Single(first.Results).Items).Status);
        Assert.Equal(0, await hub.Database.Find<long>("select count(*) from item_content c join item i on i.position = c.position where i.node_id = @id and i.feed_position > 2", new { id = chapter.Id.Value }, TestContext.Current.CancellationToken));
        // Nor does it ask for the text while there is no room.
        var hello = await chapter.Hello();
        Assert.Equal(5ul, hello.FeedPosition);
        Assert.Empty(hello.ContentsWanted);
        Assert.NotNull(await chapter.Pull());
    }
}
