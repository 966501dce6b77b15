using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Federation;

public sealed class A_practice_that_its_author_took_back(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task says_where_its_text_can_still_be_read_until_it_is_erased_there()
    {
        await using var hub = await new FakeHub().Start();
        var id = Guid.Parse("01890a5d-ac96-774b-bcce-0000000000ab");
        var practice = chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(id);
        Assert.True((await practice.Do(Samples.Write(chapter.Claude))).Succeeded);
        Assert.True((await practice.Do(Samples.ShareHere(chapter.Claude))).Succeeded);
        Assert.True((await practice.Do(Samples.Share(chapter.Claude))).Succeeded);
        Assert.True((await chapter.Get<Enrolment>().Enrol(hub.NewCode().Print(), hub.Address, Cancel)).Succeeded);
        await chapter.Get<FollowerLoop>().CatchUp(Cancel);
        Assert.Null((await chapter.Get<SyncRound>().Run(Cancel)).Failure);
        var browser = await chapter.SignIn(chapter.Claude.Id);

        await hub.Stop();
        Assert.True((await practice.Do(new WithdrawPractice(chapter.Claude, WithdrawalReason.Erasure))).Succeeded);
        await chapter.Get<FollowerLoop>().CatchUp(Cancel);
        Assert.Contains("Le carrefour provincial n’a pas encore confirmé le retrait", (await browser.Open($"/fr/pratiques/{id}", Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("The provincial hub has not confirmed the withdrawal yet", (await browser.Open($"/en/practices/{id}", Cancel)).Words, StringComparison.Ordinal);

        await hub.Start();
        Assert.Null((await chapter.Get<SyncRound>().Run(Cancel)).Failure);
        Assert.Contains("Le carrefour provincial a effacé sa copie le", (await browser.Open($"/fr/pratiques/{id}", Cancel)).Words, StringComparison.Ordinal);
    }
}
