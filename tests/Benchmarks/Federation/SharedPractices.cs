using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>Practices in a node's own feed, put there in bulk: what they cost as forms is another benchmark's matter.</summary>
/// <param name="node">Whose.</param>
/// <param name="keepsRecords">True for a chapter, which keeps records of what it shared.</param>
internal sealed class SharedPractices(RunningNode node, bool keepsRecords = true)
{
    private const int Page = 500;

    private readonly List<Practice> practices = [];

    /// <summary>Shares so many new ones.</summary>
    public async Task Share(int count, CancellationToken cancel)
    {
        var first = practices.Count;
        practices.AddRange(Enumerable.Range(first, count).Select(number => new Practice(number)));
        foreach (var page in practices.Skip(first).Chunk(Page))
        {
            await Say(page, cancel);
        }
    }

    /// <summary>Shares the next revision of so many, spread over all.</summary>
    public async Task Revise(int count, CancellationToken cancel) => await Say([.. practices.Where((_, at) => at % (practices.Count / count) == 0).Take(count)], cancel);

    /// <summary>Shares the next revision of one.</summary>
    /// <returns>Its item, and when all was said but not committed.</returns>
    public async Task<(ItemId Item, long At)> Revise(int number, int of, CancellationToken cancel)
    {
        var practice = practices[number % of];
        var at = await Say([practice], cancel);
        return (practice.Last!.Value, at);
    }

    private async Task<long> Say(IReadOnlyList<Practice> page, CancellationToken cancel)
    {
        Statement[] statements = [.. page.Select(practice => practice.Next())];
        var (items, at) = await node.Database.Write(
            async t =>
            {
                var said = await node.Service<OwnFeed>().Append(t, statements);
                if (keepsRecords)
                {
                    // Noted as what was shared on purpose, or the chapter would take it for what a restore brought back, and make records of it.
                    await t.Execute(
                        "insert into practice_feed (practice_id, revision, item_id) values (@id, @revision, @item)",
                        page.Zip(said, (practice, item) => new { id = practice.Id, revision = (long)practice.Revision, item = item.ToBytes() }).ToList());
                }

                return (said, Stopwatch.GetTimestamp());
            },
            cancel);
        foreach (var (practice, item) in page.Zip(items))
        {
            practice.Last = item;
        }

        return at;
    }

    private sealed class Practice(int number)
    {
        public Guid Id { get; } = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

        public int Revision { get; private set; }

        /// <summary>The item of its last revision.</summary>
        public ItemId? Last { get; set; }

        public Statement Next()
        {
            Revision++;
            return new Statement(Said, SamplePractices.Text(number, Revision));
        }

        private PracticeRevision Said(FeedPosition at, ByteString contentHash)
        {
            var said = new PracticeRevision
            {
                At = at,
                ContentHash = contentHash,
                About = new Subject { Id = ByteString.CopyFrom(Id.ToByteArray(bigEndian: true)), Revision = (uint)Revision },
                Language = SamplePractices.Facts.Language,
                Licence = "CC-BY-SA-4.0",
                Credit = CreditKind.Chapter,
                RevisedAt = TimeProvider.System.GetUtcNow().ToTimestamp(),
                Topics = { SamplePractices.Facts.Of(nameof(PracticeRevision.Topics)) },
                Chime = { SamplePractices.Facts.Of(nameof(PracticeRevision.Chime)) },
            };
            said.About.Parents.AddRange(Last is { } before ? [ByteString.CopyFrom(before.ToBytes())] : []);
            return said;
        }
    }
}
