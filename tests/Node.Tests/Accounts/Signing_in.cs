using System.Net;
using RecoveryCoP.Node.Tests.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

public abstract class Signing_in(PostgresServer? server) : AtANode(server)
{
    [Fact]
    public async Task with_the_link_opens_the_door_in_the_browser_that_asked()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);

        using var entered = await AccountsNode.Enter(visitor, letter.Link.ToString());

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task with_the_typed_code_does_the_same_however_it_is_typed()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);

        using var entered = await AccountsNode.Enter(visitor, $" {letter.Code.Replace('-', ' ').ToLowerInvariant()} ");

        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task leads_back_to_where_one_wanted_to_go()
    {
        var actor = await Node.Add();
        var visitor = Node.NewVisitor();
        using var kept_out = await visitor.GetAsync("/fr/ma-page", Cancel);
        var link = await Node.Links.Create(actor.Id, Cancel);

        using var entered = await SampleNode.Send(visitor, kept_out.Headers.Location!.OriginalString, "enter", ("Key", link!.ToString()));

        Assert.Equal("/fr/ma-page", entered.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://mechant.example/")]
    [InlineData("//mechant.example/")]
    [InlineData("/\\mechant.example")]
    public async Task never_leads_to_another_site(string elsewhere)
    {
        var actor = await Node.Add();
        var link = await Node.Links.Create(actor.Id, Cancel);

        using var entered = await SampleNode.Send(Node.NewVisitor(), $"/fr/entrer?to={Uri.EscapeDataString(elsewhere)}", "enter", ("Key", link!.ToString()));

        Assert.Equal("/fr", entered.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/é")]
    [InlineData("/fr ma-page")]
    public async Task leads_home_when_the_way_back_is_no_address(string garbled)
    {
        var actor = await Node.Add();
        var link = await Node.Links.Create(actor.Id, Cancel);

        using var entered = await SampleNode.Send(Node.NewVisitor(), $"/fr/entrer?to={Uri.EscapeDataString(garbled)}", "enter", ("Key", link!.ToString()));

        Assert.Equal((HttpStatusCode.SeeOther, "/fr"), (entered.StatusCode, entered.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task with_a_link_used_twice_is_refused()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        var other = Node.NewVisitor();
        using var first = await AccountsNode.Enter(visitor, letter.Link.ToString());

        using var second = await AccountsNode.Enter(other, letter.Link.ToString());

        await Refused(second, "déjà servi");
        Assert.False(await AccountsNode.IsSignedIn(other));
    }

    [Fact]
    public async Task with_a_link_after_ten_minutes_is_refused()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        Node.Clock.Advance(TimeSpan.FromMinutes(10));

        using var late = await AccountsNode.Enter(visitor, letter.Link.ToString());

        await Refused(late, "Ce lien a expiré");
    }

    [Fact]
    public async Task with_a_code_after_ten_minutes_is_refused()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        Node.Clock.Advance(TimeSpan.FromMinutes(10));

        using var late = await AccountsNode.Enter(visitor, letter.Code);

        await Refused(late, "Aucun code n’est valide");
    }

    [Fact]
    public async Task with_a_forwarded_link_asks_for_the_code_where_it_was_requested()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        var friend = Node.NewVisitor();

        using var forwarded = await AccountsNode.Enter(friend, letter.Link.ToString());

        await Refused(forwarded, "tapez le code");
        Assert.False(await AccountsNode.IsSignedIn(friend));
        using var entered = await AccountsNode.Enter(visitor, letter.Code);
        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task with_a_forwarded_code_is_refused()
    {
        await Node.Add();
        var letter = await Node.AskAndRead(Node.NewVisitor());

        using var forwarded = await AccountsNode.Enter(Node.NewVisitor(), letter.Code);

        await Refused(forwarded, "Aucun code n’est valide");
    }

    [Fact]
    public async Task with_the_right_code_after_five_wrong_ones_is_refused()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        for (var i = 0; i < 4; i++)
        {
            using var wrong = await AccountsNode.Enter(visitor, "2222-2222");
            await Refused(wrong, "pas le bon code");
        }

        using var fifth = await AccountsNode.Enter(visitor, "2222-2222");
        using var right = await AccountsNode.Enter(visitor, letter.Code);

        await Refused(fifth, "Aucun code n’est valide");
        await Refused(right, "Aucun code n’est valide");
    }

    [Fact]
    public async Task with_the_right_code_at_the_fifth_try_opens_the_door()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        for (var i = 0; i < 4; i++)
        {
            using var wrong = await AccountsNode.Enter(visitor, "2222-2222");
        }

        using var right = await AccountsNode.Enter(visitor, letter.Code);

        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task with_something_else_is_refused_and_keeps_what_was_typed()
    {
        using var response = await AccountsNode.Enter(Node.NewVisitor(), "bonjour");

        await Refused(response, "huit lettres et chiffres");
        Assert.Equal("bonjour", (await SampleNode.Read(response)).QuerySelector("#enter-Key")!.GetAttribute("value"));
    }

    [Fact]
    public async Task with_the_earlier_of_two_letters_is_refused()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var earlier = await Node.AskAndRead(visitor);
        var later = await Node.AskAndRead(visitor);

        using var old = await AccountsNode.Enter(visitor, earlier.Link.ToString());
        using var latest = await AccountsNode.Enter(visitor, later.Link.ToString());

        await Refused(old, "dernier courriel");
        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task is_never_done_by_looking_as_scanners_of_links_do(string method)
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        var scanner = Node.NewVisitor();
        foreach (var looking in new[] { scanner, visitor })
        {
            // A scanner may send the fragment as it is, or as a query.
            foreach (var address in new[] { letter.Link.ToString(), letter.Link.ToString().Replace('#', '?') })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address);
                using var looked = await looking.SendAsync(request, Cancel);
            }

            Assert.False(await AccountsNode.IsSignedIn(looking));
        }

        using var entered = await AccountsNode.Enter(visitor, letter.Link.ToString());
        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task is_not_done_by_a_scanner_that_presses_the_button()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        using var scanned = await AccountsNode.Enter(Node.NewVisitor(), letter.Link.ToString());

        using var entered = await AccountsNode.Enter(visitor, letter.Link.ToString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, scanned.StatusCode);
        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task with_a_link_of_the_operator_works_in_any_browser_once_within_a_day()
    {
        var actor = await Node.Add();
        var link = (await Node.Links.Create(actor.Id, Cancel))!.ToString();
        var late = (await Node.Links.Create(actor.Id, Cancel))!.ToString();
        Node.Clock.Advance(TimeSpan.FromHours(23));
        var visitor = Node.NewVisitor();

        using var first = await AccountsNode.Enter(visitor, link);
        using var second = await AccountsNode.Enter(Node.NewVisitor(), link);
        Node.Clock.Advance(TimeSpan.FromHours(1));
        using var third = await AccountsNode.Enter(Node.NewVisitor(), late);

        Assert.True(await AccountsNode.IsSignedIn(visitor));
        await Refused(second, "déjà servi");
        await Refused(third, "Ce lien a expiré");
    }
}

public sealed class Signing_in_on_SQLite() : Signing_in(null);

public sealed class Signing_in_on_PostgreSQL(PostgresServer server) : Signing_in(server);
