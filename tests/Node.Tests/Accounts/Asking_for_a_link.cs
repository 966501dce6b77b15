using System.Net;
using RecoveryCoP.Node.Tests.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

public abstract class Asking_for_a_link(PostgresServer? server) : AtANode(server)
{
    [Fact]
    public async Task answers_the_same_bytes_whether_the_address_is_known_or_not()
    {
        await Node.Add();

        var known = await Transcript(AccountsNode.Address);
        var unknown = await Transcript("personne@exemple.org");

        Assert.Equal(known, unknown);
        Assert.Single(await Node.Letters());
    }

    [Fact]
    public async Task finds_the_address_however_it_is_written()
    {
        await Node.Add();

        using var asked = await AccountsNode.Ask(Node.NewVisitor(), "  Camille@Exemple.ORG ");

        Assert.Single(await Node.Letters());
    }

    [Fact]
    public async Task sends_a_discreet_letter_in_the_persons_language()
    {
        await Node.Add();

        var letter = await Node.AskAndRead(Node.NewVisitor());

        Assert.Equal("Votre lien", letter.Subject);
        Assert.Equal("\"Messages\" <messages@localhost>", letter.From);
        Assert.StartsWith("http://localhost/fr/entrer#t=", letter.Link.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("rétablissement", letter.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task builds_the_link_from_the_public_address_whatever_the_request_claims()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        visitor.DefaultRequestHeaders.Host = "mechant.example";

        var letter = await Node.AskAndRead(visitor);

        Assert.Equal("localhost", letter.Link.Host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("camille")]
    [InlineData("a@exemple.org, b@exemple.org")]
    [InlineData("Camille <camille@exemple.org>")]
    [InlineData("camille@exemple.org\u0001x")]
    public async Task without_exactly_one_address_is_refused_with_what_was_typed(string typed)
    {
        using var response = await AccountsNode.Ask(Node.NewVisitor(), typed);

        await Refused(response, "une seule adresse");
        Assert.Equal(typed, (await SampleNode.Read(response)).QuerySelector("#ask-Address")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task with_an_address_of_255_characters_is_refused()
    {
        using var response = await AccountsNode.Ask(Node.NewVisitor(), new string('a', 255 - "@exemple.org".Length) + "@exemple.org");

        await Refused(response, "une seule adresse");
    }

    [Fact]
    public async Task four_times_in_a_quarter_of_an_hour_sends_three_letters_and_says_nothing_else()
    {
        await Node.Add();
        for (var i = 0; i < 4; i++)
        {
            using var asked = await AccountsNode.Ask(Node.NewVisitor($"10.0.{i}.1"));
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        Assert.Equal(3, (await Node.Letters()).Count);
        Node.Clock.Advance(TimeSpan.FromMinutes(15));
        using var later = await AccountsNode.Ask(Node.NewVisitor());
        Assert.Equal(4, (await Node.Letters()).Count);
    }

    [Theory]
    [InlineData("192.0.2.", "192.0.3.1")]
    [InlineData("2001:db8:0:1::", "2001:db8:0:2::1")]
    public async Task eleven_times_an_hour_from_one_network_is_refused_there_only(string network, string elsewhere)
    {
        for (var i = 1; i <= 10; i++)
        {
            using var asked = await AccountsNode.Ask(Node.NewVisitor(network + i), $"a{i}@exemple.org");
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        using var eleventh = await AccountsNode.Ask(Node.NewVisitor(network + "11"), "a11@exemple.org");
        using var other = await AccountsNode.Ask(Node.NewVisitor(elsewhere), "a11@exemple.org");

        Assert.Equal(HttpStatusCode.TooManyRequests, eleventh.StatusCode);
        Assert.Equal("a11@exemple.org", (await SampleNode.Read(eleventh)).QuerySelector("#ask-Address")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        Node.Clock.Advance(TimeSpan.FromHours(1));
        using var later = await AccountsNode.Ask(Node.NewVisitor(network + "11"), "a11@exemple.org");
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Fact]
    public async Task while_a_hundred_letters_wait_is_answered_as_ever_and_dropped()
    {
        for (var i = 0; i < 101; i++)
        {
            await Node.Add($"m{i}@exemple.org");
            using var asked = await AccountsNode.Ask(Node.NewVisitor($"10.1.{i}.1"), $"m{i}@exemple.org");
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        Assert.Equal(100, (await Node.Letters()).Count);
    }

    [Fact]
    public async Task is_answered_by_the_worker_beside_the_page()
    {
        await Node.Add();

        await Node.LetterArrives(async () =>
        {
            using var asked = await AccountsNode.Ask(Node.NewVisitor());
        });

        Assert.Single(await Node.Letters());
    }

    [Fact]
    public async Task of_somebody_who_left_sends_nothing()
    {
        var actor = await Node.Add();
        await Node.People.End(new(actor, actor.Id), Cancel);

        using var asked = await AccountsNode.Ask(Node.NewVisitor());

        Assert.Empty(await Node.Letters());
    }

    /// <summary>Everything a browser gets, but for what differs on every request: secrets and their lengths in time.</summary>
    private async Task<string> Transcript(string address)
    {
        var visitor = Node.NewVisitor();
        using var asked = await AccountsNode.Ask(visitor, address);
        using var next = await visitor.GetAsync(asked.Headers.Location, Cancel);
        var page = await SampleNode.Read(next);
        foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken]"))
        {
            token.RemoveAttribute("value");
        }

        var headers = asked.Headers.Select(h => h.Key + ": " + string.Join(" | ", h.Value.Select(v => h.Key == "Set-Cookie" ? Shape(v) : v)));
        return $"{(int)asked.StatusCode}\n{string.Join('\n', headers)}\n{await asked.Content.ReadAsStringAsync(Cancel)}\n{page.DocumentElement.OuterHtml}";
    }

    private static string Shape(string cookie)
    {
        var value = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0];
        var expires = cookie.Split("; ").Where(p => !p.StartsWith("expires=", StringComparison.Ordinal));
        return string.Join("; ", expires).Replace(value, $"({value.Length})", StringComparison.Ordinal);
    }
}

public sealed class Asking_for_a_link_on_SQLite() : Asking_for_a_link(null);

public sealed class Asking_for_a_link_on_PostgreSQL(PostgresServer server) : Asking_for_a_link(server);
