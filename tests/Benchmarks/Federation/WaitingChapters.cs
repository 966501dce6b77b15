using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>Chapters of one hub that hold a long poll each, over a connection of their own.</summary>
internal sealed class WaitingChapters : IDisposable
{
    private static readonly Actor _operator = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8058"), [HubRoles.Operator]);

    private readonly List<WaitingChapter> chapters = [];
    private readonly CancellationTokenSource stop = new();

    private int waiting;

    /// <summary>Enrols and admits so many.</summary>
    public async Task Enrol(RunningNode hub, int size, CancellationToken cancel)
    {
        while (chapters.Count < size)
        {
            var chapter = new WaitingChapter(hub.GrpcAddress, hub.Service<ThisNode>().Identity.Id, chapters.Count);
            chapters.Add(chapter);
            var code = await hub.Service<EnrolmentCodes>().Make(_operator, "", cancel);
            await chapter.Enrol(code.Value!.Secret);
            var enrolled = await hub.Service<EnrolmentStore>().Find(chapter.Id, cancel);
            await hub.Service<Admissions>().Admit(enrolled!, _operator, wordsMatch: true, cancel);
        }

        await hub.Followers.CatchUp(cancel);
    }

    /// <summary>Lets so many of them wait; they have all that there is.</summary>
    public async Task WaitUpTo(int size, CancellationToken cancel)
    {
        for (; waiting < size; waiting++)
        {
            chapters[waiting].Wait(stop.Token);
        }

        await Reaches(await chapters[0].Push(), cancel);
    }

    /// <summary>Lets the first say something so many times, a second apart.</summary>
    /// <param name="count">How many times.</param>
    /// <param name="hub">The hub's process.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The hub's processor milliseconds of a push, and the 95th percentile of the milliseconds until every other chapter has it.</returns>
    public async Task<(double Processor, double All)> Pushes(int count, ChildProcess hub, CancellationToken cancel)
    {
        var (processor, all) = (0.0, new List<double>());
        for (var push = 0; push < count; push++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            var (used, start) = (hub.ProcessorTime, Stopwatch.GetTimestamp());
            await Reaches(await chapters[0].Push(), cancel);
            all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(300), cancel); // the polls are there again, and the library has its revision
            processor += (hub.ProcessorTime - used).TotalMilliseconds;
        }

        return (processor / count, Percentiles.Of(all).At(95));
    }

    public void Dispose()
    {
        stop.Cancel();
        chapters.ForEach(chapter => chapter.Dispose());
        stop.Dispose();
    }

    private Task Reaches(ItemId item, CancellationToken cancel) =>
        Task.WhenAll(chapters.Take(waiting).Skip(1).Select(chapter => chapter.Has(item))).WaitAsync(TimeSpan.FromMinutes(1), cancel);

    private sealed class WaitingChapter : IDisposable
    {
        private readonly SigningKey key = SigningKey.Create();
        private readonly GrpcChannel channel;
        private readonly NodeId hub;
        private readonly List<FeedEntry> feed = [];
        private FeedState state = FeedState.Empty;
        private TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private ItemId? newest;

        public WaitingChapter(string address, NodeId hub, int number)
        {
            (channel, this.hub) = (GrpcChannel.ForAddress(address), hub);
            var now = TimeProvider.System.GetUtcNow();
            var genesis = KeyStatements.Genesis(key, RecoveryKey.Create().Key, KeyStatements.NewEpoch(), now);
            Add(SignedEntries.Keys(NodeId.OfGenesis(SigningInput.Of(genesis)), genesis));
            var content = ContentHash.NewContent(new NodeProfileContent { NameFr = $"Communauté {number}", PrivacyOfficerTitleFr = "Présidence", PrivacyOfficerContact = "presidence@example.org" });
            Add(SignedEntries.Run(
                key, new NodeProfile { At = state.NextPosition(), ContentHash = ContentHash.Of(content), Region = new Region { Scheme = "ra", Code = "05" }, Languages = { "fr" } }, content));
        }

        public NodeId Id => state.NodeId!.Value;

        private ExchangeService.ExchangeServiceClient Exchange => new(channel);

        public async Task Enrol(string secret) => await new EnrolmentService.EnrolmentServiceClient(channel).EnrolAsync(
            new EnrolRequest { Code = secret, Beginning = FeedPages.Of(feed) }, deadline: Deadline());

        /// <summary>Pulls everything, and then whatever comes.</summary>
        public void Wait(CancellationToken cancel) => _ = Task.Run(
            async () =>
            {
                var cursor = ByteString.Empty;
                while (!cancel.IsCancellationRequested)
                {
                    var page = await Exchange.PullAsync(new PullRequest { Cursor = cursor, WaitSeconds = 30 }, With("Pull", cancel));
                    cursor = page.NextCursor;
                    if (page.Page.Entries is [.., var last])
                    {
                        newest = last.LastId();
                        Interlocked.Exchange(ref came, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                    }
                }
            },
            CancellationToken.None);

        /// <summary>Waits until an item has come.</summary>
        public async Task Has(ItemId item)
        {
            while (true)
            {
                var next = came.Task;
                if (newest == item)
                {
                    return;
                }

                await next;
            }
        }

        /// <summary>Says something.</summary>
        public async Task<ItemId> Push()
        {
            var content = ContentHash.NewContent(new PracticeContent { Title = "Accueillir une nouvelle personne", Summary = "En bref.", Text = new string('a', 2000) });
            var entry = Add(SignedEntries.Run(
                key,
                new PracticeRevision
                {
                    At = state.NextPosition(),
                    ContentHash = ContentHash.Of(content),
                    About = new Subject { Id = ByteString.CopyFrom(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToByteArray(bigEndian: true)), Revision = 1 },
                    Language = "fr",
                    Licence = "CC-BY-4.0",
                    Credit = CreditKind.Chapter,
                    RevisedAt = TimeProvider.System.GetUtcNow().ToTimestamp(),
                },
                content));
            var answer = await Exchange.PushAsync(new PushRequest { Page = FeedPages.Of(entry) }, With("Push", CancellationToken.None));
            return answer.Results is [{ Status: PushStatus.Accepted }] ? entry.LastId() : throw new InvalidOperationException($"Not taken: {answer}");
        }

        public void Dispose()
        {
            channel.Dispose();
            key.Dispose();
        }

        private CallOptions With(string method, CancellationToken cancel) => new(
            new Metadata { { "authorization", $"Bearer {CallTokens.Create(key, Id, hub, $"/recoverycop.federation.v1.ExchangeService/{method}", TimeProvider.System.GetUtcNow())}" } },
            Deadline(),
            cancel);

        private static DateTime Deadline() => TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(40);

        private FeedEntry Add(FeedEntry entry)
        {
            var verdict = FeedVerifier.Verify(state, entry);
            state = verdict.IsLink ? verdict.Next : throw new InvalidOperationException($"{verdict.Reason} {verdict.Field}");
            feed.Add(entry);
            return entry;
        }
    }
}
