using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Fetches parts of feeds by their ranges. A hub is no more trusted than a stranger: it ends where pages bring nothing.</summary>
public sealed class FetchingRanges(HubCalls calls, ItemStore store, MissingParts missing)
{
    private const int MostRanges = 32, MostPagesWithoutNews = 1000;

    /// <summary>Fetches and stores them; what the hub says it does not have is not asked for again.</summary>
    /// <returns>How many items are new.</returns>
    public async Task<int> Fetch(HubLink link, IReadOnlyList<FeedRange> ranges, CancellationToken cancellationToken)
    {
        var (came, withoutNews) = (0, 0);
        foreach (var chunk in ranges.Chunk(MostRanges))
        {
            IReadOnlyList<FeedRange> left = chunk;
            while (left.Count > 0)
            {
                var answer = await calls.Pull(link, new PullRequest { Ranges = { left } }, cancellationToken);
                var news = (await store.Accept(answer.Page, cancellationToken: cancellationToken)).NewItems;
                await missing.GiveUp(answer.Gone, cancellationToken);
                (came, withoutNews) = (came + news, news > 0 ? 0 : withoutNews + 1);
                var rest = Left(left, answer.Page);
                left = answer.More && withoutNews < MostPagesWithoutNews && !rest.SequenceEqual(left) ? rest : [];
            }
        }

        return came;
    }

    // What was given is not asked for again, whether it was new here or not: behind what is known there may be a branch.
    private static List<FeedRange> Left(IReadOnlyList<FeedRange> asked, FeedPage given)
    {
        var upTo = given.Entries.GroupBy(e => e.NodeId).ToDictionary(feed => feed.Key, feed => feed.Max(e => FeedVerifier.Claimed(e)?.To ?? 0));
        return
        [
            .. from range in asked
               let next = Math.Max(range.From, Math.Min(upTo.GetValueOrDefault(range.NodeId), long.MaxValue) + 1)
               where range.To == 0 || next <= range.To
               select new FeedRange { NodeId = range.NodeId, From = next, To = range.To },
        ];
    }
}
