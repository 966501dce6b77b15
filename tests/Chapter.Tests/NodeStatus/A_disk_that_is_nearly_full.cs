using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.NodeStatus;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.NodeStatus;

/// <summary>Less room than the settings want, whatever there is.</summary>
public sealed class A_disk_that_is_nearly_full : IAsyncLifetime
{
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(null, ("Storage:LowDiskMebibytes", "1000000"));

    public ValueTask DisposeAsync() => _chapter.DisposeAsync();

    [Fact]
    public async Task refuses_what_takes_room_in_words_and_keeps_what_was_typed()
    {
        var (who, _) = await _chapter.AddMember();
        using var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<Node.Accounts.SignIn.SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        var text = new string('a', 2000);

        var refused = await browser.Fill("/fr/pratiques/ecrire", "write", Cancel, ("Title", "Un titre"), ("Text", text));

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("il reste trop peu d’espace sur le disque", refused.Words, StringComparison.Ordinal);
        Assert.Contains(text, refused.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, await browser.Ask("/fr/pratiques", Cancel));
        Assert.Equal(System.Net.HttpStatusCode.OK, await browser.Ask("/fr/ma-page", Cancel));
        Assert.True((await browser.Fill("/fr/ma-page", "leave", Cancel)).IsDone);
    }

    [Fact]
    public async Task lets_answers_and_what_is_taken_back_through_and_says_so_to_stewards_and_machines()
    {
        var room = _chapter.Get<DiskRoom>();
        var somebody = new Actor(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), []);

        Assert.Null(room.RefusalFor(somebody, () => 400));
        Assert.Equal("storage.low", room.RefusalFor(somebody, () => 40_000)?.Code);
        Assert.Null(room.RefusalFor(Actor.Node, () => 40_000));
        var finding = (await _chapter.Get<HealthReport>().Look(Cancel)).Single(c => c.Check.Code == "disk").Finding;
        Assert.Equal(Grade.Wrong, finding.Grade);
        using var browser = _chapter.NewBrowser();
        var ready = await browser.Open("/readyz", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.OK, ready.Status);
        Assert.Contains("disk", ready.Words, StringComparison.Ordinal);
    }
}
