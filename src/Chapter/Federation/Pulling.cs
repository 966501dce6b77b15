using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Fetches everybody's items, page by page, and stores each page together with the cursor behind it.</summary>
public sealed class Pulling(HubCalls calls, HubLinks links, ItemStore store, FaultPoints faults)
{
    /// <summary>Fetches the next page.</summary>
    /// <param name="session">The conversation.</param>
    /// <param name="waitSeconds">How long the hub may wait for the first new item; 0 answers at once.</param>
    /// <param name="cancellationToken">Gives up; nothing is half done.</param>
    /// <returns>What came.</returns>
    public async Task<Pulled> Next(HubSession session, int waitSeconds, CancellationToken cancellationToken)
    {
        var link = await links.Find(cancellationToken) ?? session.Link;
        var request = new PullRequest { Cursor = ByteString.CopyFrom(link.Cursor), Limit = (uint)session.PullItems, WaitSeconds = (uint)waitSeconds };
        var answer = await calls.Pull(link, request, cancellationToken);
        var next = answer.NextCursor.ToByteArray();
        if (answer.Items.Count == 0 && next.AsSpan().SequenceEqual(link.Cursor))
        {
            return new(0, 0, false);
        }

        var results = await store.AcceptPage([.. answer.Items.Select(Read)], Move, cancellationToken);
        return new(answer.Items.Count, New(results), answer.More);

        async Task Move(Node.Storage.Transaction transaction)
        {
            faults.Pass(FaultPoints.PullAppliedCursorNotMoved);
            await HubLinks.MoveCursor(transaction, link.Hub, link.Cursor, next);
        }
    }

    /// <summary>
    /// Fetches the chapter's own feed: after a restore from a backup it lacks what it had shared since. The stored cursor, which is for others' items, stays.
    /// </summary>
    /// <param name="link">The hub.</param>
    /// <param name="pageItems">Most items a page.</param>
    /// <param name="known">How many items of its feed the chapter holds: beyond them, every page must bring something.</param>
    /// <param name="cancellationToken">Gives up; nothing is half done.</param>
    public async Task FetchOwn(HubLink link, int pageItems, long known, CancellationToken cancellationToken)
    {
        var request = new PullRequest { Limit = (uint)pageItems, OwnFeed = true };
        PullResponse answer;
        IReadOnlyList<ItemResult> results;
        do
        {
            answer = await calls.Pull(link, request, cancellationToken);
            results = await store.AcceptPage([.. answer.Items.Select(Read)], cancellationToken: cancellationToken);
            request.Cursor = answer.NextCursor;
            known -= answer.Items.Count;
        }
        while (answer.More && answer.Items.Count > 0 && (known >= 0 || New(results) > 0));
    }

    private static int New(IEnumerable<ItemResult> results) => results.Count(r => r.Acceptance is Acceptance.Accepted or Acceptance.Quarantined);

    // What carries no node's id belongs to no feed: the store finds its signature wrong.
    private static (NodeId, ItemWithContent) Read(PulledItem pulled) => (NodeId.TryParse(pulled.NodeId, out var node) ? node : default, pulled.Item ?? new ItemWithContent());
}

/// <summary>What a pulled page brought.</summary>
/// <param name="Received">Items that came.</param>
/// <param name="New">Those that were not here yet.</param>
/// <param name="More">Whether the hub says that more are waiting.</param>
public sealed record Pulled(int Received, int New, bool More);
