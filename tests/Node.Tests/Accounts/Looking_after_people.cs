using System.Net;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Tests.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

public abstract class Looking_after_people(PostgresServer? server) : AtANode(server)
{
    [Theory]
    [InlineData("steward", true)]
    [InlineData("executive", false)]
    [InlineData("facilitator", false)]
    [InlineData("", false)]
    public async Task adding_somebody_is_for_stewards(string role, bool allowed) =>
        Answers(allowed, (await Node.People.Add(new AddPerson(Holder(role), "Dominique", "dominique@exemple.org", "fr"), Cancel)).WithoutValue);

    [Theory]
    [InlineData("steward", "steward", true)]
    [InlineData("steward", "executive", true)]
    [InlineData("steward", "facilitator", true)]
    [InlineData("executive", "steward", false)]
    [InlineData("executive", "executive", false)]
    [InlineData("executive", "facilitator", true)]
    [InlineData("facilitator", "steward", false)]
    [InlineData("facilitator", "facilitator", false)]
    [InlineData("", "steward", false)]
    [InlineData("", "facilitator", false)]
    public async Task giving_and_taking_a_role_is_for_those_who_give_it(string by, string role, bool allowed)
    {
        await Node.Add("premiere@exemple.org", role);
        var person = await Node.Add();

        Answers(allowed, await Node.People.Give(new GiveRole(Holder(by), person.Id, role), Cancel));
        if (!allowed)
        {
            await Node.People.Give(new GiveRole(Holder("steward"), person.Id, role), Cancel);
        }

        Answers(allowed, await Node.People.Take(new TakeRole(Holder(by), person.Id, role), Cancel));
    }

    [Theory]
    [InlineData("steward", true)]
    [InlineData("executive", false)]
    [InlineData("facilitator", false)]
    [InlineData("", false)]
    public async Task ending_anothers_membership_is_for_stewards(string role, bool allowed) =>
        Answers(allowed, await Node.People.End(new EndMembership(Holder(role), (await Node.Add()).Id), Cancel));

    [Fact]
    public async Task the_last_steward_keeps_the_role_and_stays()
    {
        var last = await Node.Add(roles: "steward");

        Assert.Equal("account.last-administrator", (await Node.People.Take(new TakeRole(last, last.Id, "steward"), Cancel)).Refusals.Single().Code);
        Assert.Equal("account.last-administrator", (await Node.People.End(new EndMembership(last, last.Id), Cancel)).Refusals.Single().Code);
        Assert.Equal(1, await Node.Holders("steward"));
    }

    [Fact]
    public async Task two_stewards_who_take_each_others_role_at_once_leave_one()
    {
        var one = await Node.Add(roles: "steward");
        var other = await Node.Add("autre@exemple.org", "steward");

        var outcomes = await Task.WhenAll(
            Node.People.Take(new TakeRole(one, other.Id, "steward"), Cancel),
            Node.People.Take(new TakeRole(other, one.Id, "steward"), Cancel));

        Assert.Equal(1, outcomes.Count(o => o.Succeeded));
        Assert.Equal(1, await Node.Holders("steward"));
    }

    [Fact]
    public async Task a_role_given_works_at_the_next_page_and_one_taken_no_longer()
    {
        var steward = await Node.Add(roles: "steward");
        var person = await Node.Add("dominique@exemple.org");
        var visitor = await Node.SignIn(person);

        Assert.Equal(HttpStatusCode.Forbidden, await PeoplePage(visitor));
        await Node.People.Give(new GiveRole(steward, person.Id, "executive"), Cancel);
        Assert.Equal(HttpStatusCode.OK, await PeoplePage(visitor));
        await Node.People.Take(new TakeRole(steward, person.Id, "executive"), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, await PeoplePage(visitor));
    }

    [Fact]
    public async Task a_role_is_not_given_twice_nor_taken_from_who_does_not_hold_it()
    {
        var steward = await Node.Add(roles: "steward");

        Assert.Equal("account.role-held", (await Node.People.Give(new GiveRole(steward, steward.Id, "steward"), Cancel)).Refusals.Single().Code);
        Assert.Equal("account.role-not-held", (await Node.People.Take(new TakeRole(steward, steward.Id, "executive"), Cancel)).Refusals.Single().Code);
        Assert.Equal("account.no-such-role", (await Node.People.Give(new GiveRole(steward, steward.Id, "king"), Cancel)).Refusals.Single().Code);
        Assert.Equal("account.no-such-person", (await Node.People.Give(new GiveRole(steward, Guid.Empty, "executive"), Cancel)).Refusals.Single().Code);
    }

    [Fact]
    public async Task somebody_added_twice_is_refused_in_any_spelling()
    {
        await Node.Add();

        var again = await Node.People.Add(new AddPerson(Holder("steward"), "Camille", "CAMILLE@exemple.org", "fr"), Cancel);

        Assert.Equal(Refusal.Of("account.address-taken", "Address").Code, again.Refusals.Single().Code);
    }

    [Fact]
    public async Task a_form_that_is_wrong_keeps_what_was_typed_and_says_what_to_change()
    {
        var visitor = await Node.SignIn(await Node.Add(roles: "steward"));

        using var response = await SampleNode.Send(visitor, "/fr/acces", "add", ("Name", new string('a', 81)), ("Address", "nulle part"), ("Language", ""));

        await Refused(response, "80 caractères");
        await Refused(response, "une seule adresse");
        await Refused(response, "langue des courriels");
        Assert.Equal("nulle part", (await SampleNode.Read(response)).QuerySelector("#add-Address")!.GetAttribute("value"));
    }

    [Fact]
    public async Task a_form_that_is_right_adds_somebody_who_can_then_sign_in()
    {
        var visitor = await Node.SignIn(await Node.Add(roles: "steward"));

        using var added = await SampleNode.Send(visitor, "/en/access", "add", ("Name", "Dominique"), ("Address", "dominique@exemple.org"), ("Language", "en"));
        var letter = await Node.AskAndRead(Node.NewVisitor(), "dominique@exemple.org");

        Assert.Equal("/en/access?done=account.added", added.Headers.Location!.OriginalString);
        Assert.Equal(("Your sign-in link", "\"Shared space\" <messages@localhost>"), (letter.Subject, letter.From));
    }

    [Fact]
    public async Task people_are_listed_by_name_as_people_expect_a_page_at_a_time_and_found_by_a_part_of_it()
    {
        foreach (var (index, name) in new[] { "Zoé", "étienne", "Eva", "Éloi" }.Index())
        {
            await Node.Accounts.Add(name, EmailAddress.Parse($"p{index}@exemple.org")!, "fr", index == 0 ? ["steward", "executive"] : [], null, Cancel);
        }

        Assert.Equal(["Éloi", "étienne", "Eva"], (await Node.Accounts.People(null, 1, 3, Cancel)).Select(p => p.Name));
        Assert.Equal(["executive", "steward"], (await Node.Accounts.People("", 2, 3, Cancel)).Single().Roles);
        Assert.Equal(["étienne"], (await Node.Accounts.People("ÉTIE", 1, 3, Cancel)).Select(p => p.Name));
        Assert.Equal((4, 1, 0), (await Node.Accounts.Count(null, Cancel), await Node.Accounts.Count("zoe", Cancel), await Node.Accounts.Count("%", Cancel)));
    }

    [Theory]
    [InlineData("steward")]
    [InlineData("executive")]
    [InlineData("facilitator")]
    [InlineData("")]
    public async Task everybody_changes_their_own_name_and_nobody_can_name_another(string role)
    {
        var actor = await Node.Add(roles: role.Length == 0 ? [] : [role]);

        Answers(true, await Node.People.Introduce(new IntroduceYourself(actor, " Ève ", "en"), Cancel));
        Assert.Equal("account.name-missing", (await Node.People.Introduce(new IntroduceYourself(actor, " ", "en"), Cancel)).Refusals.Single().Code);
        Assert.Equal("account.no-such-person", (await Node.People.Introduce(new IntroduceYourself(Holder(role), "Ève", "en"), Cancel)).Refusals.Single().Code);

        var account = (await Node.Accounts.Find(actor.Id, Cancel))!;
        Assert.Equal(("Ève", "en"), (account.Name, account.Language));
        Assert.Equal(1, await Node.Accounts.Count("eve", Cancel));
    }

    private static Actor Holder(string role) => new(Guid.Parse("019503f0-0000-7000-8000-000000000001"), role.Length == 0 ? [] : [role]);

    private static void Answers(bool allowed, Result outcome) =>
        Assert.Equal(allowed ? [] : ["account.not-yours"], outcome.Refusals.Select(p => p.Code));

    private static async Task<HttpStatusCode> PeoplePage(HttpClient visitor)
    {
        using var response = await visitor.GetAsync("/fr/acces", Cancel);
        return response.StatusCode;
    }
}

public sealed class Looking_after_people_on_SQLite() : Looking_after_people(null);

public sealed class Looking_after_people_on_PostgreSQL(PostgresServer server) : Looking_after_people(server);
