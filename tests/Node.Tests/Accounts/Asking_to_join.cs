using System.Net;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Tests.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

public abstract class Asking_to_join(PostgresServer? server) : AtANode(server)
{
    [Fact]
    public async Task begins_an_account_when_the_address_has_answered_and_not_before()
    {
        var visitor = Node.NewVisitor();
        var letter = await AskAndRead(visitor);
        Assert.Null(await Found());
        Assert.Empty(Node.Heard.Came);

        using var entered = await AccountsNode.Enter(visitor, letter.Code);

        var account = (await Found())!;
        Assert.Equal(("Élodie", "fr", Node.Clock.GetUtcNow()), (account.Name, account.Language, account.JoinedAt));
        Assert.Equal([(account.Id, account.Stay, "sur mon honneur")], Node.Heard.Came);
        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task keeps_what_was_said_in_the_account_alone()
    {
        var visitor = Node.NewVisitor();
        var letter = await AskAndRead(visitor);

        using var entered = await AccountsNode.Enter(visitor, letter.Link.ToString());

        Assert.Equal(1, await Node.Database.Find<long>(
            "select count(*) from sign_in_request where used_at is not null and name is null and language is null and pledge is null", null, Cancel));
    }

    [Fact]
    public async Task answers_the_same_whether_the_address_is_known_or_not_and_both_get_the_same_letter()
    {
        await Node.Add();
        using var known = await Ask(Node.NewVisitor(), AccountsNode.Address);
        using var unknown = await Ask(Node.NewVisitor());

        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        Assert.Equal(await known.Content.ReadAsStringAsync(Cancel), await unknown.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(Names(known), Names(unknown));
        var letters = await Node.Letters();
        Assert.Equal(2, letters.Count);
        Assert.Equal(Blank(letters[0]), Blank(letters[1]));
    }

    [Fact]
    public async Task with_a_known_address_signs_in_as_one_was()
    {
        var actor = await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await AskAndRead(visitor, AccountsNode.Address);

        using var entered = await AccountsNode.Enter(visitor, letter.Code);

        Assert.Equal("Camille", (await Node.Accounts.Find(actor.Id, Cancel))!.Name);
        Assert.Empty(Node.Heard.Came);
    }

    [Fact]
    public async Task with_an_address_that_was_pasted_with_something_invisible_in_it_is_asking_with_the_address()
    {
        var visitor = Node.NewVisitor();
        var letter = await AskAndRead(visitor, "elodie\u200D@exemple.org\u200B");

        using var entered = await AccountsNode.Enter(visitor, letter.Code);

        Assert.NotNull(await Found());
    }

    [Fact]
    public async Task late_begins_nothing()
    {
        var visitor = Node.NewVisitor();
        var letter = await AskAndRead(visitor);
        Node.Clock.Advance(TimeSpan.FromMinutes(10));

        using var late = await AccountsNode.Enter(visitor, letter.Link.ToString());

        await Refused(late, "Ce lien a expiré");
        Assert.Null(await Found());
    }

    [Fact]
    public async Task twice_is_one_account()
    {
        var (one, other) = (Node.NewVisitor(), Node.NewVisitor());
        var first = await AskAndRead(one);
        var second = await AskAndRead(other);

        using var entered = await AccountsNode.Enter(one, first.Code);
        using var again = await AccountsNode.Enter(other, second.Code);
        using var third = await AccountsNode.Enter(Node.NewVisitor(), second.Link.ToString());

        Assert.Equal(1, await Node.Accounts.Count(null, Cancel));
        Assert.True(await AccountsNode.IsSignedIn(one) && await AccountsNode.IsSignedIn(other));
        await Refused(third, "déjà servi");
    }

    [Fact]
    public async Task again_in_one_browser_makes_the_earlier_letter_worthless()
    {
        var visitor = Node.NewVisitor();
        var first = await AskAndRead(visitor);
        await AskAndRead(visitor);

        using var entered = await AccountsNode.Enter(visitor, first.Link.ToString());

        await Refused(entered, "Ce lien n’est pas valide");
    }

    [Fact]
    public async Task after_leaving_is_coming_back_as_the_same_person_with_every_stay_kept()
    {
        var actor = await Node.Add("elodie@exemple.org", "steward");
        await Node.Add(roles: "steward");
        await Node.People.End(new(actor, actor.Id), Cancel);
        var left = Node.Clock.GetUtcNow();
        Node.Clock.Advance(TimeSpan.FromDays(3));
        var visitor = Node.NewVisitor();
        var letter = await AskAndRead(visitor);

        using var entered = await AccountsNode.Enter(visitor, letter.Code);

        Assert.Equal((actor.Id, "Élodie"), ((await Found())!.Id, (await Found())!.Name));
        Assert.Equal([(actor.Id, (await Found())!.Stay, "sur mon honneur")], Node.Heard.Came);
        Assert.Equal(3, await Node.Database.Find<long>("select count(*) from change_log where kind = 'account' and id = @Id", new { actor.Id }, Cancel));
        Assert.Equal(2, await Node.Database.Find<long>("select count(distinct id) from account_period where account_id = @Id", new { actor.Id }, Cancel));
        Assert.Equal((await Found())!.Stay, await Node.Database.Find<Guid>("select id from account_period where account_id = @Id and left_at is null", new { actor.Id }, Cancel));
        var stays = await Node.Accounts.Stays(actor.Id, Cancel);
        Assert.Equal([left, null], stays.Select(s => s.LeftAt));
        Assert.Equal(Node.Clock.GetUtcNow(), stays[1].JoinedAt);
        Assert.Equal(1, await Node.Holders("steward"));
    }

    [Fact]
    public async Task has_the_limits_of_signing_in()
    {
        for (var i = 0; i < 6; i++)
        {
            using var asked = await Ask(Node.NewVisitor($"10.0.{i}.1"));
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        Assert.Equal(5, (await Node.Letters()).Count);
        for (var i = 0; i < 100; i++)
        {
            using var asked = await Ask(Node.NewVisitor("192.0.2.1"), $"a{i}@exemple.org");
        }

        using var over = await Ask(Node.NewVisitor("192.0.2.1"), "b@exemple.org");
        Assert.Equal(HttpStatusCode.TooManyRequests, over.StatusCode);
    }

    [Theory]
    [InlineData("", "elodie@exemple.org", "Écrivez un nom")]
    [InlineData("\u200B", "elodie@exemple.org", "Écrivez un nom")]
    [InlineData("\u3164\u2800 \u0301", "elodie@exemple.org", "Écrivez un nom")]
    [InlineData("Élodie\u202E", "elodie@exemple.org", "caractères invisibles")]
    [InlineData("Élodie", "elodie", "une seule adresse")]
    public async Task without_a_name_or_an_address_is_refused(string name, string address, string saying)
    {
        using var refused = await SampleNode.Send(Node.NewVisitor(), "/fr/venir", "join", ("Name", name), ("Address", address));

        await Refused(refused, saying);
    }

    private Task<Account?> Found() => Node.Accounts.Find(EmailAddress.Parse("elodie@exemple.org")!, Cancel);

    private async Task<SentLetter> AskAndRead(HttpClient visitor, string address = "elodie@exemple.org")
    {
        Node.Clock.Advance(TimeSpan.FromMilliseconds(1));
        using var asked = await Ask(visitor, address);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        return (await Node.Letters())[^1];
    }

    private static Task<HttpResponseMessage> Ask(HttpClient visitor, string address = "elodie@exemple.org") =>
        SampleNode.Send(visitor, "/fr/venir", "join", ("Name", "Élodie"), ("Address", address));

    private static string Blank(SentLetter letter) =>
        letter.Subject + letter.Text.Replace(letter.Link.ToString(), "", StringComparison.Ordinal).Replace(letter.Code, "", StringComparison.Ordinal);

    private static IEnumerable<string> Names(HttpResponseMessage response) => response.Headers.Select(h => h.Key);
}

public sealed class Asking_to_join_on_SQLite() : Asking_to_join(null);

public sealed class Asking_to_join_on_PostgreSQL(PostgresServer server) : Asking_to_join(server);
