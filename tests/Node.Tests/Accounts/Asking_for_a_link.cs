using System.Globalization;
using System.Net;
using RecoveryCoP.Node.Tests.Web;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.Tests.Accounts;

public abstract class Asking_for_a_link(PostgresServer? server) : AtANode(server)
{
    [Fact]
    public async Task answers_the_same_bytes_whether_the_address_is_known_or_not()
    {
        await Node.Add();

        var known = await Transcript(AccountsNode.Address);
        var unknown = await Transcript("carolin@exemple.org"); // as long, and masked alike: what a browser typed is shown to it

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

        Assert.Equal("Votre lien pour entrer", letter.Subject);
        Assert.Equal("\"Espace commun\" <messages@localhost>", letter.From);
        Assert.StartsWith("http://localhost/fr/entrer#t=", letter.Link.ToString(), StringComparison.Ordinal);
        Assert.Contains("pendant 10 minutes", letter.Text, StringComparison.Ordinal);
        Assert.Contains("demandez-en d’autres de la même façon", letter.Text, StringComparison.Ordinal);
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
    public async Task for_a_known_address_and_typing_a_wrong_code_says_what_it_says_for_an_unknown_one()
    {
        await Node.Add();

        Assert.Equal(await WrongCodes("personne@exemple.org", joinsFirst: false), await WrongCodes(AccountsNode.Address, joinsFirst: false));
        Assert.Equal(await WrongCodes("quelquun@exemple.org", joinsFirst: true), await WrongCodes(AccountsNode.Address, joinsFirst: true));
    }

    /// <summary>What a browser is told that types six wrong codes, having asked to join before or not.</summary>
    private async Task<string> WrongCodes(string address, bool joinsFirst)
    {
        var visitor = Node.NewVisitor();
        var said = new List<string>();
        if (joinsFirst)
        {
            using var joined = await SampleNode.Send(visitor, "/fr/venir", "join", ("Name", "Élodie"), ("Address", address));
            await Type(4);
        }

        using var asked = await AccountsNode.Ask(visitor, address);
        await Type(6);
        return string.Join('\n', said);

        async Task Type(int times)
        {
            for (var time = 0; time < times; time++)
            {
                using var wrong = await AccountsNode.Enter(visitor, "2222-2222");
                said.Add($"{(int)wrong.StatusCode} {(await SampleNode.Read(wrong)).QuerySelector("[role=alert]")!.TextContent}");
            }
        }
    }

    [Theory]
    [InlineData(AccountsNode.Address)]
    [InlineData("personne@exemple.org")]
    public async Task writes_one_row_of_one_kind_whoever_the_address_belongs_to_and_the_letter_writes_none(string address)
    {
        await Node.Add();

        using var asked = await AccountsNode.Ask(Node.NewVisitor(), address);
        var row = await Node.Database.Query<string>(
            "select address || ' ' || length(token) || ' ' || length(code) || ' ' || length(browser) || ' ' || tries || coalesce(name, '-') || coalesce(language, '-') || coalesce(pledge, '-') from sign_in_request", null, Cancel);
        var written = Node.Database.Changes.Next;
        await Node.Letters();

        Assert.Equal([address + " 32 32 32 0---"], row);
        Assert.False(written.IsCompleted);
    }

    [Fact]
    public async Task after_strangers_asked_five_times_needs_no_letter_of_its_own_the_code_of_the_last_one_opens_the_door()
    {
        await Node.Add();
        for (var i = 0; i < 5; i++)
        {
            Node.Clock.Advance(TimeSpan.FromMilliseconds(1));
            using var asked = await AccountsNode.Ask(Node.NewVisitor($"10.0.{i}.1"));
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        var (member, stranger) = (Node.NewVisitor("198.51.100.1"), Node.NewVisitor("203.0.113.1"));
        using var own = await AccountsNode.Ask(member);
        using var another = await AccountsNode.Ask(stranger);
        var letters = await Node.Letters();
        using var entered = await AccountsNode.Enter(member, letters[^1].Code);
        using var late = await AccountsNode.Enter(stranger, letters[^1].Code);

        Assert.Equal(5, letters.Count);
        Assert.True(await AccountsNode.IsSignedIn(member));
        Assert.False(await AccountsNode.IsSignedIn(stranger)); // a code opens once, whoever types it
        Node.Clock.Advance(TimeSpan.FromMinutes(10));
        using var later = await AccountsNode.Ask(Node.NewVisitor());
        Assert.Equal(6, (await Node.Letters()).Count);
    }

    [Fact]
    public async Task as_a_stranger_never_tells_that_somebody_came_in_with_that_code_or_left()
    {
        var member = await Node.Add();

        Assert.Equal(await Said("personne@exemple.org"), await Said(AccountsNode.Address));

        async Task<string> Said(string address)
        {
            var (stranger, own) = (Node.NewVisitor(), Node.NewVisitor());
            for (var i = 0; i < 5; i++)
            {
                Node.Clock.Advance(TimeSpan.FromMilliseconds(1));
                using var asked = await AccountsNode.Ask(stranger, address);
            }

            using var again = await AccountsNode.Ask(own, address);
            var letters = await Node.Letters();
            if (letters.Count > 0)
            {
                using var entered = await AccountsNode.Enter(own, letters[^1].Code);
                Assert.True(await AccountsNode.IsSignedIn(own));
            }

            var before = await Wrong(stranger);
            await Node.People.End(new(member, address == AccountsNode.Address ? member.Id : Guid.Empty), Cancel);
            return before + await Wrong(stranger);
        }

        static async Task<string> Wrong(HttpClient visitor)
        {
            using var wrong = await AccountsNode.Enter(visitor, "2222-2222");
            return $"{(int)wrong.StatusCode} {(await SampleNode.Read(wrong)).QuerySelector("[role=alert]")!.TextContent}";
        }
    }

    [Fact]
    public async Task to_join_gets_a_letter_though_strangers_used_up_those_of_signing_in()
    {
        for (var i = 0; i < 6; i++)
        {
            using var asked = await AccountsNode.Ask(Node.NewVisitor($"10.0.{i}.1"), "elodie@exemple.org");
        }

        var visitor = Node.NewVisitor();
        using var joined = await SampleNode.Send(visitor, "/fr/venir", "join", ("Name", "Élodie"), ("Address", "elodie@exemple.org"));
        using var entered = await AccountsNode.Enter(visitor, Assert.Single(await Node.Letters()).Code);

        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task again_for_the_letter_that_is_there_gives_its_code_no_further_tries()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        for (var i = 0; i < 5; i++)
        {
            Node.Clock.Advance(TimeSpan.FromMilliseconds(1));
            using var asked = await AccountsNode.Ask(visitor);
        }

        for (var i = 0; i < 5; i++)
        {
            using var wrong = await AccountsNode.Enter(visitor, "2222-2222");
        }

        using var again = await AccountsNode.Ask(visitor);
        var letters = await Node.Letters();
        using var right = await AccountsNode.Enter(visitor, letters[^1].Code);

        Assert.Equal(5, letters.Count);
        await Refused(right, "Aucun code n’est valide");
    }

    [Theory]
    [InlineData("192.0.2.", "192.0.3.1")]
    [InlineData("2001:db8:0:1::", "2001:db8:0:2::1")]
    public async Task a_hundred_and_one_times_in_ten_minutes_from_one_network_is_refused_there_only(string network, string elsewhere)
    {
        for (var i = 1; i <= 100; i++)
        {
            using var asked = await AccountsNode.Ask(Node.NewVisitor(network + i), $"a{i}@exemple.org");
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        using var over = await AccountsNode.Ask(Node.NewVisitor(network + "111"), "a111@exemple.org");
        using var other = await AccountsNode.Ask(Node.NewVisitor(elsewhere), "a111@exemple.org");

        Assert.Equal(HttpStatusCode.TooManyRequests, over.StatusCode);
        Assert.Equal("a111@exemple.org", (await SampleNode.Read(over)).QuerySelector("#ask-Address")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        Node.Clock.Advance(TimeSpan.FromMinutes(10));
        using var later = await AccountsNode.Ask(Node.NewVisitor(network + "111"), "a111@exemple.org");
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.SeeOther)]
    [InlineData("10.9.1.1", HttpStatusCode.SeeOther)]
    [InlineData("192.0.2.1", HttpStatusCode.TooManyRequests)]
    public async Task behind_a_proxy_counts_each_visitor_where_the_proxy_is_trusted(string proxy, HttpStatusCode last)
    {
        HttpStatusCode answered = default;
        for (var i = 0; i <= 100; i++)
        {
            var visitor = Node.NewVisitor(proxy);
            // Whoever comes may have said something themselves already; the proxy adds what it knows at the end.
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.7, 198.51.{i}.1");
            using var asked = await AccountsNode.Ask(visitor, $"a{i}@exemple.org");
            answered = asked.StatusCode;
        }

        Assert.Equal(last, answered);
    }

    [Fact]
    public void from_networks_without_end_makes_the_oldest_forgotten_and_refuses_nobody_new()
    {
        var count = new SlidingCount(1, TimeSpan.FromMinutes(10), Node.Clock);

        Assert.All(Enumerable.Range(0, 60_000), number => Assert.True(count.Admits(number.ToString(CultureInfo.InvariantCulture))));
        Assert.False(count.Admits("59999"));
        Assert.True(count.Admits("0"));
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
