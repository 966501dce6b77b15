using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>
/// Takes the chapter back with its printed words when its signing key is lost or stolen: a new key that the recovery key vouches for, said at the hub
/// first. What the hub holds of the feed comes first of all, a thief's items too: the statement stands behind them, and says from where on they
/// are not to be believed. Done again after it was cut off, it goes on where it was.
/// </summary>
public sealed class Recovering(ThisNode node, HubLinks links, FeedHeads heads, ItemStore items, SyncOptions options, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="typed">The thirteen words.</param>
    /// <param name="stolenSince">The first position of the feed that somebody else signed; null when the key was lost and not stolen.</param>
    /// <param name="cancellationToken">Gives up; done again, it goes on.</param>
    /// <returns>Where in the feed the new key is said.</returns>
    public async Task<Result<Recovered>> Recover(string? typed, ulong? stolenSince, CancellationToken cancellationToken)
    {
        if (await node.Find(cancellationToken) is not var (self, signsWith))
        {
            return Refusal.Of("federation.not-founded");
        }

        if (!RecoveryKey.TryParse(typed, out var words))
        {
            return Refusal.Of("federation.words-mistyped");
        }

        using var recovery = words;
        var link = await links.Find(cancellationToken);
        using var calls = new HubCalls(() => (self, recovery.Key), options, clock);
        if ((await heads.State(self, cancellationToken)).Keys.Head?.Recovery.Id != recovery.Key.Public.Id)
        {
            return Refusal.Of("federation.words-of-another");
        }

        try
        {
            return await Fetch(calls, link, self, cancellationToken) ?? await Say(calls, link, (self, signsWith), recovery.Key, stolenSince, cancellationToken);
        }
        catch (RpcException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Refusal.Of("federation.recovery-hub-away", "", CallFailure.Of(failure).Code);
        }
    }

    /// <summary>Null when the chapter's own feed is here as the hub has it.</summary>
    private async Task<Result<Recovered>?> Fetch(HubCalls calls, HubLink? link, NodeId self, CancellationToken cancellationToken)
    {
        if (link is null)
        {
            return null;
        }

        await calls.Hello(link, new HelloRequest { ProtocolMinimum = 1, ProtocolMaximum = 1, Epoch = (await heads.State(self, cancellationToken)).Epoch }, cancellationToken);
        var request = new PullRequest { OwnFeed = true };
        PullResponse page;
        do
        {
            page = await calls.Pull(link, request, cancellationToken);
            var accepted = await items.Accept(page.Page, cancellationToken: cancellationToken);
            if (accepted.Results.Any(r => r.Status == PushStatus.Rejected))
            {
                return Refusal.Of("federation.own-fork");
            }

            request.Cursor = page.NextCursor;
        }
        while (page.More && page.Page.Entries.Count > 0);
        return null;
    }

    private async Task<Result<Recovered>> Say(HubCalls calls, HubLink? link, (NodeId Id, KeyId SignsWith) self, SigningKey recovery, ulong? stolenSince, CancellationToken cancellationToken)
    {
        var state = await heads.State(self.Id, cancellationToken);
        // The hub took it, and what follows was cut off.
        var isSaid = state.Keys.Head is { Reason: KeyStatementReason.Recover or KeyStatementReason.Compromise } last
            && last.Signing.Id != self.SignsWith && node.Keys.Keys.Contains(last.Signing.Id);
        var entry = isSaid ? null : Statement(state, self.Id, recovery, stolenSince);
        if (entry is not null && link is not null)
        {
            var answer = await calls.Push(link, new PushRequest { Page = FeedPages.Of(entry) }, cancellationToken);
            if (answer.Results is not [{ Status: PushStatus.Accepted or PushStatus.Duplicate }])
            {
                return Refusal.Of("federation.recovery-refused", "", answer.Results.FirstOrDefault()?.Reason ?? "");
            }
        }

        // Kept before it is said, so that a feed never names a key that nobody has; here it counts once the statement is stored.
        var key = entry is null ? state.Keys.Head!.Signing.Id : KeyId.OfSpki(KeyStatement.Parser.ParseFrom(entry.KeyStatement.Payload).SigningSpki.Span);
        await items.Accept(FeedPages.Of(entry is null ? [] : [entry]), t => ThisNode.SignWith(t, key), cancellationToken: cancellationToken);
        await node.Load(cancellationToken);
        return new Recovered((long)(entry is null ? state.Keys.Head!.Position : state.Position + 1));
    }

    private FeedEntry Statement(FeedState state, NodeId self, SigningKey recovery, ulong? stolenSince)
    {
        var key = SigningKey.Create();
        node.Keys.Save(key);
        var now = clock.GetUtcNow();
        return new FeedEntry
        {
            NodeId = self.Value,
            KeyStatement = stolenSince is { } since
                ? KeyStatements.Compromise(state, recovery, key, recovery.Public, since, now)
                : KeyStatements.Recover(state, recovery, key, recovery.Public, now),
        };
    }
}

/// <summary>The chapter speaks again.</summary>
/// <param name="Position">Where in its feed its new key is said.</param>
public sealed record Recovered(long Position);
