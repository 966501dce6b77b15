using RecoveryCoP.Federation.V1;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Benchmarks.Nodes;

/// <summary>A hub and two chapters that it admitted, all in this process, speaking over loopback.</summary>
internal sealed class RunningNetwork : IAsyncDisposable
{
    // What is measured is the exchange, not its patience: the day's allowance is out of the way.
    private static readonly Dictionary<string, string?> _generous = new()
    {
        ["Exchange:ItemsPerDay"] = "1000000",
        ["Exchange:BytesPerDay"] = "10000000000",
    };

    private readonly List<RunningNode> nodes = [];

    private RunningNetwork()
    {
    }

    public RunningNode Hub => nodes[0];

    /// <summary>The chapter that shares.</summary>
    public RunningNode Author => nodes[1];

    /// <summary>The chapter that reads.</summary>
    public RunningNode Reader => nodes[2];

    /// <summary>Starts one.</summary>
    /// <param name="databases">Gives each node the connection string of an empty database; null for embedded ones.</param>
    /// <param name="loops">False: the chapters exchange only when told to.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<RunningNetwork> Start(Func<Task<string>>? databases, bool loops, CancellationToken cancel)
    {
        var network = new RunningNetwork();
        try
        {
            network.nodes.Add(await RunningNode.Hub(await Database(), _generous, cancel));
            network.nodes.Add(await RunningNode.Chapter(await Database(), cancel, loops ? null : typeof(Exchange)));
            network.nodes.Add(await RunningNode.Chapter(await Database(), cancel, loops ? null : typeof(Exchange)));
            await network.Admit(network.Author, cancel);
            await network.Admit(network.Reader, cancel);

            // Twice, so that the first has the second's profile too.
            await Round(network.Author, cancel);
            await Round(network.Reader, cancel);
            await Round(network.Author, cancel);
            await network.Rest(cancel);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }

        async Task<string?> Database() => databases is null ? null : await databases();
    }

    /// <summary>One whole round of a chapter, which must go well.</summary>
    public static async Task<RoundReport> Round(RunningNode chapter, CancellationToken cancel)
    {
        var report = await chapter.Service<SyncRound>().Run(cancel);
        return report is { State: EnrolmentState.Admitted, Failure: null }
            ? report
            : throw new InvalidOperationException($"The round ended {report.State} {report.Failure}");
    }

    /// <summary>Lets every node work in what it holds, so that what is measured next finds them idle.</summary>
    public async Task Rest(CancellationToken cancel)
    {
        foreach (var node in nodes)
        {
            await node.Followers.CatchUp(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The chapters first: a hub that stops waits for their long polls.
        foreach (var node in Enumerable.Reverse(nodes))
        {
            await node.DisposeAsync();
        }
    }

    private async Task Admit(RunningNode chapter, CancellationToken cancel)
    {
        Admission.Done(await chapter.Service<Enrolment>().Enrol(await Admission.Code(Hub, cancel), Hub.GrpcAddress, cancel));
        await Admission.Admit(Hub, chapter.Service<ThisNode>().Identity.Id, cancel);
    }
}
