using Google.Protobuf;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>Carries the pages of a chapter's feed by bare calls: into a table of the hub's database, and from there into one of the reader's.</summary>
internal sealed class BarePeer : IAsyncDisposable
{
    private readonly RunningNetwork network;
    private readonly BareTable received;
    private readonly BareExchange exchange;
    private long read;
    private long pulled;

    private BarePeer(RunningNetwork network, BareTable received, BareExchange exchange) =>
        (this.network, this.received, this.exchange) = (network, received, exchange);

    /// <summary>Prepares the tables and starts the server.</summary>
    public static async Task<BarePeer> Start(RunningNetwork network, CancellationToken cancel)
    {
        var (sent, received) = (new BareTable(network.Hub.Database), new BareTable(network.Reader.Database));
        await sent.Prepare(cancel);
        await received.Prepare(cancel);
        return new BarePeer(network, received, await BareExchange.Start(sent, cancel));
    }

    /// <summary>What the author has added to its feed since the last time, in the pages in which it would send it.</summary>
    public async Task<IReadOnlyList<PushRequest>> Pages(CancellationToken cancel)
    {
        var pages = new List<PushRequest>();
        while (await network.Author.Service<OwnFeed>().After(read, cancel) is { Entries.Count: > 0 } page)
        {
            pages.Add(new PushRequest { Page = page.ToPage() });
            read = page.Entries[^1].Last;
        }

        return pages;
    }

    /// <summary>Sends the pages.</summary>
    public async Task Push(IReadOnlyList<PushRequest> pages, CancellationToken cancel)
    {
        foreach (var page in pages)
        {
            await exchange.Client.PushAsync(page, cancellationToken: cancel);
        }
    }

    /// <summary>Fetches as many items as these pages hold, and keeps them.</summary>
    public async Task Pull(IReadOnlyList<PushRequest> pages, CancellationToken cancel)
    {
        var end = pulled + pages.Sum(page => page.Page.Entries.Sum(Node.Trust.FeedPages.ItemsOf));
        while (pulled < end)
        {
            var items = (await Ask(cancel)).Page.Entries.Single().Run.Items;
            await received.Add(items.Select(item => item.ToByteArray()), cancel);
            pulled += items.Count > 0 ? items.Count : throw new InvalidOperationException($"Nothing came after {pulled}");
        }
    }

    /// <summary>Asks when there is nothing.</summary>
    public Task Nothing(CancellationToken cancel) => Ask(cancel);

    public ValueTask DisposeAsync() => exchange.DisposeAsync();

    private async Task<PullResponse> Ask(CancellationToken cancel) =>
        await exchange.Client.PullAsync(new PullRequest { Cursor = BareExchange.After(pulled) }, cancellationToken: cancel);
}
