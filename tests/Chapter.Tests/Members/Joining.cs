using System.Net;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class Joining(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/fr/joindre", "/fr/joindre/confirmer", "/fr?done=member.joined", "/fr/ma-page")]
    [InlineData("/en/join", "/en/join/confirm", "/en?done=member.joined", "/en/my-page")]
    public async Task with_the_typed_code_makes_an_account_that_has_accepted_the_charter(string join, string confirm, string home, string mine)
    {
        var (browser, address) = (chapter.NewBrowser(), chapter.NewAddress());

        var asked = await browser.Fill(join, "join", Cancel, Newcomer(address));
        Assert.Equal(confirm, asked.Location);
        var confirmed = await browser.Fill(confirm, "confirm", Cancel, ("Key", (await chapter.Letter(address)).Code));

        Assert.Equal(home, confirmed.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open(home, Cancel)).Status);
        Assert.Equal("Dominique", Value(await browser.Open(mine, Cancel), "Name"));
        var account = (await chapter.Get<AccountStore>().Find(EmailAddress.Parse(address)!, Cancel))!;
        Assert.Equal("en", account.Language);
        var member = await chapter.Get<MemberQueries>().Find(account.Id, Cancel);
        Assert.Equal(1, member.Acceptances.Single().Version);
        Assert.Equal(new ShownParts(), member.Shown);
        Assert.Equal(account.JoinedAt, (await chapter.Get<AccountStore>().Stays(account.Id, Cancel)).Single().JoinedAt);
    }

    [Fact]
    public async Task with_the_link_does_the_same_on_the_page_where_one_signs_in()
    {
        var (browser, address) = (chapter.NewBrowser(), chapter.NewAddress());
        await browser.Fill("/fr/joindre", "join", Cancel, Newcomer(address));

        var entered = await browser.Fill("/fr/entrer", "enter", Cancel, ("Key", (await chapter.Letter(address)).Link));

        Assert.Equal("/fr", entered.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/fr/pratiques", Cancel)).Status);
    }

    [Fact]
    public async Task makes_nothing_before_the_address_has_answered()
    {
        var (browser, address) = (chapter.NewBrowser(), chapter.NewAddress());
        await browser.Fill("/fr/joindre", "join", Cancel, Newcomer(address));
        await chapter.Letter(address);

        Assert.Null(await chapter.Get<AccountStore>().Find(EmailAddress.Parse(address)!, Cancel));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Open("/fr/ma-page", Cancel)).Status);
    }

    [Fact]
    public async Task answers_the_same_whether_the_address_is_known_and_signs_the_known_one_in_as_they_were()
    {
        var address = chapter.NewAddress();
        await Join(chapter.NewBrowser(), address);
        var (first, second) = (chapter.NewBrowser(), chapter.NewBrowser());

        var known = await first.Fill("/fr/joindre", "join", Cancel, ("Name", "Un autre nom"), ("Address", address), ("Language", "fr"), ("Accepts", "yes"));
        var unknown = await second.Fill("/fr/joindre", "join", Cancel, ("Name", "Un autre nom"), ("Address", chapter.NewAddress()), ("Language", "fr"), ("Accepts", "yes"));
        var (afterKnown, afterUnknown) = (await first.Open(known.Location, Cancel), await second.Open(unknown.Location, Cancel));

        Assert.Equal((known.Status, known.Location, known.Words), (unknown.Status, unknown.Location, unknown.Words));
        Assert.Equal(afterKnown.Words, afterUnknown.Words);
        await first.Fill(known.Location, "confirm", Cancel, ("Key", (await chapter.Letter(address, atLeast: 2)).Code));
        Assert.Equal("Dominique", Value(await first.Open("/fr/ma-page", Cancel), "Name"));
    }

    [Fact]
    public async Task without_what_it_takes_is_refused_with_what_was_typed()
    {
        var answer = await chapter.NewBrowser().Fill("/fr/joindre", "join", Cancel, ("Name", " "), ("Address", "camille"), ("Language", "de"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("camille", Value(answer, "Address"));
        Assert.All(["Name", "Address", "Language", "Accepts"], field => Assert.NotNull(answer.Page.QuerySelector($"#join-{field}-problem")));
    }

    [Fact]
    public async Task with_a_charter_that_is_no_longer_in_force_is_asked_again()
    {
        var answer = await chapter.NewBrowser().Fill("/en/join", "join", Cancel, [.. Newcomer(chapter.NewAddress()), ("Version", "7")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Dominique", Value(answer, "Name"));
        Assert.Null(answer.Page.QuerySelector("#join-Accepts[checked]"));
    }

    [Fact]
    public async Task with_a_code_that_is_wrong_used_or_of_another_browser_answers_as_signing_in_does()
    {
        var (browser, address) = (chapter.NewBrowser(), chapter.NewAddress());
        await browser.Fill("/fr/joindre", "join", Cancel, Newcomer(address));
        var (code, link, _) = await chapter.Letter(address);

        Assert.Contains("huit lettres", (await Confirm(browser, "abc")).Words, StringComparison.Ordinal);
        Assert.Contains("pas le bon code", (await Confirm(browser, code == "2222-2222" ? "3333-3333" : "2222-2222")).Words, StringComparison.Ordinal);
        Assert.Contains("Aucun code n’est valide", (await Confirm(chapter.NewBrowser(), code)).Words, StringComparison.Ordinal);
        Assert.Contains("dans un autre navigateur", (await Confirm(chapter.NewBrowser(), link)).Words, StringComparison.Ordinal);
        Assert.True((await Confirm(browser, code)).IsDone);
        Assert.Contains("déjà servi", (await Confirm(chapter.NewBrowser(), link)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_who_is_in_charge_of_personal_information_in_both_languages()
    {
        foreach (var path in new[] { "/fr/joindre", "/en/join", "/fr/vie-privee", "/en/privacy" })
        {
            var page = await chapter.NewBrowser().Open(path, Cancel);
            Assert.Contains("Secrétaire du comité", page.Words, StringComparison.Ordinal);
            Assert.Contains("vie-privee@exemple.org", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task is_for_those_who_are_not_here_already()
    {
        var (_, browser) = await chapter.AddMember("Camille");

        Assert.Contains("déjà membre", (await browser.Open("/fr/joindre", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task again_after_leaving_is_coming_back_with_another_stay()
    {
        var (browser, address) = (chapter.NewBrowser(), chapter.NewAddress());
        await Join(browser, address);
        var account = (await chapter.Get<AccountStore>().Find(EmailAddress.Parse(address)!, Cancel))!;
        await browser.Fill("/fr/ma-page/profil", "describe", Cancel, ("TalkAbout", "Logement"), ("Shown", "name"));
        Assert.NotEmpty(await chapter.Get<MemberQueries>().People("Dominique", 1, 100, Cancel));

        var left = await browser.Fill("/fr/ma-page", "leave", Cancel);
        Assert.Equal("/fr?done=account.left", left.Location);
        Assert.DoesNotContain(await chapter.Get<MemberQueries>().People("Dominique", 1, 100, Cancel), p => p.Id == account.Id);
        await chapter.Get<FollowerLoop>().CatchUp(Cancel);
        Assert.Equal(new ShownParts(), (await chapter.Get<MemberQueries>().Find(account.Id, Cancel)).Shown);
        Assert.Equal("Ex-membre", (await chapter.Get<MemberQueries>().Names([account.Id], Guid.Empty, Cancel))[account.Id].Fr);

        await Join(browser, address, letters: 2);
        Assert.Equal(account.Id, (await chapter.Get<AccountStore>().Find(EmailAddress.Parse(address)!, Cancel))!.Id);
        var stays = await chapter.Get<AccountStore>().Stays(account.Id, Cancel);
        Assert.Equal([false, true], stays.Select(s => s.LeftAt is null));
        Assert.True(await chapter.Get<MemberQueries>().HasAccepted(account.Id, Cancel));
        Assert.Equal("", (await chapter.Get<MemberQueries>().Find(account.Id, Cancel)).Profile.TalkAbout);
    }

    private async Task Join(FormClient browser, string address, int letters = 1)
    {
        var asked = await browser.Fill("/fr/joindre", "join", Cancel, Newcomer(address));
        Assert.True(asked.IsDone, asked.Words);
        Assert.True((await Confirm(browser, (await chapter.Letter(address, letters)).Code)).IsDone);
    }

    private static Task<Answer> Confirm(FormClient browser, string key) => browser.Fill("/fr/joindre/confirmer", "confirm", Cancel, ("Key", key));

    private static (string, string)[] Newcomer(string address) => [("Name", "Dominique"), ("Address", address), ("Language", "en"), ("Accepts", "yes")];

    private static string? Value(Answer answer, string field) => answer.Page.QuerySelector($"input[name={field}]")?.GetAttribute("value");
}
