using Grpc.Core;
using RecoveryCoP.Hub.Tests.Harness;

namespace RecoveryCoP.Hub.Tests.Federation;

public sealed class A_hub_that_is_nearly_full
{
    [Fact]
    public async Task takes_no_texts_and_asks_to_come_back_but_takes_what_is_taken_back_and_answers_all_the_same()
    {
        await using var hub = await RunningHub.Start(null, ("Storage:LowDiskMebibytes", "1000000"));
        var chapter = await hub.Admitted();
        var practice = new Guid("0197a7a0-0000-7000-8000-0000000000aa");
        var written = chapter.Revise(practice: practice);

        var refused = await Refused.As(StatusCode.Unavailable, "STORAGE_UNAVAILABLE", () => chapter.Push(written));
        await chapter.Push(written, chapter.Withdraw(practice));

        Assert.Equal("300", refused.Metadata["retry_after_seconds"]);
        Assert.Equal(4ul, (await chapter.Hello()).FeedPosition);
        Assert.NotNull(await chapter.Pull());
    }
}
