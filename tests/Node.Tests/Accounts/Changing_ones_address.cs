using System.Net;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Tests.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

public abstract class Changing_ones_address(PostgresServer? server) : AtANode(server)
{
    private const string Path = "/fr/ma-page/adresse", Next = "camille@ailleurs.org";

    [Fact]
    public async Task takes_the_code_of_a_letter_to_the_new_one_and_then_everything_goes_there()
    {
        var (actor, browser) = await Here();
        var other = await Node.SignIn(actor);
        var link = await Node.Links.Create(actor.Id, Cancel);

        var letter = await Ask(browser, Next);
        Assert.Equal((Next, "Votre code pour confirmer cette adresse"), (letter.To, letter.Subject));
        Assert.Equal(AccountsNode.Address, (await Node.Accounts.Find(actor.Id, Cancel))!.Address); // nothing yet
        using var confirmed = await Confirm(browser, letter.Code.ToLowerInvariant());

        Assert.EndsWith("done=account.address-changed", confirmed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(Next, (await Node.Accounts.Find(actor.Id, Cancel))!.Address);
        Assert.Equal([(AccountsNode.Address, Next)], Node.Heard.Moved); // whoever keeps it elsewhere
        Assert.True(await AccountsNode.IsSignedIn(browser));
        Assert.False(await AccountsNode.IsSignedIn(other));
        using var withTheOldLink = await AccountsNode.Enter(Node.NewVisitor(), link!.ToString());
        await Refused(withTheOldLink, "Ce lien n’est pas valide");
        Assert.Equal("address-changed", (await Log.Latest(1, 1, Cancel)).Single().Kind);
        Assert.Null((await Log.Verify(Cancel)).Broken);

        await Node.TellEarlierAddresses();
        await Node.TellEarlierAddresses(); // once
        var told = Assert.Single(await Node.Letters(), l => l.To == AccountsNode.Address);
        Assert.Contains("Ce n’était pas vous?", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Next, told.Text, StringComparison.Ordinal);

        var visitor = Node.NewVisitor();
        using var entered = await AccountsNode.Enter(visitor, (await Node.AskAndRead(visitor, Next)).Code);
        Assert.True(await AccountsNode.IsSignedIn(visitor));
    }

    [Fact]
    public async Task leaves_what_was_asked_for_with_the_one_before_without_use()
    {
        var (_, browser) = await Here();
        var elsewhere = Node.NewVisitor();
        var entering = await Node.AskAndRead(elsewhere);

        using var confirmed = await Confirm(browser, (await Ask(browser, Next)).Code);

        using var refused = await AccountsNode.Enter(elsewhere, entering.Code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.False(await AccountsNode.IsSignedIn(elsewhere));
    }

    [Fact]
    public async Task says_the_same_whoever_has_the_new_one_until_its_letters_are_read()
    {
        await Node.Add("dominique@exemple.org");
        var left = await Node.Add("partie@exemple.org");
        Assert.True((await Node.People.End(new(left, left.Id), Cancel)).Succeeded);
        var (actor, browser) = await Here();

        foreach (var taken in new[] { "dominique@exemple.org", "partie@exemple.org" })
        {
            var before = await Words(browser, Next);
            Assert.Equal(before.Replace(Next, taken, StringComparison.Ordinal), await Words(browser, taken));
            var letter = (await Node.Letters()).Last(l => l.To == taken);
            using var refused = await Confirm(browser, letter.Code);
            await Refused(refused, "un autre compte d’ici");
        }

        Assert.Equal(AccountsNode.Address, (await Node.Accounts.Find(actor.Id, Cancel))!.Address);
        await Node.TellEarlierAddresses();
        Assert.DoesNotContain(await Node.Letters(), l => l.To == AccountsNode.Address);
    }

    [Fact]
    public async Task to_one_that_somebody_takes_meanwhile_is_refused()
    {
        var (actor, browser) = await Here();
        var letter = await Ask(browser, Next);
        await Node.Add(Next);

        using var refused = await Confirm(browser, letter.Code);

        await Refused(refused, "un autre compte d’ici");
        Assert.Equal(AccountsNode.Address, (await Node.Accounts.Find(actor.Id, Cancel))!.Address);
    }

    [Fact]
    public async Task can_be_changed_back_and_the_address_is_free_meanwhile()
    {
        var (actor, browser) = await Here();
        using var there = await Confirm(browser, (await Ask(browser, Next)).Code);
        using var back = await Confirm(browser, (await Ask(browser, AccountsNode.Address)).Code);
        Assert.Equal(AccountsNode.Address, (await Node.Accounts.Find(actor.Id, Cancel))!.Address);

        using var again = await Confirm(browser, (await Ask(browser, Next)).Code);
        var newcomer = await Node.Add();
        Assert.NotEqual(actor.Id, newcomer.Id);
    }

    [Fact]
    public async Task with_a_code_that_was_used_or_has_expired_or_was_given_up_is_refused()
    {
        var (_, browser) = await Here();
        var used = await Ask(browser, Next);
        using var first = await Confirm(browser, used.Code);
        Assert.False(await HasCodeForm(browser));

        var expired = await Ask(browser, "tard@ailleurs.org");
        var page = await SampleNode.Read(await browser.GetAsync(Path, Cancel));
        Node.Clock.Advance(TimeSpan.FromMinutes(10));
        using var late = await SampleNode.Send(browser, Path, page, "confirm-address", ("Key", expired.Code));
        await Refused(late, "Aucun code n’est valide ici");
        await Node.TellEarlierAddresses();
        Assert.Equal(0, await Node.Database.Find<long>("select count(*) from address_change", null, Cancel)); // nothing of it is kept

        using var asked = await SampleNode.Send(browser, Path, "new-address", ("Address", "non@ailleurs.org"));
        using var kept = await SampleNode.Send(browser, Path, "confirm-address", ("Keep", "yes"));
        Assert.EndsWith("done=account.address-kept", kept.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(await HasCodeForm(browser));
    }

    [Fact]
    public async Task takes_five_tries_and_only_in_the_browser_that_asked()
    {
        var (actor, browser) = await Here();
        var letter = await Ask(browser, Next);
        var other = await Node.SignIn(actor);
        using var elsewhere = await Confirm(other, letter.Code);
        await Refused(elsewhere, "Ce n’est pas le bon code");
        for (var i = 0; i < 3; i++)
        {
            using var wrong = await Confirm(browser, "ABCD-2345");
            await Refused(wrong, "Ce n’est pas le bon code");
        }

        using var fifth = await Confirm(browser, "ABCD-2345");
        await Refused(fifth, "Aucun code n’est valide ici");
        using var sixth = await Confirm(browser, letter.Code);
        await Refused(sixth, "Aucun code n’est valide ici");
        using var unreadable = await Confirm(browser, "abc");
        await Refused(unreadable, "huit lettres et chiffres");
        Assert.Contains("tries-used-up", (await Log.Latest(1, 3, Cancel)).Select(e => e.Kind));
    }

    [Fact]
    public async Task sends_five_letters_to_an_address_in_ten_minutes_and_no_more()
    {
        var (_, browser) = await Here();
        for (var i = 0; i < 7; i++)
        {
            using var asked = await SampleNode.Send(browser, Path, "new-address", ("Address", Next));
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
            Node.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var letters = (await Node.Letters()).Where(l => l.To == Next).ToList();
        Assert.Equal(5, letters.Count);
        using var confirmed = await Confirm(browser, letters[^1].Code);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
    }

    [Fact]
    public async Task from_one_network_a_hundred_and_one_times_is_refused()
    {
        var (_, browser) = await Here();
        for (var i = 0; i < 100; i++)
        {
            using var asked = await SampleNode.Send(browser, Path, "new-address", ("Address", $"a{i}@ailleurs.org"));
        }

        using var over = await SampleNode.Send(browser, Path, "new-address", ("Address", "a101@ailleurs.org"));
        Assert.Equal(HttpStatusCode.TooManyRequests, over.StatusCode);
    }

    [Theory]
    [InlineData("", "Écrivez une seule adresse courriel")]
    [InlineData("x", "Écrivez une seule adresse courriel")]
    [InlineData(" Camille@Exemple.org ", "C’est déjà votre adresse")]
    public async Task to_none_or_to_the_same_is_refused(string typed, string why)
    {
        var (_, browser) = await Here();
        using var refused = await SampleNode.Send(browser, Path, "new-address", ("Address", typed));
        await Refused(refused, why);
    }

    [Fact]
    public async Task asks_somebody_who_came_in_long_ago_to_sign_in_again()
    {
        var (_, browser) = await Here();
        Node.Clock.Advance(TimeSpan.FromMinutes(31));
        using var asked = await SampleNode.Send(browser, Path, "new-address", ("Address", Next));
        Assert.StartsWith("/fr/entrer?to=", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("sign-in-link", (await SampleNode.Read(await browser.GetAsync(asked.Headers.Location, Cancel))).Body!.TextContent, StringComparison.Ordinal); // no letter reaches them any more
        Assert.Empty(await Node.Letters());
    }

    [Fact]
    public async Task forgets_the_letter_to_the_one_before_after_three_days_and_the_address_after_thirty()
    {
        var (_, browser) = await Here();
        using var confirmed = await Confirm(browser, (await Ask(browser, Next)).Code);
        await Node.TellEarlierAddresses();
        Node.Clock.Advance(TimeSpan.FromDays(2));
        await Node.TellEarlierAddresses();
        await Node.SweepMail();
        Assert.Equal([AccountsNode.Address], (await Node.Letters()).Select(l => l.To));

        Node.Clock.Advance(TimeSpan.FromDays(2));
        await Node.TellEarlierAddresses();
        await Node.SweepMail();

        Assert.Empty(await Node.Letters());
        Assert.Equal(1, await Node.Database.Find<long>("select count(*) from address_left", null, Cancel));

        Node.Clock.AdjustTime(Node.Clock.GetUtcNow().AddDays(27));
        await Node.TellEarlierAddresses();
        Assert.Equal(0, await Node.Database.Find<long>("select count(*) from address_left", null, Cancel));
    }

    [Fact]
    public async Task of_somebody_else_can_be_undone_by_whoever_looks_after_the_server()
    {
        var (actor, thief) = await Here();
        using var taken = await Confirm(thief, (await Ask(thief, Next)).Code);
        Node.Clock.AdjustTime(Node.Clock.GetUtcNow().AddDays(10));
        await Node.TellEarlierAddresses();
        Assert.True(await AccountsNode.IsSignedIn(thief));

        var browser = Node.NewVisitor();
        using var entered = await AccountsNode.Enter(browser, (await Node.Run(FoundingVerbs.SignInLink, ("address", AccountsNode.Address))).Output);
        using var back = await Confirm(browser, (await Ask(browser, AccountsNode.Address)).Code);

        Assert.Equal(AccountsNode.Address, (await Node.Accounts.Find(actor.Id, Cancel))!.Address);
        Assert.False(await AccountsNode.IsSignedIn(thief));
        Assert.Equal(1, (await Node.Run(FoundingVerbs.SignInLink, ("address", "personne@exemple.org"))).ExitCode);
    }

    private SecurityLog Log => new(Node.Database);

    private async Task<(Actor Actor, HttpClient Browser)> Here()
    {
        var actor = await Node.Add();
        return (actor, await Node.SignIn(actor));
    }

    private async Task<SentLetter> Ask(HttpClient browser, string address)
    {
        Node.Clock.Advance(TimeSpan.FromMilliseconds(1));
        using var asked = await SampleNode.Send(browser, Path, "new-address", ("Address", address));
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        return (await Node.Letters()).Last(l => l.To == address);
    }

    private async Task<string> Words(HttpClient browser, string address)
    {
        await Ask(browser, address);
        return (await SampleNode.Read(await browser.GetAsync(Path, Cancel))).QuerySelector("main")!.TextContent;
    }

    private static Task<HttpResponseMessage> Confirm(HttpClient browser, string code) => SampleNode.Send(browser, Path, "confirm-address", ("Key", code));

    private static async Task<bool> HasCodeForm(HttpClient browser) =>
        (await SampleNode.Read(await browser.GetAsync(Path, Cancel))).QuerySelector("#confirm-address-Key") is not null;
}

public sealed class Changing_ones_address_on_SQLite() : Changing_ones_address(null);

public sealed class Changing_ones_address_on_PostgreSQL(PostgresServer server) : Changing_ones_address(server);
