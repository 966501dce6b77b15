using System.Net;
using MimeKit;
using RecoveryCoP.Chapter.Intentions;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Intentions;

public abstract class Asking_what_became_of_it(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;
    private Guid _practice;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(server);
        _practice = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await Practice(Samples.Write(Samples.Author));
        await Practice(Samples.ShareHere(Samples.Author));
    }

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task comes_by_letter_after_six_weeks_and_in_the_morning_once_and_once_more_after_not_yet()
    {
        var (who, address) = await _chapter.AddMember();
        await Want(who);

        await Pass(41);
        Assert.Empty(Mine(address));
        await Pass(2);
        await Pass(1);
        var letter = Assert.Single(Mine(address));
        Assert.Equal("Où en êtes-vous?", letter.Subject);
        Assert.Contains("Le café du rétablissement", Plain(letter), StringComparison.Ordinal);
        Assert.Contains("2 mars 2026", Plain(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("voisine", Plain(letter), StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers[HeaderId.ListUnsubscribePost]);

        using (var browser = _chapter.NewBrowser())
        {
            var path = Link(letter);
            var page = await browser.Open(path, Cancel);
            Assert.DoesNotContain("café", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("voisine", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(path, page, "intention", Cancel, ("Said", "maybe"))).Status);
            Assert.Contains("C’est noté", (await browser.Send(path, page, "intention", Cancel, ("Said", "not-yet"))).Words, StringComparison.Ordinal);
        }

        await _chapter.Restart();
        await Pass(40);
        Assert.Single(Mine(address));
        await Pass(4);
        Assert.Equal(2, Mine(address).Count);
        await Answer(who, IntentionAnswer.NotYet);
        await Pass(60);
        Assert.Equal(2, Mine(address).Count);
    }

    [Fact]
    public async Task is_answered_by_one_button_with_why_and_without_signing_in()
    {
        var (who, address) = await _chapter.AddMember(language: "en");
        await Want(who);
        await Pass(43);
        var path = Link(Assert.Single(Mine(address)));
        using var browser = _chapter.NewBrowser();

        var page = await browser.Open(path, Cancel);
        Assert.Equal(IntentionState.Open, (await Only(who)).State); // opening changes nothing
        Assert.Equal(HttpStatusCode.OK, (await browser.Send(path, page, "intention", Cancel, ("Said", "no"), ("Why", "money"))).Status);

        Assert.Equal((IntentionState.GivenUp, WhyNot.Money), ((await Only(who)).State, (await Only(who)).Why));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path[..^3] + "abc", Cancel)).Status);
        await Pass(60);
        Assert.Single(Mine(address));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path, Cancel)).Status); // links end
    }

    [Fact]
    public async Task is_not_for_who_took_it_back_has_begun_left_or_wants_no_such_letters_nor_about_what_was_withdrawn()
    {
        var (back, first) = await _chapter.AddMember();
        var (begun, second) = await _chapter.AddMember();
        var (left, third) = await _chapter.AddMember();
        var (silent, fourth) = await _chapter.AddMember();
        var (other, sixth) = await _chapter.AddMember();
        foreach (var who in new[] { back, begun, left, silent, other })
        {
            await Want(who);
        }

        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddHours(1));
        Assert.True((await Intentions(back).Do(new TakeBackIntention(back, (await Only(back)).Id))).Succeeded);
        await Answer(begun, IntentionAnswer.Begun);
        Assert.True((await _chapter.Get<People>().End(new(left, left.Id), Cancel)).Succeeded);
        Assert.True((await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(silent.Id).Do(new DeclineLetters(silent, "intention"))).Succeeded);
        await Pass(43);
        Assert.Empty(Mine(first).Concat(Mine(second)).Concat(Mine(third)).Concat(Mine(fourth)));
        Assert.Single(Mine(sixth)); // it does go to who wants it

        var (late, fifth) = await _chapter.AddMember();
        await Want(late);
        await Practice(new WithdrawPractice(Samples.Author, WithdrawalReason.Author));
        await Pass(43);
        Assert.Empty(Mine(fifth));
        Assert.Null(await _chapter.Get<IntentionNotices>().Missing(Cancel)); // and is not looked for again and again
    }

    [Fact]
    public async Task ends_with_the_stay_whose_link_and_intentions_go_with_it()
    {
        var (who, address) = await _chapter.AddMember();
        await Want(who);
        await Pass(43);
        var path = Link(Assert.Single(Mine(address)));
        Assert.True((await _chapter.Get<People>().End(new(who, who.Id), Cancel)).Succeeded);

        await _chapter.Pass();

        Assert.Empty((await _chapter.Get<IntentionQueries>().Of(who.Id, Cancel)).All);
        using var browser = _chapter.NewBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path, Cancel)).Status);
    }

    [Fact]
    public async Task is_one_persons_business_and_what_all_want_is_a_number_from_five_up()
    {
        for (var n = 1; n <= MemberIntentions.FewestShown; n++)
        {
            Assert.Null(await _chapter.Get<IntentionQueries>().CountOf(new("", _practice), Cancel));
            await Want((await _chapter.AddMember()).Who);
        }

        Assert.Equal(MemberIntentions.FewestShown, await _chapter.Get<IntentionQueries>().CountOf(new("", _practice), Cancel));
        Assert.Null(await _chapter.Get<IntentionQueries>().CountOf(new("another", _practice), Cancel));
    }

    private IMemberIntentionsGrain Intentions(Actor who) => _chapter.Get<IGrainFactory>().IntentionsOf(who.Id);

    private async Task<Intention> Only(Actor who) => Assert.Single((await _chapter.Get<IntentionQueries>().Of(who.Id, Cancel)).All);

    private async Task Want(Actor who) =>
        Assert.True((await Intentions(who).Do(new WantToTry(who, Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), new("", _practice)))).Succeeded);

    private async Task Answer(Actor who, IntentionAnswer answer) => Assert.True((await Intentions(who).Do(new AnswerIntention(who, (await Only(who)).Id, answer, null))).Succeeded);

    private async Task Practice<T>(T operation) where T : IOperation<Practice> =>
        Assert.True((await _chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(_practice).Do(operation)).Succeeded);

    private async Task Pass(int days) => await _chapter.Pass(TimeSpan.FromDays(days));

    // What is told of the week is another story.
    private List<MimeMessage> Mine(string address) => [.. _chapter.Mail.To(address).Where(l => l.Subject is "Où en êtes-vous?" or "What became of it?")];

    private static string Plain(MimeMessage letter) => letter.TextBody!.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static string Link(MimeMessage letter) =>
        new Uri(Plain(letter).Split('\n').Single(line => line.Contains("/ou-en-est-ce/", StringComparison.Ordinal) || line.Contains("/what-became-of-it/", StringComparison.Ordinal))).AbsolutePath;
}

public sealed class Asking_what_became_of_it_on_sqlite() : Asking_what_became_of_it(null);

public sealed class Asking_what_became_of_it_on_postgresql(PostgresServer server) : Asking_what_became_of_it(server);
