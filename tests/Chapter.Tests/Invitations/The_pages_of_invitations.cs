using System.Net;
using System.Text;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Invitations;

public sealed class The_pages_of_invitations : IAsyncLifetime
{
    private const string Page = "/fr/inviter", Roster = "/fr/inviter/liste";

    private readonly List<FormClient> _browsers = [];
    private WritingChapter _chapter = null!;
    private FormClient _browser = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(null);
        _browser = await SignedIn();
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _chapter.DisposeAsync();
    }

    [Theory]
    [InlineData(Page)]
    [InlineData("/en/invite")]
    public async Task show_a_pasted_list_with_what_is_wrong_in_it_before_anything_is_kept(string path)
    {
        var shown = await _browser.Fill(path, "invite", Cancel, ("Addresses", "a@exemple.org; personne\nA@exemple.org, b@exemple.org"), ("Words", "Venez!"), ("Step", "preview"));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(["2", "3"], shown.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(t => t.TextContent));
        Assert.Equal(["a@exemple.org", "b@exemple.org"], shown.Page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody td:nth-child(2)").Select(t => t.TextContent));
        Assert.Equal(0, await Count());

        var changed = await _browser.Send(path, shown, "invite", Cancel, ("Step", "change"));
        Assert.Equal("Venez!", changed.Page.QuerySelector("textarea[name=Words]")!.TextContent.Trim());
        var sent = await _browser.Send(path, shown, "invite", Cancel, ("Step", "send"));

        Assert.Equal($"{path}?done=invitation.sent", sent.Location);
        Assert.Equal(2, await Count());
        var list = await _browser.Open(path, Cancel);
        Assert.Contains("a…@exemple.org", list.Words, StringComparison.Ordinal);
        var which = list.Page.QuerySelector("button[name=Which]")!.GetAttribute("value")!;
        Assert.Equal($"{path}?done=invitation.taken-back", (await _browser.Send(path, list, "take-back", Cancel, ("Which", which))).Location);
        Assert.Equal(1, await Count());
        Assert.Equal(HttpStatusCode.Conflict, (await _browser.Send(path, list, "take-back", Cancel, ("Which", which))).Status);
    }

    [Theory]
    [InlineData("", "", "invitation.addresses-missing")]
    [InlineData("personne", "", "invitation.nobody")]
    [InlineData("21", "", "invitation.too-many")]
    [InlineData("10001", "", "form.too-long")]
    [InlineData("a@exemple.org", "301", "form.too-long")]
    public async Task refuse_with_what_to_fix_and_keep_what_was_typed(string addresses, string words, string code)
    {
        var typed = addresses switch { "21" => string.Join(' ', Enumerable.Range(0, 21).Select(i => $"a{i}@exemple.org")), "10001" => new string('a', 10_001), _ => addresses };

        var refused = await _browser.Fill(Page, "invite", Cancel, ("Addresses", typed), ("Words", words == "301" ? new string('b', 301) : words), ("Step", "send"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(Words(code, code == "form.too-long" ? addresses == "10001" ? 10_000 : 300 : 20, 1), refused.Words, StringComparison.Ordinal);
        Assert.Equal(typed, refused.Page.QuerySelector("textarea[name=Addresses]")!.TextContent.Trim());
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task read_a_file_of_a_spreadsheet_show_it_and_send_all_of_it()
    {
        using var browser = await SignedIn(ChapterRoles.Executive);
        var file = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(
            "Prénom;Courriel;Autre;Langue\r\nÉlise;a@exemple.org;x@exemple.com;français\r\nZoë;b@exemple.org;;EN\r\nNoël;=cmd|' /C calc'!A0;;\r\nÈve;A@exemple.org;;\r\n");

        var shown = await browser.FillFile(Roster, "roster", "File", file, Cancel, ("Step", "read"));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal("1", shown.Page.QuerySelector("select[name=Addresses] option[selected]")!.GetAttribute("value"));
        Assert.Equal("3", shown.Page.QuerySelector("select[name=Languages] option[selected]")!.GetAttribute("value"));
        Assert.Equal(["4", "5"], shown.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(t => t.TextContent));
        Assert.Contains("=cmd|", shown.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Count());

        // Other columns than those that were shown are shown first.
        var changed = await browser.Send(Roster, shown, "roster", Cancel, ("Addresses", "2"), ("Step", "send"));
        Assert.Equal((HttpStatusCode.OK, 0L), (changed.Status, await Count()));
        Assert.Contains("x@exemple.com", changed.Words, StringComparison.Ordinal);
        var refused = await browser.Send(Roster, shown, "roster", Cancel, ("Addresses", "9"), ("Step", "send"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(Words("invitation.no-such-column"), refused.Words, StringComparison.Ordinal);

        var sent = await browser.Send(Roster, shown, "roster", Cancel, ("Step", "send"), ("Words", "Bienvenue!"));
        Assert.Equal($"{Roster}?done=invitation.sent", sent.Location);
        Assert.Equal(["a@exemple.org fr Bienvenue!", "b@exemple.org en Bienvenue!"], await _chapter.Get<Database>().Query<string>("select address || ' ' || language || ' ' || words from invitation order by address", null, Cancel));
    }

    [Fact]
    public async Task take_a_roster_as_large_as_is_promised_and_refuse_a_larger_one()
    {
        using var browser = await SignedIn(ChapterRoles.Steward);
        var rows = string.Join("\r\n", Enumerable.Range(0, 5000).Select(i => $"personne{i}@exemple.org,{new string('é', 60)}"));
        var shown = await browser.FillFile(Roster, "roster", "File", Encoding.UTF8.GetBytes(rows), Cancel, ("Step", "read"));
        Assert.Equal($"{Roster}?done=invitation.sent", (await browser.Send(Roster, shown, "roster", Cancel, ("Step", "send"))).Location);
        Assert.Equal(5000, await Count());
        Assert.Contains("5\u00a0000", (await browser.Open(Roster, Cancel)).Words, StringComparison.Ordinal);

        var tooLong = await browser.FillFile(Roster, "roster", "File", Encoding.UTF8.GetBytes(rows + "\nencore@exemple.org"), Cancel, ("Step", "read"));
        Assert.Contains(Words("invitation.roster-too-long", 5000), tooLong.Words, StringComparison.Ordinal);
        var tooLarge = await browser.FillFile(Roster, "roster", "File", new byte[(1024 * 1024) + 1], Cancel, ("Step", "read"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLarge.Status);
        Assert.Contains(Words("invitation.roster-too-large"), tooLarge.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.FillFile(Roster, "roster", "File", new byte[InvitationLimits.LargestForm], Cancel, ("Step", "read"))).Status);
        Assert.Contains(Words("invitation.roster-empty"), (await browser.Fill(Roster, "roster", Cancel, ("Step", "read"))).Words, StringComparison.Ordinal);
        Assert.Contains(Words("invitation.roster-without-addresses"), (await browser.Fill(Roster, "roster", Cancel, ("Text", "Nom\nCamille"))).Words, StringComparison.Ordinal);
        Assert.Equal(5000, await Count());
    }

    [Fact]
    public async Task with_a_roster_are_for_the_executive_committee_and_stewards()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _browser.Open(Roster, Cancel)).Status);
        Assert.Null((await _browser.Open(Page, Cancel)).Page.QuerySelector($"a[href='{Roster}']"));
        using var executive = await SignedIn(ChapterRoles.Executive);
        Assert.NotNull((await executive.Open(Page, Cancel)).Page.QuerySelector($"a[href='{Roster}']"));
    }

    [Theory]
    [InlineData("/fr/inviter/carte", "/fr/joindre")]
    [InlineData("/en/invite/card", "/en/join")]
    public async Task have_a_card_with_a_code_and_the_address_in_words(string path, string join)
    {
        var card = (await _browser.Open(path, Cancel)).Page;

        Assert.Contains("CdP Rétablissement Estrie", card.QuerySelector(".poster")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:", card.QuerySelector(".poster strong")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(join, card.QuerySelector(".poster strong")!.TextContent, StringComparison.Ordinal);
        Assert.True(card.QuerySelector(".poster svg path")!.GetAttribute("d")!.Length > 1000);
    }

    [Fact]
    public async Task say_that_nothing_goes_without_a_mail_server()
    {
        Assert.Null((await _browser.Open(Page, Cancel)).Page.QuerySelector(".notice"));
        await using var mute = await WritingChapter.Start(null, ("Mail:Host", ""));
        var (who, _) = await mute.AddMember(null, "fr", ChapterRoles.Steward);
        using var browser = mute.NewBrowser();
        await browser.SignIn((await mute.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);

        Assert.NotNull((await browser.Open(Page, Cancel)).Page.QuerySelector(".notice"));
        Assert.NotNull((await browser.Open(Roster, Cancel)).Page.QuerySelector(".notice"));
    }

    private string Words(string code, params object[] args) => _chapter.Get<RefusalTexts>()[Refusal.Of(code, "", args)].In(Node.Localization.Language.French);

    private Task<long> Count() => _chapter.Get<Database>().Find<long>("select count(*) from invitation", null, Cancel);

    private async Task<FormClient> SignedIn(params string[] roles)
    {
        var (who, _) = await _chapter.AddMember(null, "fr", roles);
        var browser = _chapter.NewBrowser();
        _browsers.Add(browser);
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }
}
