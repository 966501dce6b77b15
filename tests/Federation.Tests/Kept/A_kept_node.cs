namespace RecoveryCoP.Federation.Tests.Kept;

/// <summary>Nodes of every version that a release has ever had, started with the program of today.</summary>
public sealed class A_kept_node(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<KeptNode>> All => KeptNode.All.Select(kept => new TheoryDataRow<KeptNode>(kept));

    [Theory]
    [MemberData(nameof(All))]
    public async Task goes_on_with_all_that_it_held(KeptNode kept)
    {
        await using var node = await Opened.Of(kept, server);
        var pages = kept.Program == "hub" ? PagesOfHub : PagesOfChapter;

        await using (var running = await node.Start())
        {
            await node.SignIn(kept.Program == "hub" ? "camille@example.org" : "edith.ammophile@example.org");
            foreach (var (path, holds) in pages)
            {
                Assert.Contains(holds, await node.Read(path), StringComparison.Ordinal);
            }

            Assert.Equal(0, (await running.Stop(Cancel)).ExitCode);
        }

        var verified = await node.Run("verify");
        Assert.True(verified.ExitCode == 0, verified.Error);
        Assert.Contains("All of it is whole", verified.Output, StringComparison.Ordinal);
        var name = char.ToUpperInvariant(kept.Program[0]) + kept.Program[1..];
        Manifest.Check($"tests/{name}.Tests/Contracts/current.{kept.Program}.{kept.Engine}.sql", await node.Query(SchemaText.Sqlite, SchemaText.PostgreSql), onlyAdditions: false);
    }

    // The sample of the Gaspé, as it is in deploy/SampleChapters.
    private static readonly (string Path, string Holds)[] PagesOfChapter =
    [
        ("/fr/personnes", "Florence Épilobe"),
        ("/fr/acces", "Aurèle Goémon"),
        ("/fr/rencontres", "Procès-verbal"),
        ("/fr/bibliotheque", "Le coup de fil du dimanche"),
    ];

    private static readonly (string Path, string Holds)[] PagesOfHub =
    [
        ("/fr/communautes", "Gaspésie"),
        ("/fr/bibliotheque", "Le coup de fil du dimanche"),
        ("/fr/inscriptions", "Gaspésie"),
    ];
}
