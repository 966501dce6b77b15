using System.Net;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.NodeStatus;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.NodeStatus;

public sealed class The_status_page(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private const string Fr = "/fr/etat-du-serveur", En = "/en/server-status";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task says_in_both_languages_what_is_well_what_is_not_what_to_do_and_where()
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);
        // Others of these tests made stewards.
        await chapter.Get<Database>().Write(
            t => t.Execute("update account_role set taken_at = given_at where role = 'steward' and account_id <> @Id and taken_at is null", new { chapter.Claude.Id }), Cancel);

        var french = await steward.Open(Fr, Cancel);
        var english = await steward.Open(En, Cancel);

        Assert.Contains("Quelque chose ne va pas.", french.Words, StringComparison.Ordinal);
        Assert.Contains("Aucun serveur n’est réglé", french.Words, StringComparison.Ordinal);
        Assert.NotNull(french.Page.QuerySelector("main li a[href='/fr/envoi-des-courriels']"));
        Assert.Contains("Une seule personne gère les accès", french.Words, StringComparison.Ordinal);
        Assert.NotNull(french.Page.QuerySelector("main li a[href='/fr/acces']"));
        Assert.Contains("Base de données", french.Page.QuerySelector("main dl")!.TextContent, StringComparison.Ordinal);
        // A line must not end inside what somebody has to type.
        Assert.All([french, english], page => Assert.Contains("prove-words", page.Page.QuerySelectorAll("main li code.command").Select(command => command.TextContent)));
        Assert.Contains("la commande prove-words.", french.Words, StringComparison.Ordinal);
        Assert.Contains("Something is wrong.", english.Words, StringComparison.Ordinal);
        Assert.NotNull(english.Page.QuerySelector("main li a[href='/en/sending-email']"));
    }

    [Theory]
    [InlineData("steward", true)]
    [InlineData("executive", false)]
    [InlineData("facilitator", false)]
    [InlineData("secretary", false)]
    [InlineData("privacy-officer", false)]
    [InlineData(null, false)]
    public async Task is_for_those_who_manage_access(string? role, bool may)
    {
        string[] roles = role is null ? [] : [role];
        var (who, browser) = await chapter.AddMember("Camille", roles);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await browser.Ask(Fr, Cancel));
        Assert.Equal(may, (await chapter.Get<HealthContacts>().Choose(who, new() { Version = Digits(await Version()) }, Cancel)).Succeeded);

        // The page says to others how many look after the server.
        Assert.True((await chapter.Get<People>().End(new(who, who.Id), Cancel)).Succeeded);
    }

    [Fact]
    public async Task takes_two_addresses_refuses_what_is_none_and_whoever_is_too_late()
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);
        var late = await steward.Open(Fr, Cancel);

        Assert.True((await steward.Fill(Fr, "contacts", Cancel, ("First", "Serveur@Exemple.org"), ("Second", ""))).IsDone);
        Assert.Equal("serveur@exemple.org", (await steward.Open(Fr, Cancel)).Page.QuerySelector("[name='First']")!.GetAttribute("value"));

        var refused = await steward.Fill(Fr, "contacts", Cancel, ("First", "pas une adresse"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Page.QuerySelector("#contacts-First-problem"));
        Assert.Equal("pas une adresse", refused.Page.QuerySelector("[name='First']")!.GetAttribute("value"));

        var stale = await steward.Send(Fr, late, "contacts", Cancel, ("First", "autre@exemple.org"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("serveur@exemple.org", (await chapter.Get<HealthContacts>().Chosen(Cancel))!.First);
    }

    [Fact]
    public async Task has_a_brief_answer_for_machines_without_anything_personal()
    {
        var answer = await chapter.NewBrowser().Open("/readyz", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("ready", answer.Words.Trim());
    }

    private async Task<long> Version() => (await chapter.Get<HealthContacts>().Chosen(Cancel))?.Version ?? 0;

    private static string Digits(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
