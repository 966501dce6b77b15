using System.Net;
using Npgsql;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.Tests.OutsideQuebec;

public sealed class The_sheet_for_outside_Quebec(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("steward", true)]
    [InlineData("privacy-officer", true)]
    [InlineData("executive", false)]
    [InlineData("facilitator", false)]
    [InlineData("secretary", false)]
    [InlineData(null, false)]
    public async Task is_for_those_who_manage_access_or_answer_for_privacy(string? role, bool may)
    {
        string[] roles = role is null ? [] : [role];
        var (_, browser) = await chapter.AddMember("Camille", roles);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await browser.Ask("/fr/hors-du-quebec", Cancel));
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await browser.Ask("/en/outside-quebec", Cancel));
    }

    [Fact]
    public async Task says_where_the_database_and_the_backups_are_and_that_there_is_no_mail_server()
    {
        var page = await (await chapter.SignIn(chapter.Claude.Id)).Open("/fr/hors-du-quebec", Cancel);

        Assert.Contains("node.db", page.Words, StringComparison.Ordinal);
        Assert.Contains("/backups", Row(page, "Les sauvegardes").Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Contains("Aucun", Row(page, "L’envoi des courriels"), StringComparison.Ordinal);
        Assert.DoesNotContain("☐", Row(page, "L’envoi des courriels"), StringComparison.Ordinal);
        Assert.Contains("☐", Row(page, "Les sauvegardes"), StringComparison.Ordinal);
    }

    private static string Row(Answer page, string name) => page.Page.QuerySelectorAll("tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent.Trim() == name).TextContent;
}

/// <summary>The same, where data is on other machines.</summary>
public sealed class The_sheet_of_a_chapter_with_services_elsewhere(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task names_their_hosts_and_no_user_and_no_password()
    {
        await using var chapter = await WritingChapter.Start(server);
        var hub = chapter.Get<ThisNode>().Identity.Id;
        await chapter.Get<HubLinks>().Enrolled(hub, "https://carrefour.exemple.org:7443", EnrolmentState.Pending, Cancel);
        var (steward, _) = await chapter.AddMember("intendance@exemple.org", "fr", ChapterRoles.Steward);
        using var browser = chapter.NewBrowser();
        await browser.SignIn((await chapter.Get<SignInLinks>().Create(steward.Id, Cancel))!.ToString(), Cancel);

        var page = await browser.Open("/en/outside-quebec", Cancel);

        var names = new NpgsqlConnectionStringBuilder(chapter.Get<RecoveryCoP.Node.Storage.StorageOptions>().ConnectionString);
        Assert.Contains($"PostgreSQL · {names.Host}", page.Words, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", page.Words, StringComparison.Ordinal);
        Assert.Contains("https://carrefour.exemple.org:7443", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=", page.Words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Username=", page.Words, StringComparison.OrdinalIgnoreCase);
    }
}
