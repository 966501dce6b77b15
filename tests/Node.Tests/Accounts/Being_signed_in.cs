using System.Net;
using RecoveryCoP.Node.Tests.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

public abstract class Being_signed_in(PostgresServer? server) : AtANode(server)
{
    [Fact]
    public async Task lasts_thirty_days_after_the_last_visit()
    {
        var visitor = await Node.SignIn(await Node.Add());
        Node.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True(await AccountsNode.IsSignedIn(visitor));

        Node.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True(await AccountsNode.IsSignedIn(visitor));

        Node.Clock.Advance(TimeSpan.FromDays(30));
        Assert.False(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task lasts_half_a_year_at_most_however_often_one_comes()
    {
        var visitor = await Node.SignIn(await Node.Add());
        for (var days = 0; days < 175; days += 25)
        {
            Node.Clock.Advance(TimeSpan.FromDays(25));
            Assert.True(await AccountsNode.IsSignedIn(visitor));
        }

        Node.Clock.Advance(TimeSpan.FromDays(5));
        Assert.False(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task ends_everywhere_else_where_one_closes_all_the_others()
    {
        var actor = await Node.Add();
        var (here, there) = (await Node.SignIn(actor), await Node.SignIn(actor));

        using var closed = await SampleNode.Send(here, "/fr/ma-page", "end-other-sessions");

        Assert.Equal("/fr/ma-page?done=account.sessions-ended", closed.Headers.Location!.OriginalString);
        Assert.True(await AccountsNode.IsSignedIn(here));
        Assert.False(await AccountsNode.IsSignedIn(there));
    }

    [Fact]
    public async Task ends_where_somebody_who_manages_access_ends_it_and_the_person_may_come_back()
    {
        var (steward, other) = (await Node.Add(roles: "steward"), await Node.Add("dominique@exemple.org"));
        var lost = await Node.SignIn(other);
        var looking = await Node.SignIn(steward);

        using var ended = await SampleNode.Send(looking, $"/fr/acces/{other.Id}", "end-sessions");

        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
        Assert.False(await AccountsNode.IsSignedIn(lost));
        Assert.True(await AccountsNode.IsSignedIn(looking));
        Assert.True(await AccountsNode.IsSignedIn(await Node.SignIn(other)));
        Assert.Equal("account.not-yours", (await Node.People.EndSessions(new(other, steward.Id), Cancel)).Refusals.Single().Code);
    }

    [Fact]
    public async Task for_more_than_half_an_hour_asks_for_a_new_sign_in_before_a_role_is_given_or_one_leaves()
    {
        var (steward, other) = (await Node.Add(roles: "steward"), await Node.Add("dominique@exemple.org"));
        var visitor = await Node.SignIn(steward);
        Node.Clock.Advance(TimeSpan.FromMinutes(30));

        using var given = await SampleNode.Send(visitor, $"/fr/acces/{other.Id}", "give", ("Role", "executive"));
        using var left = await SampleNode.Send(visitor, "/fr/ma-page", "leave");
        var again = await Node.Links.Create(steward.Id, Cancel);
        using var entered = await SampleNode.Send(visitor, given.Headers.Location!.OriginalString, "enter", ("Key", again!.ToString()));

        Assert.Equal($"/fr/entrer?to=%2Ffr%2Facces%2F{other.Id}&done=account.sign-in-again", given.Headers.Location.OriginalString);
        Assert.Equal("/fr/entrer?to=%2Ffr%2Fma-page&done=account.sign-in-again", left.Headers.Location!.OriginalString);
        Assert.Equal(0, await Node.Holders("executive"));
        Assert.Equal($"/fr/acces/{other.Id}", entered.Headers.Location!.OriginalString);
        using var now = await SampleNode.Send(visitor, $"/fr/acces/{other.Id}", "give", ("Role", "executive"));
        Assert.Equal(1, await Node.Holders("executive"));
    }

    [Fact]
    public async Task as_somebody_who_gives_up_managing_access_says_who_can_undo_it_and_goes_on_to_a_page_that_may_be_seen()
    {
        var steward = await Node.Add(roles: "steward");
        await Node.Add("dominique@exemple.org", "steward");
        var visitor = await Node.SignIn(steward);
        using var page = await visitor.GetAsync($"/fr/acces/{steward.Id}", Cancel);
        var own = (await SampleNode.Read(page)).QuerySelectorAll("form").Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "take-steward");
        Assert.Contains("Seule une autre personne", own.TextContent, StringComparison.Ordinal);

        using var given = await SampleNode.Send(visitor, $"/fr/acces/{steward.Id}", "take-steward");
        using var next = await visitor.GetAsync(given.Headers.Location, Cancel);

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task is_written_down_at_most_once_a_day()
    {
        var visitor = await Node.SignIn(await Node.Add());
        var written = Node.Database.Changes.Next;
        Node.Clock.Advance(TimeSpan.FromHours(23));
        await AccountsNode.IsSignedIn(visitor);
        Assert.False(written.IsCompleted);

        Node.Clock.Advance(TimeSpan.FromHours(1));
        await AccountsNode.IsSignedIn(visitor);
        Assert.True(written.IsCompleted);
    }

    [Fact]
    public async Task ends_at_once_where_another_browser_closes_it()
    {
        var actor = await Node.Add();
        var here = await Node.SignIn(actor);
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        var there = await Node.SignIn(actor);
        using var page = await there.GetAsync("/fr/ma-page", Cancel);
        var form = (await SampleNode.Read(page)).QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value")!).Single(v => v.StartsWith("close-", StringComparison.Ordinal));

        using var closed = await SampleNode.Send(there, "/fr/ma-page", form);

        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        Assert.False(await AccountsNode.IsSignedIn(here));
        Assert.True(await AccountsNode.IsSignedIn(there));
    }

    [Fact]
    public async Task ends_by_signing_out_and_only_by_a_form()
    {
        var visitor = await Node.SignIn(await Node.Add());
        using var looked = await visitor.GetAsync("/fr/sortir?_handler=sign-out", Cancel);
        using var without = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-out")]);
        using var forged = await visitor.PostAsync("/fr/sortir", without, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.True(await AccountsNode.IsSignedIn(visitor));

        using var left = await SampleNode.Send(visitor, "/fr/sortir", "sign-out");

        Assert.Equal("/fr?done=account.signed-out", left.Headers.Location!.OriginalString);
        Assert.False(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task ends_on_every_device_by_leaving()
    {
        var actor = await Node.Add();
        var here = await Node.SignIn(actor);
        var there = await Node.SignIn(actor);

        using var left = await SampleNode.Send(here, "/fr/ma-page", "leave");

        Assert.Equal("/fr?done=account.left", left.Headers.Location!.OriginalString);
        Assert.False(await AccountsNode.IsSignedIn(here));
        Assert.False(await AccountsNode.IsSignedIn(there));
    }

    [Fact]
    public async Task does_not_come_back_with_the_person()
    {
        var actor = await Node.Add();
        var visitor = await Node.SignIn(actor);
        await Node.People.End(new(actor, actor.Id), Cancel);

        var back = await Node.Add();

        Assert.Equal(actor.Id, back.Id);
        Assert.False(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task keeps_its_key_in_a_cookie_that_only_this_node_reads()
    {
        var cookie = await SessionCookie(Node);

        Assert.StartsWith("nt1s=", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=2592000; path=/; samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task under_TLS_keeps_it_in_one_that_never_travels_without()
    {
        await using var node = await AccountsNode.Start(Server, "https://localhost");

        var cookie = await SessionCookie(node);

        Assert.StartsWith("__Host-nt1s=", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/; secure; samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task with_a_key_that_was_made_up_is_not()
    {
        var visitor = Node.NewVisitor();
        foreach (var made_up in new[] { "x", new string('A', 43) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/ma-page");
            request.Headers.Add("Cookie", $"nt1s={made_up}");
            using var response = await visitor.SendAsync(request, Cancel);

            Assert.Equal("/fr/entrer?to=%2Ffr%2Fma-page", response.Headers.Location!.OriginalString);
        }
    }

    private static async Task<string> SessionCookie(AccountsNode node)
    {
        var link = await node.Links.Create((await node.Add()).Id, Cancel);
        using var entered = await AccountsNode.Enter(node.NewVisitor(), link!.ToString());
        return entered.Headers.GetValues("Set-Cookie").First(c => c.Contains("nt1s=", StringComparison.Ordinal));
    }
}

public sealed class Being_signed_in_on_SQLite() : Being_signed_in(null);

public sealed class Being_signed_in_on_PostgreSQL(PostgresServer server) : Being_signed_in(server);
