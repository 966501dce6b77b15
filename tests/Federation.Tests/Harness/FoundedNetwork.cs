using System.Text.RegularExpressions;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>The tests that copy the founded network: one at a time, since its copies have the same ports.</summary>
[CollectionDefinition]
public sealed class OneNetwork : ICollectionFixture<FoundedNetwork>;

/// <summary>
/// A network as people make it, once for all tests: three nodes founded from the command line, codes given, six words compared, chapters admitted.
/// Each test gets a copy of the folders.
/// </summary>
public sealed class FoundedNetwork : IAsyncDisposable
{
    private readonly IReadOnlyList<Ports> _ports = [Ports.Take(NodeProcess.Hub), Ports.Take(NodeProcess.Chapter), Ports.Take(NodeProcess.Chapter)];
    private Network? _original;

    /// <summary>A copy, not started. One at a time: copies have the same ports, since chapters know the hub by its address.</summary>
    public async Task<Network> Copy(CancellationToken cancel) => (_original ??= await Found(cancel)).Copy(_ports);

    public async ValueTask DisposeAsync()
    {
        if (_original is not null)
        {
            await _original.DisposeAsync();
        }
    }

    private async Task<Network> Found(CancellationToken cancel)
    {
        var network = Network.Empty(_ports);
        try
        {
            await Task.WhenAll(network.All.Select(async node => network.RecoveryWords[node] = await Found(node, network.Browsers[node], cancel)));
            foreach (var chapter in network.Chapters)
            {
                await Enrol(network, chapter, cancel);
            }

            await Admit(network, cancel);
            await network.Agree(cancel);
            await network.Stop(cancel);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>Founds a node, and says what was printed to take it back with.</summary>
    private static async Task<string> Found(TestNode node, FormClient browser, CancellationToken cancel)
    {
        var founded = await node.Run(
            cancel, "init", "--name", $"Communauté {node.Name}", "--region", "05", "--person", "Camille", "--address", "camille@example.org",
            "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org");
        Assert.True(founded.ExitCode == 0, founded.Output + founded.Error);
        await node.Start(cancel);
        await browser.SignIn(Regex.Match(founded.Output, @"http\S+#t=\S+").Value, cancel);
        if (!node.IsHub)
        {
            var accepted = await browser.Fill("/fr/charte/adherer", "accept", cancel);
            Assert.True(accepted.IsDone, accepted.Words);
            var people = await browser.Open("/fr/acces", cancel);
            var given = await browser.Fill(people.Page.QuerySelector("tbody th a")!.GetAttribute("href")!, "give", cancel, ("Role", "executive"));
            Assert.True(given.IsDone, given.Words);
        }

        return Regex.Match(founded.Output, @"Recovery words\s+(\S.*)").Groups[1].Value.Trim();
    }

    private static async Task Enrol(Network network, TestNode chapter, CancellationToken cancel)
    {
        var made = await network.Browsers[network.Hub].Fill("/fr/inscriptions/nouveau-code", "code", cancel, ("Note", chapter.Name));
        var code = made.Page.QuerySelector("main code")?.TextContent ?? throw new InvalidOperationException(made.Words);
        var linked = await network.Browsers[chapter].Fill(
            "/fr/reseau", "enrol", cancel, ("Code", code), ("Address", network.Hub.GrpcAddress.ToString()));
        Assert.True(linked.IsDone, linked.Words);
    }

    private static async Task Admit(Network network, CancellationToken cancel)
    {
        var browser = network.Browsers[network.Hub];
        var list = await browser.Open("/fr/inscriptions", cancel);
        var pages = list.Page.QuerySelectorAll("th a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(network.Chapters.Count, pages.Count);
        foreach (var page in pages)
        {
            var admitted = await browser.Fill(page, "admit", cancel, ("WordsMatch", "yes"));
            Assert.True(admitted.IsDone, admitted.Words);
        }
    }
}
