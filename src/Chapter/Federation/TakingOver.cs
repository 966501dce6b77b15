using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>
/// Somebody's decision that this copy of the chapter goes on, after two copies have spoken: by a restore, or because an old server was left running. What the hub
/// holds of the feed is taken over; what only this copy said is set aside, and said again behind it in a new epoch. From then on the hub takes nothing
/// from the other copy.
/// </summary>
public sealed class TakingOver(ThisNode node, HubLinks links, HubCalls calls, FeedHeads heads, OwnFeed feed, ItemStore store, Database database, ExchangeSignal signal)
{
    /// <summary>Takes over; done again, it goes on.</summary>
    public async Task<Result> TakeOver(CancellationToken cancellationToken)
    {
        if (!node.IsFounded || await links.Find(cancellationToken) is not { } link)
        {
            return Refusal.Of("federation.not-linked");
        }

        try
        {
            var request = new PullRequest { OwnFeed = true };
            PullResponse answer;
            do
            {
                answer = await calls.Pull(link, request, cancellationToken);
                await SetAside(answer.Page, cancellationToken);
                var accepted = await store.Accept(answer.Page, cancellationToken: cancellationToken);
                if (accepted.Results.Any(r => r.Status == PushStatus.Rejected))
                {
                    return Refusal.Of("federation.own-fork");
                }

                request.Cursor = answer.NextCursor;
            }
            while (answer.More && answer.Page.Entries.Count > 0);
        }
        catch (RpcException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Refusal.Of("federation.recovery-hub-away", "", CallFailure.Of(failure).Code);
        }

        await database.Write(async t => await ThisNode.Hush(t), cancellationToken);
        await node.Speak(cancellationToken);
        signal.Raise();
        return Result.Done;
    }

    /// <summary>Nothing is set aside for what does not verify in its place: the hub is no more trusted than a stranger.</summary>
    private async Task SetAside(FeedPage page, CancellationToken cancellationToken)
    {
        var self = node.Identity.Id;
        foreach (var entry in page.Entries)
        {
            if (FeedVerifier.Claimed(entry) is not ({ } from and > 1, _) || await heads.ItemAt(self, (long)from, cancellationToken) is not { } ours)
            {
                continue;
            }

            var before = await heads.ItemAt(self, (long)from - 1, cancellationToken);
            var state = await heads.State(self, cancellationToken) with { Position = from - 1, LastItemId = before, Epoch = ByteString.Empty, PastEpochs = [] };
            if (FeedVerifier.Verify(state, entry) is { IsLink: true, Items: [var theirs, ..] } && theirs.Id != ours)
            {
                await database.Write(
                    async t =>
                    {
                        await feed.SetAside(t, (long)from);
                        await Receipts.Forget(t, (long)from);
                        return true;
                    },
                    cancellationToken);
                return;
            }
        }
    }
}
