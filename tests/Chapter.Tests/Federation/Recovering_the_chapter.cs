using Grpc.Core;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Federation;

public abstract class Recovering_the_chapter : ChapterOn
{
    private static string Words => string.Join(' ', FoundedChapter.Words.Words);

    [Fact]
    public async Task makes_a_new_key_that_the_hub_knows_and_the_chapter_goes_on()
    {
        await Enrol();
        await Round();
        var old = Get<ThisNode>().Identity.Key.Public;

        var recovered = await Recover();
        await Say("Plus tard");
        var report = await Round();

        Assert.Equal(3, recovered.Value!.Position);
        Assert.NotEqual(old, Get<ThisNode>().Identity.Key.Public);
        Assert.Equal((null, 4ul), (report.Failure, Hub.Chapter.Position));
        Assert.Equal(Get<ThisNode>().Identity.Key.Public, Hub.Chapter.Keys.Current);
    }

    [Fact]
    public async Task works_without_a_hub()
    {
        var recovered = await Recover();

        Assert.Equal(3, recovered.Value!.Position);
        Assert.Equal(Get<ThisNode>().Identity.Key.Public, (await Get<FeedHeads>().State(Self, Cancel)).Keys.Current);
    }

    [Fact]
    public async Task takes_it_back_from_a_thief_and_says_from_where_on_nothing_is_to_be_believed()
    {
        await Enrol();
        await Round();
        using var thiefs = SigningKey.Create();
        Push(state => SignedEntries.Keys(Self, KeyStatements.Rotate(state, Get<ThisNode>().Identity.Key, thiefs, DateTimeOffset.UnixEpoch)));
        Push(state => SignedEntries.Run(thiefs, new StatisticsReturn { At = state.NextPosition(), Period = "2026Q3", SchemaVersion = 1, Method = "none", Correction = 1 }));

        var recovered = await Recover(stolenSince: 3);

        Assert.Equal(5, recovered.Value!.Position);
        Assert.Equal([true, false, false, true], new ulong[] { 2, 3, 4, 5 }.Select(Hub.Chapter.Keys.IsBelieved));
        Assert.Null((await Round()).Failure);
    }

    [Fact]
    public async Task goes_on_where_it_was_cut_off()
    {
        await Enrol();
        await Round();
        Hub.BeforeAnswer = call => call == "Push" ? throw new RpcException(new Status(StatusCode.Unavailable, "reset")) : Task.CompletedTask;
        Assert.Equal("federation.recovery-hub-away", (await Recover()).Refusals.Single().Code);
        Hub.BeforeAnswer = _ => Task.CompletedTask;

        var again = await Recover();

        Assert.Equal((3, 3ul), (again.Value!.Position, Hub.Chapter.Position));
        Assert.Equal(Get<ThisNode>().Identity.Key.Public, Hub.Chapter.Keys.Current);
    }

    [Fact]
    public async Task with_other_words_changes_nothing()
    {
        using var others = RecoveryKey.Create();

        var mistyped = await Get<Recovering>().Recover("maison maison maison", null, Cancel);
        var anothers = await Get<Recovering>().Recover(string.Join(' ', others.Words), null, Cancel);

        Assert.Equal(("federation.words-mistyped", "federation.words-of-another"), (mistyped.Refusals.Single().Code, anothers.Refusals.Single().Code));
        Assert.Equal(2, (await Get<FeedHeads>().Of(Self, Cancel))!.Position);
    }

    [Fact]
    public async Task is_refused_while_the_hub_holds_something_else_in_the_chapters_name()
    {
        await Enrol();
        await Round();
        Push(state => SignedEntries.Run(Get<ThisNode>().Identity.Key, new StatisticsReturn { At = state.NextPosition(), Period = "2026Q3", SchemaVersion = 1, Method = "none", Correction = 1 }));
        await Say("Autre chose");

        Assert.Equal("federation.own-fork", (await Recover()).Refusals.Single().Code);
    }

    private Task<Result<Recovered>> Recover(ulong? stolenSince = null) => Get<Recovering>().Recover(Words, stolenSince, Cancel);

    private void Push(Func<FeedState, FeedEntry> entry)
    {
        var next = entry(Hub.Chapter);
        Hub.Chapter = FeedVerifier.Verify(Hub.Chapter, next).Next;
        Hub.Pushed.Add(next);
    }
}

public sealed class Recovering_the_chapter_on_SQLite : Recovering_the_chapter
{
    protected override Task<Database> Connect(TemporaryFolder folder) => Task.FromResult<Database>(new SqliteDatabase(folder.File("node.db")));
}

public sealed class Recovering_the_chapter_on_PostgreSQL(PostgresServer server) : Recovering_the_chapter
{
    protected override async Task<Database> Connect(TemporaryFolder folder) => new PostgreSqlDatabase(await server.CreateDatabase(Cancel));
}
