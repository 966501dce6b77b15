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
        using var looked = await visitor.GetAsync("/fr/ma-page?_handler=sign-out", Cancel);
        using var without = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-out")]);
        using var forged = await visitor.PostAsync("/fr/ma-page", without, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.True(await AccountsNode.IsSignedIn(visitor));

        using var left = await SampleNode.Send(visitor, "/fr/ma-page", "sign-out");

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
