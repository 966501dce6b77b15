using Microsoft.Extensions.Logging.Abstractions;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Library;

public sealed class A_projection(PostgresServer server)
{
    private static readonly Guid practice = new("01957a00-0000-7000-8000-000000000001");

    public static TheoryData<Engine> Engines => [Engine.Sqlite, Engine.PostgreSql];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Engines))]
    public async Task of_a_feature_gets_items_of_its_own_types_and_all_that_was_taken_back(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var node = LibraryOfATest.Chapter('n');
        var profile = await library.Say(node, "Communauté du Nord");
        var item = await library.Share(node, practice, "Café du mardi");
        await library.Withdraw(node, practice, item);

        var languages = new Languages();
        await new FollowerLoop([new LibraryFollower(library.Database, [languages])], library.Database, library.Clock, NullLogger<FollowerLoop>.Instance).CatchUp(Cancel);

        Assert.Equal([profile], languages.Seen.Select(i => i.ItemId));
        Assert.Equal([new SubjectKey(node, practice)], languages.Withdrawals.Select(w => w.Key));
        Assert.Equal("fr", await library.Database.Find<string>("select language from spoken", null, Cancel));
    }

    /// <summary>A feature's own: which languages communities speak.</summary>
    private sealed class Languages : Projection
    {
        public List<SharedItem> Seen { get; } = [];

        public List<Withdrawn> Withdrawals { get; } = [];

        public override IReadOnlySet<string> Types { get; } = new HashSet<string> { NodeProfile.Descriptor.FullName };

        public override IReadOnlyList<string> Tables { get; } = ["spoken"];

        public override Task<Func<Transaction, Task>> Work(Batch batch, CancellationToken cancellationToken)
        {
            Seen.AddRange(batch.Items);
            Withdrawals.AddRange(batch.Withdrawals);
            return Task.FromResult<Func<Transaction, Task>>(async transaction =>
            {
                await transaction.Execute("create table if not exists spoken (language text not null)");
                await transaction.Insert(
                    "spoken (language)",
                    [.. batch.Items.SelectMany(i => NodeProfile.Parser.ParseFrom(i.Payload).Languages).Select(language => new object?[] { language })]);
            });
        }
    }
}
