using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Fetches everybody's items, page by page, and stores each page together with the cursor behind it.</summary>
public sealed class Pulling(HubCalls calls, HubLinks links, ItemStore store, Comparing comparing, FaultPoints faults)
{
    private Ahead? ahead;

    /// <summary>Fetches the next page.</summary>
    /// <param name="session">The conversation.</param>
    /// <param name="waitSeconds">How long the hub may wait for the first new item; 0 answers at once.</param>
    /// <param name="cancellationToken">Gives up; nothing is half done.</param>
    /// <returns>What came.</returns>
    public async Task<Pulled> Next(HubSession session, int waitSeconds, CancellationToken cancellationToken)
    {
        var link = await links.Find(cancellationToken) ?? session.Link;
        var request = new PullRequest { Cursor = ByteString.CopyFrom(link.Cursor), WaitSeconds = (uint)waitSeconds };
        Fetched fetched;
        try
        {
            fetched = await (TakeAhead(session, link.Cursor) ?? Fetch(link, request, cancellationToken));
        }
        catch (RpcException refused) when (CallFailure.Of(refused).Reaction == Reaction.Compare)
        {
            var came = await comparing.GoOn(link, cancellationToken);
            return new(came, came, false, false);
        }

        var answer = fetched.Answer;
        var next = answer.NextCursor.ToByteArray();
        if (answer.Page.Entries.Count == 0 && next.AsSpan().SequenceEqual(link.Cursor))
        {
            return new(0, 0, false, false);
        }

        if (answer.More)
        {
            Interlocked.Exchange(ref ahead, new(session, next, Fetch(link, new PullRequest { Cursor = answer.NextCursor }, cancellationToken)))?.Drop();
        }

        var accepted = await store.Accept(fetched.Page, Move, cancellationToken: cancellationToken);
        return new(answer.Page.Entries.Sum(FeedPages.ItemsOf), accepted.NewItems, answer.More, accepted.Results.Any(r => r.Status == PushStatus.Rejected || r.Items.Any(i => i.Status == PushStatus.ContentWanted)));

        async Task Move(Node.Storage.Transaction transaction)
        {
            faults.Pass(FaultPoints.PullAppliedCursorNotMoved);
            await HubLinks.MoveCursor(transaction, link.Hub, link.Cursor, next);
        }
    }

    // Checked as it comes, while the page before is being stored.
    private async Task<Fetched> Fetch(HubLink link, PullRequest request, CancellationToken cancellationToken)
    {
        var answer = await calls.Pull(link, request, cancellationToken);
        return new(answer, await store.Check(answer.Page, cancellationToken));
    }

    private Task<Fetched>? TakeAhead(HubSession session, byte[] cursor)
    {
        var asked = Interlocked.Exchange(ref ahead, null);
        if (asked is not null && ReferenceEquals(asked.Session, session) && asked.Cursor.AsSpan().SequenceEqual(cursor))
        {
            return asked.Answer;
        }

        asked?.Drop();
        return null;
    }

    /// <summary>
    /// Fetches the chapter's own feed: after a restore from a backup it lacks what it had shared since. The stored cursor, which is for others' items, stays.
    /// </summary>
    /// <param name="link">The hub.</param>
    /// <param name="known">How many items of its feed the chapter holds: beyond them, every page must bring something.</param>
    /// <param name="cancellationToken">Gives up; nothing is half done.</param>
    public async Task FetchOwn(HubLink link, long known, CancellationToken cancellationToken)
    {
        var request = new PullRequest { OwnFeed = true };
        PullResponse answer;
        Accepted accepted;
        do
        {
            answer = await calls.Pull(link, request, cancellationToken);
            accepted = await store.Accept(answer.Page, cancellationToken: cancellationToken);
            request.Cursor = answer.NextCursor;
            known -= answer.Page.Entries.Sum(FeedPages.ItemsOf);
        }
        while (answer.More && answer.Page.Entries.Count > 0 && (known >= 0 || accepted.NewItems > 0));
    }

    private sealed record Fetched(PullResponse Answer, CheckedPage Page);

    /// <summary>The page behind the one that is being stored.</summary>
    /// <param name="Session">In which conversation it was asked for.</param>
    /// <param name="Cursor">With which cursor.</param>
    /// <param name="Answer">What comes.</param>
    private sealed record Ahead(HubSession Session, byte[] Cursor, Task<Fetched> Answer)
    {
        /// <summary>Nobody waits for it any more.</summary>
        public void Drop() => Answer.ContinueWith(answer => answer.Exception, TaskScheduler.Default);
    }
}

/// <summary>What a pulled page brought.</summary>
/// <param name="Received">Items that came.</param>
/// <param name="New">Those that were not here yet.</param>
/// <param name="More">Whether the hub says that more are waiting.</param>
/// <param name="IsLacking">Whether something of it was not taken: an entry that does not fit, or a content that is not there or not the right one.</param>
public sealed record Pulled(int Received, int New, bool More, bool IsLacking);
