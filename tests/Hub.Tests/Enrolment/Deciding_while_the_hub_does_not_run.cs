using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Enrolment;

public sealed class Deciding_while_the_hub_does_not_run
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task works_as_verbs_need_it()
    {
        await using var hub = await RunningHub.Stopped(null);
        var chapter = new SampleChapter(hub);
        var code = await hub.NewCode();
        await hub.Get<EnrolmentStore>().Enrol(
            EnrolmentCode.HashOf(code.Secret)!, new NewChapter(chapter.Id, new NodeProfileContent { NameFr = "Communauté de l’Estrie" }, FeedPages.Of(chapter.Feed)), Cancel);

        await hub.Admit(chapter);

        Assert.Equal(EnrolmentState.Admitted, (await hub.Enrolled(chapter)).Enrolment.Standing);
    }
}
