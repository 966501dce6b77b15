using System.Net;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Tests.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

public abstract class The_security_log(PostgresServer? server) : AtANode(server)
{
    private SecurityLog Log => new(Node.Database);

    [Fact]
    public async Task has_whoever_came_in_was_let_in_was_given_a_role_or_lost_one_by_their_ids_alone()
    {
        var (steward, other) = (await Node.Add(roles: "steward"), await Node.Add("dominique@exemple.org"));
        await Node.SignIn(steward);
        Assert.True((await Node.People.Give(new(steward, other.Id, "executive"), Cancel)).Succeeded);
        Assert.True((await Node.People.Take(new(steward, other.Id, "executive"), Cancel)).Succeeded);
        Assert.True((await Node.People.EndSessions(new(steward, other.Id), Cancel)).Succeeded);
        Assert.True((await Node.People.End(new(steward, other.Id), Cancel)).Succeeded);

        var events = (await Log.Latest(1, 100, Cancel)).Reverse().ToList();

        Assert.Equal(
            [
                ("added", null, steward.Id, ""), ("role-given", null, steward.Id, "steward"), ("added", null, other.Id, ""), ("link-made", null, steward.Id, ""), ("signed-in", steward.Id, steward.Id, ""),
                ("role-given", steward.Id, other.Id, "executive"), ("role-taken", steward.Id, other.Id, "executive"), ("sessions-ended", steward.Id, other.Id, ""), ("left", steward.Id, other.Id, ""),
            ],
            events.Select(e => (e.Kind, e.By, e.About!.Value, e.Detail)));
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(e => e.Number));
        Assert.Equal((events.Count, null), await Log.Verify(Cancel));
    }

    [Theory]
    [InlineData(AccountsNode.Address)]
    [InlineData("personne@exemple.org")]
    public async Task says_that_a_browser_used_its_tries_up_and_not_for_whom(string address)
    {
        await Node.Add();
        var before = await Log.Count(Cancel);
        var visitor = Node.NewVisitor();
        using var asked = await AccountsNode.Ask(visitor, address);
        for (var time = 0; time < 6; time++)
        {
            using var wrong = await AccountsNode.Enter(visitor, "2222-2222");
        }

        Assert.Equal(before + 1, await Log.Count(Cancel));
        Assert.Equal(("tries-used-up", null, null), (await Log.Latest(1, 1, Cancel)).Select(e => (e.Kind, e.By, e.About)).Single());
    }

    [Theory]
    [InlineData("update security_event set done_by = null where number = 3", 3)]
    [InlineData("update security_event set detail = 'facilitator' where number = 2", 2)]
    [InlineData("delete from security_event where number = 2", 2)]
    [InlineData("delete from security_event where number = 4", 4)]
    [InlineData("update security_event set number = number + 10 where number = 4", 4)]
    public async Task shows_that_somebody_touched_it(string sql, long at)
    {
        var steward = await Node.Add(roles: "steward");
        Assert.True((await Node.People.Give(new(steward, steward.Id, "executive"), Cancel)).Succeeded);
        Assert.True((await Node.People.Take(new(steward, steward.Id, "executive"), Cancel)).Succeeded);
        Assert.Equal((4, null), await Log.Verify(Cancel));

        await Node.Database.Write(t => t.Execute(sql), Cancel);

        Assert.Equal((at - 1, (long?)at), await Log.Verify(Cancel));
    }

    [Fact]
    public async Task stays_one_chain_when_many_things_are_done_at_once()
    {
        var steward = await Node.Add(roles: "steward");
        var people = new List<Actor>();
        for (var one = 0; one < 8; one++)
        {
            people.Add(await Node.Add($"personne{one}@exemple.org"));
        }

        var before = await Log.Count(Cancel);
        var done = await Task.WhenAll(people.Select(async person =>
        {
            var given = await Node.People.Give(new(steward, person.Id, "executive"), Cancel);
            await Node.SignIn(person);
            var ended = await Node.People.EndSessions(new(steward, person.Id), Cancel);
            return given.Succeeded && ended.Succeeded && (await Node.People.End(new(steward, person.Id), Cancel)).Succeeded;
        }));

        Assert.All(done, Assert.True);
        // Each was given a role, let in by a link, came in, was signed out and left.
        Assert.Equal((before + (5 * people.Count), null), await Log.Verify(Cancel));
    }

    [Fact]
    public async Task is_read_by_those_who_manage_access_and_by_nobody_else()
    {
        var (steward, other) = (await Node.Add(roles: "steward"), await Node.Add("dominique@exemple.org", "executive"));
        using var refused = await (await Node.SignIn(other)).GetAsync("/fr/acces/journal", Cancel);
        using var shown = await (await Node.SignIn(steward)).GetAsync("/fr/acces/journal", Cancel);
        var words = (await SampleNode.Read(shown)).QuerySelector("main")!.TextContent;

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, shown.StatusCode));
        Assert.Contains("Rôle donné · Comité exécutif", words, StringComparison.Ordinal);
        Assert.DoesNotContain("@exemple.org", words, StringComparison.Ordinal);
    }
}

public sealed class The_security_log_on_SQLite() : The_security_log(null);

public sealed class The_security_log_on_PostgreSQL(PostgresServer server) : The_security_log(server);
