using System.Collections.Concurrent;
using RecoveryCoP.Federation.Tests.Checks;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>A hub and two chapters that it admitted, with somebody signed in at each.</summary>
public sealed class Network : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _backups;

    private Network(IReadOnlyList<Ports> ports)
    {
        Hub = new(NodeProcess.Hub, "hub", _folder.Folder("hub"), ports[0]);
        Chapters = [new(NodeProcess.Chapter, "chapter-a", _folder.Folder("chapter-a"), ports[1]), new(NodeProcess.Chapter, "chapter-b", _folder.Folder("chapter-b"), ports[2])];
        Browsers = All.ToDictionary(node => node, node => new FormClient(node.Address));
    }

    public TestNode Hub { get; }

    public IReadOnlyList<TestNode> Chapters { get; }

    public IReadOnlyList<TestNode> All => [Hub, .. Chapters];

    /// <summary>Who is signed in at each node: the operator; a steward who is of the executive committee too.</summary>
    public Dictionary<TestNode, FormClient> Browsers { get; private set; }

    /// <summary>What was printed when each node was founded, and is kept nowhere else.</summary>
    public ConcurrentDictionary<TestNode, string> RecoveryWords { get; } = [];

    /// <summary>Three empty folders.</summary>
    public static Network Empty(IReadOnlyList<Ports> ports) => new(ports);

    /// <summary>The same network in folders of its own. Both must not run at once.</summary>
    public Network Copy(IReadOnlyList<Ports> ports)
    {
        var copy = new Network(ports);
        foreach (var (from, to) in All.Zip(copy.All))
        {
            Folders.Copy(from.Folder, to.Folder);
            to.MoveIn();
            copy.RecoveryWords[to] = RecoveryWords[from];
        }

        copy.Browsers = All.Zip(copy.All).ToDictionary(pair => pair.Second, pair => new FormClient(pair.Second.Address, Browsers[pair.First]));
        return copy;
    }

    /// <summary>An older copy of a node's folder, taken while it does not run; before it first ran, too: no node is stopped for it then.</summary>
    public string Backup(TestNode node)
    {
        var backup = _folder.Folder($"backup-{Interlocked.Increment(ref _backups)}");
        Folders.Copy(node.Folder, backup);
        TestNode.MoveOut(backup);
        return backup;
    }

    /// <summary>An older copy of a running node's folder, at one instant, as a snapshot of its disk is: the node stands still meanwhile and goes on.</summary>
    public string CopyOf(TestNode node)
    {
        node.Process.Process.Freeze();
        try
        {
            var backup = Backup(node);
            // Looking into the copy has merged its log; without one a database that was in use is not whole.
            File.WriteAllBytes(Path.Combine(backup, "node.db-wal"), []);
            return backup;
        }
        finally
        {
            node.Process.Process.Thaw();
        }
    }

    public Task Start(CancellationToken cancel) => Task.WhenAll(All.Select(node => node.Start(cancel)));

    public Task Stop(CancellationToken cancel) => Task.WhenAll(All.Select(node => node.Stop(cancel)));

    /// <summary>Waits until every node holds all there is and has worked it in.</summary>
    public async Task Agree(CancellationToken cancel)
    {
        IReadOnlyList<string> missing = [];
        await Patiently.Until(
            () => Task.FromResult((missing = Agreement.Missing([.. All.Select(node => node.Read())])).Count == 0),
            () => $"The nodes never agreed:\n{string.Join('\n', missing.Take(20))}\n{string.Join('\n', All.Select(node => $"--- {node.Name}\n{Tail(node.Process.Process.Output)}\n{Tail(node.Process.Process.Error)}"))}",
            cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in All)
        {
            await node.DisposeAsync();
            Browsers[node].Dispose();
        }

        _folder.Dispose();
    }

    private static string Tail(string text) => string.Join('\n', text.Split('\n').TakeLast(30));
}
