using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

public abstract class A_member_grain : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private InProcessTestCluster _cluster = null!;
    private Database _database = null!;
    private int _next;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private MemberQueries Queries => _cluster.Silos[0].ServiceProvider.GetRequiredService<MemberQueries>();

    private CharterQueries Charters => _cluster.Silos[0].ServiceProvider.GetRequiredService<CharterQueries>();

    private FollowerLoop Followers => _cluster.Silos[0].ServiceProvider.GetRequiredService<FollowerLoop>();

    private AccountStore Accounts => new(_database, TimeProvider.System);

    private People People => new(_database, Accounts, new([], TimeProvider.System), [], new RoleCatalogue(ChapterRoles.All), TimeProvider.System);

    protected abstract Task<Database> Connect(TemporaryFolder folder);

    public async ValueTask InitializeAsync()
    {
        _database = await Connect(_folder);
        var (node, chapter) = (typeof(Database).Assembly, typeof(Member).Assembly);
        await new Migrator(
            _database,
            [new(node, "Storage"), new(node, "Accounts"), new(chapter, "Charters"), new(chapter, "Members")],
            TimeProvider.System,
            NullLogger<Migrator>.Instance).Migrate(Cancel);
        await Deploy();
    }

    private async Task Deploy()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddStorage();
            silo.Services.AddSingleton(_database);
            silo.Services.AddCharter().AddMembers();
            silo.Services.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
            silo.AddGrainStates();
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task keeps_what_somebody_said_of_themselves()
    {
        var me = await Account("Camille", new ShownParts());
        await Done(Grain(me).Do(new DescribeYourself(me, new MemberProfile { Affiliation = "L’Envol", Mode = "remote", Notices = ["meetings"] }, new ShownParts(Name: true))));
        await Done(Grain(me).Do(new DeclareGroups(me, ["service-user"], true)));

        var member = await Queries.Find(me.Id, Cancel);

        Assert.Equal(("L’Envol", "remote", "meetings"), (member.Profile.Affiliation, member.Profile.Mode, member.Profile.Notices.Single()));
        Assert.Equal(["service-user"], member.Groups);
        Assert.NotNull(member.ConsentTo(ConsentPurpose.Groups));
    }

    [Fact]
    public async Task saves_and_logs_nothing_when_what_was_said_changes_nothing()
    {
        var me = await Account("Camille", new ShownParts());
        var said = new DescribeYourself(me, new MemberProfile { Affiliation = "L’Envol", Notices = ["meetings"] }, new ShownParts(Name: true));
        await Done(Grain(me).Do(said));
        var before = await Log();

        await Done(Grain(me).Do(said));
        await Done(Grain(me).Do(new WithdrawGroups(me)));

        Assert.Equal(before, await Log());

        Task<long> Log() => _database.Find<long>("select count(*) + coalesce((select sum(version) from grain_state), 0) from change_log", null, Cancel);
    }

    [Fact]
    public async Task keeps_the_text_that_was_agreed_to()
    {
        var me = await Account("Camille", new ShownParts());
        await Done(Grain(me).Do(new DeclareGroups(me, ["service-user"], true)));

        var consent = (await Queries.Find(me.Id, Cancel)).ConsentTo(ConsentPurpose.Groups)!;

        Assert.Equal(1, await _database.Find<long>("select count(*) from text where hash = @hash", new { hash = Convert.FromHexString(consent.TextHash) }, Cancel));
    }

    [Fact]
    public async Task has_accepted_until_a_new_version_is_published_or_they_leave()
    {
        var me = await Account("Camille");
        Assert.False(await Queries.HasAccepted(me.Id, Cancel));
        await Done(Accept(me, 1));
        Assert.True(await Queries.HasAccepted(me.Id, Cancel));

        await Done(Publish(1, "On s’écoute."));
        Assert.False(await Queries.HasAccepted(me.Id, Cancel));
        await Done(Accept(me, 2));
        Assert.True(await Queries.HasAccepted(me.Id, Cancel));

        await Done(People.End(new(me, me.Id), Cancel));
        Assert.False(await Queries.HasAccepted(me.Id, Cancel));
    }

    [Fact]
    public async Task is_no_witness_to_a_charter_that_was_replaced()
    {
        var me = await Account("Camille");
        await Done(Publish(1, "On s’écoute."));

        var outdated = await new Acceptances(_cluster.Client, Charters).Accept(new(me, 1, Somebody.Stay), Cancel);

        Assert.Equal("charter.version-stale", outdated.Refusals.Single().Code);
        Assert.True((await new Acceptances(_cluster.Client, Charters).Accept(new(me, 2, Somebody.Stay), Cancel)).Succeeded);
    }

    [Fact]
    public async Task of_a_charter_keeps_every_text_word_for_word()
    {
        await Done(Publish(1, "On s’écoute."));
        await Done(Publish(2, "On s’écoute jusqu’au bout."));

        var charter = await Charters.Find(Cancel);

        Assert.Equal(3, charter.Current);
        Assert.Equal(BuiltInCharter.Text, await Charters.TextOf(charter, 1, Cancel));
        Assert.Equal("## Un\nOn s’écoute.", (await Charters.TextOf(charter, 2, Cancel))!.Fr);
        Assert.Null(await Charters.TextOf(charter, 4, Cancel));
        Assert.Null(await Charters.TextOf(charter, 0, Cancel));
    }

    [Fact]
    public async Task is_in_the_list_of_people_only_by_their_own_choice()
    {
        var seen = await Account("Étienne", new ShownParts(Name: true, TalkAbout: true));
        await Account("Camille", new ShownParts());
        await Account("Dominique");

        var person = Assert.Single(await Queries.People(null, 1, 10, Cancel));

        Assert.Equal((seen.Id, "Étienne", "Logement"), (person.Id, person.Name, person.TalkAbout));
        Assert.Equal(1, await Queries.Count(null, Cancel));
    }

    [Fact]
    public async Task is_found_and_sorted_as_people_expect_and_a_page_at_a_time()
    {
        foreach (var name in new[] { "Zoé", "étienne", "Eva", "Éloi", "100 % Ève" })
        {
            await Account(name, new ShownParts(Name: true));
        }

        Assert.Equal(["100 % Ève", "Éloi", "étienne"], (await Queries.People("", 1, 3, Cancel)).Select(p => p.Name));
        Assert.Equal(["Eva", "Zoé"], (await Queries.People("", 2, 3, Cancel)).Select(p => p.Name));
        Assert.Equal(["étienne"], (await Queries.People(" ETI", 1, 10, Cancel)).Select(p => p.Name));
        Assert.Equal(["100 % Ève"], (await Queries.People("%", 1, 10, Cancel)).Select(p => p.Name));
        Assert.Equal(0, await Queries.Count("_", Cancel));
    }

    [Fact]
    public async Task is_called_by_name_only_when_they_want_to_and_are_here()
    {
        var seen = await Account("Étienne", new ShownParts(Name: true));
        var unseen = await Account("Camille");
        var gone = await Account("Dominique", new ShownParts(Name: true));
        await _database.Write(t => t.Execute("update account set left_at = joined_at where id = @Id", new { gone.Id }), Cancel);

        var names = await Queries.Names([seen.Id, unseen.Id, gone.Id, seen.Id], Guid.Empty, Cancel);

        Assert.Equal(["Étienne", "Une personne membre", "Ex-membre"], [names[seen.Id].Fr, names[unseen.Id].Fr, names[gone.Id].Fr]);
        Assert.Equal("Former member", names[gone.Id].En);
        Assert.Equal("Camille", (await Queries.Names([unseen.Id], unseen.Id, Cancel))[unseen.Id].Fr);
        Assert.Equal(1, await Queries.Count(null, Cancel));
    }

    // The account is one record and what its person said another: these are about what lies between the two.
    [Fact]
    public async Task who_left_while_nothing_could_be_forgotten_is_not_seen_when_they_come_back()
    {
        var me = await Account("Camille", new ShownParts(true, true, true));
        await LeaveWhileTheStorageFails(me);
        Assert.Equal("Ex-membre", await NameOf(me));

        await Account("Camille", address: "p1@exemple.org");

        Assert.True((await Queries.Find(me.Id, Cancel)).Shown.Name);
        Assert.Empty(await Queries.People(null, 1, 10, Cancel));
        Assert.Equal((0, "Une personne membre"), (await Queries.Count(null, Cancel), await NameOf(me)));
        Assert.False(await Queries.HasAccepted(me.Id, Cancel));

        await Mend();
        await Followers.CatchUp(Cancel);
        await IsForgotten(me);
        Assert.False(await Queries.HasAccepted(me.Id, Cancel));
    }

    [Fact]
    public async Task who_left_while_nothing_could_be_forgotten_is_forgotten_after_a_restart()
    {
        var me = await Account("Camille", new ShownParts(true, true, true));
        await LeaveWhileTheStorageFails(me);

        await _cluster.DisposeAsync();
        await Mend();
        await Deploy();
        await Followers.CatchUp(Cancel);

        await IsForgotten(me);
    }

    [Fact]
    public async Task who_came_back_before_anything_was_forgotten_begins_afresh_and_keeps_what_they_say_then()
    {
        var me = await Account("Camille", new ShownParts(true, true, true));
        await LeaveWhileTheStorageFails(me);
        await Account("Camille", address: "p1@exemple.org");
        await Mend();

        await Done(Accept(me, 1));
        Assert.True(await Queries.HasAccepted(me.Id, Cancel));
        Assert.Equal("Une personne membre", await NameOf(me));
        Assert.Equal("", (await Queries.Find(me.Id, Cancel)).Profile.Affiliation);
        await Done(Grain(me).Do(new DescribeYourself(me, new MemberProfile { TalkAbout = "Jardin" }, new ShownParts(Name: true, TalkAbout: true))));
        await Followers.CatchUp(Cancel);

        Assert.Equal("Jardin", Assert.Single(await Queries.People(null, 1, 10, Cancel)).TalkAbout);
        Assert.Equal("Camille", await NameOf(me));
    }

    private async Task LeaveWhileTheStorageFails(Actor who)
    {
        await Done(Grain(who).Do(new DeclareGroups(who, ["service-user"], true)));
        await _database.Write(
            t => t.Execute(_database.Engine == Engine.Sqlite
                ? "create trigger broken before update on grain_state when new.kind = 'member' begin select raise(abort, 'broken'); end"
                : "alter table grain_state add constraint broken check (kind <> 'member') not valid"),
            Cancel);
        await Done(People.End(new(who, who.Id), Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Followers.CatchUp(Cancel));
    }

    private Task<int> Mend() => _database.Write(
        t => t.Execute(_database.Engine == Engine.Sqlite ? "drop trigger broken" : "alter table grain_state drop constraint broken"), Cancel);

    private async Task IsForgotten(Actor who)
    {
        var member = await Queries.Find(who.Id, Cancel);
        Assert.True(new MemberProfile().SaysTheSameAs(member.Profile));
        Assert.Equal((Guid.Empty, new ShownParts()), (member.Stay, member.Shown));
        Assert.Empty(member.Groups);
        Assert.NotNull(member.Consents.Single().WithdrawnAt);
        Assert.Single(member.Acceptances);
    }

    private async Task<string> NameOf(Actor who) => (await Queries.Names([who.Id], Guid.Empty, Cancel))[who.Id].Fr;

    private async Task<Result> Accept(Actor who, int version) =>
        await Grain(who).Do(new AcceptCharter(who, version, (await Accounts.Find(who.Id, Cancel))!.Stay));

    private IMemberGrain Grain(Actor who) => _cluster.Client.GetGrain<IMemberGrain>(who.Id);

    private Task<Result> Publish(int basedOn, string text) => _cluster.Client.GetGrain<ICharterGrain>(Charter.TheId).Do(
        new PublishCharter(Somebody.As(Somebody.Dominique, "executive"), basedOn, new("## Un\n" + text, "## One\n" + text), new Bilingual(null, null)));

    // Who shows something has accepted the charter.
    private async Task<Actor> Account(string name, ShownParts? shown = null, string? address = null)
    {
        var account = await Accounts.Add(name, EmailAddress.Parse(address ?? $"p{++_next}@exemple.org")!, "fr", [], null, Cancel);
        var actor = new Actor(account.Value!.Id, []);
        if (shown is not null)
        {
            await Done(Accept(actor, 1));
            await Done(Grain(actor).Do(new DescribeYourself(actor, new MemberProfile { Affiliation = "L’Envol", TalkAbout = "Logement" }, shown)));
        }

        return actor;
    }

    private static async Task Done(Task<Result> command) => Assert.Empty((await command).Refusals);
}

public sealed class A_member_grain_on_SQLite : A_member_grain
{
    protected override Task<Database> Connect(TemporaryFolder folder) => Task.FromResult<Database>(new SqliteDatabase(folder.File("node.db")));
}

public sealed class A_member_grain_on_PostgreSQL(PostgresServer server) : A_member_grain
{
    protected override async Task<Database> Connect(TemporaryFolder folder) => new PostgreSqlDatabase(await server.CreateDatabase(TestContext.Current.CancellationToken));
}
