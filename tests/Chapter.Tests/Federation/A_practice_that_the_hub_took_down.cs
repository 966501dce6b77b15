using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Federation;

public sealed class A_practice_that_the_hub_took_down(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task keeps_its_text_here_and_its_author_reads_why_it_went_and_what_to_do()
    {
        await using var hub = await new FakeHub().Start();
        var id = Guid.Parse("01890a5d-ac96-774b-bcce-0000000000aa");
        var practice = chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(id);
        Assert.True((await practice.Do(Samples.Write(chapter.Claude))).Succeeded);
        Assert.True((await practice.Do(Samples.ShareHere(chapter.Claude))).Succeeded);
        Assert.True((await practice.Do(Samples.Share(chapter.Claude))).Succeeded);
        Assert.True((await chapter.Get<Enrolment>().Enrol(hub.NewCode().Print(), hub.Address, Cancel)).Succeeded);
        var self = chapter.Get<ThisNode>().Identity.Id;
        var somebody = new FakeFeed();
        hub.Others.AddRange([.. somebody.Entries, somebody.TakeDown(self, id, TakeDownReason.Legal)]);
        await Exchanged();
        Assert.Equal(1, await Texts(self));

        hub.Others.Add(hub.Feed.TakeDown(self, id, TakeDownReason.PersonalData));
        await Exchanged();

        Assert.Equal(0, await Texts(self));
        var browser = await chapter.SignIn(chapter.Claude.Id);
        foreach (var (path, words) in new[]
        {
            ($"/fr/pratiques/{id}", new[] { "Le carrefour provincial a retiré cette pratique du réseau", "Elle parle d’une personne qui ne l’a pas accepté", "Vous pouvez en écrire une nouvelle" }),
            ($"/en/practices/{id}", ["The provincial hub took this practice down", "It speaks of a person who did not agree to it", "You can write a new one"]),
        })
        {
            var page = await browser.Open(path, Cancel);
            Assert.All(words, word => Assert.Contains(word, page.Page.QuerySelector(".notice.attention")!.TextContent, StringComparison.Ordinal));
            Assert.Contains("Chaque jeudi.", page.Words, StringComparison.Ordinal);
        }
    }

    private async Task Exchanged()
    {
        await chapter.Get<FollowerLoop>().CatchUp(Cancel);
        Assert.Null((await chapter.Get<SyncRound>().Run(Cancel)).Failure);
        await chapter.Get<FollowerLoop>().CatchUp(Cancel);
    }

    private Task<long> Texts(Node.Trust.NodeId node) => chapter.Get<Database>().Find<long>(
        "select count(*) from item i join item_content c on c.position = i.position where i.node_id = @node and i.payload_type = @type",
        new { node = node.Value, type = PracticeRevision.Descriptor.FullName }, Cancel);
}
