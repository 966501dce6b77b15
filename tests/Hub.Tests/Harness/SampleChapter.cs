using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Harness;

/// <summary>A chapter made by hand: its keys, its feed in memory, and a raw gRPC client.</summary>
public sealed class SampleChapter
{
    private readonly RunningHub hub;
    private List<FeedEntry> feed = [];
    private FeedState state = FeedState.Empty;

    public SampleChapter(RunningHub hub, string region = "05", string name = "Communauté de l’Estrie")
    {
        this.hub = hub;
        Epoch = KeyStatements.NewEpoch();
        var genesis = KeyStatements.Genesis(Key, Recovery.Key, Epoch, Founded);
        Add(SignedEntries.Keys(NodeId.OfGenesis(SigningInput.Of(genesis)), genesis));
        Call(name, region);
    }

    /// <summary>When every sample chapter was founded.</summary>
    public static DateTimeOffset Founded { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public SigningKey Key { get; set; } = SigningKey.Create();

    public RecoveryKey Recovery { get; } = RecoveryKey.Create();

    public ByteString Epoch { get; private set; }

    public NodeId Id => state.NodeId!.Value;

    /// <summary>The same chapter as it is now, on another server.</summary>
    public SampleChapter Copy()
    {
        var copy = (SampleChapter)MemberwiseClone();
        copy.feed = [.. feed];
        return copy;
    }

    /// <summary>Speaks in a new epoch from now on.</summary>
    public void BeginEpoch()
    {
        Epoch = KeyStatements.NewEpoch();
        state = state with { Epoch = Epoch, PastEpochs = [] };
    }

    /// <summary>Its feed from the genesis on.</summary>
    public IReadOnlyList<FeedEntry> Feed => feed;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private EnrolmentService.EnrolmentServiceClient Enrolment => new(hub.Channel);

    private ExchangeService.ExchangeServiceClient Exchange => new(hub.Channel);

    /// <summary>The next item: a profile with a name, and perhaps a seal of the security log.</summary>
    public FeedEntry Call(string name, string region = "05", byte[]? seal = null, string description = "")
    {
        var content = ContentHash.NewContent(new NodeProfileContent
        {
            NameFr = name, PublicContact = "bonjour@communaute.example", WebAddress = "https://communaute.example/", DescriptionFr = description, PrivacyOfficerTitleFr = "Direction", PrivacyOfficerContact = "vie-privee@estrie.example",
        });
        return Say(at => new NodeProfile { At = at, ContentHash = ContentHash.Of(content), Region = new Region { Scheme = "ra", Code = region }, Languages = { "fr" }, SecurityLogSeal = ByteString.CopyFrom(seal ?? []) }, content);
    }

    /// <summary>The next item: a practice's revision.</summary>
    public FeedEntry Revise(string title = "Accueillir une nouvelle personne", int textLength = 200, Guid practice = default, DateTimeOffset? revisedAt = null, string language = "fr", FeedEntry? translates = null)
    {
        var content = ContentHash.NewContent(new PracticeContent { Title = title, Summary = "En bref.", Text = new string('a', textLength) });
        return Say(
            at => new PracticeRevision
            {
                At = at,
                ContentHash = ContentHash.Of(content),
                About = new Subject { Id = ByteString.CopyFrom(practice.ToByteArray(bigEndian: true)), Revision = (uint)feed.Count },
                Language = language,
                TranslationOf = translates is null ? ByteString.Empty : ByteString.CopyFrom(translates.LastId().ToBytes()),
                Licence = "CC-BY-4.0",
                Credit = CreditKind.Chapter,
                RevisedAt = (revisedAt ?? TimeProvider.System.GetUtcNow()).ToTimestamp(),
            },
            content);
    }

    /// <summary>The next item: all of a practice is withdrawn.</summary>
    public FeedEntry Withdraw(Guid practice) => Say(
        at => new Withdrawal { At = at, About = new Subject { Id = ByteString.CopyFrom(practice.ToByteArray(bigEndian: true)) }, Reason = WithdrawalReason.Author }, null);

    /// <summary>The next item: a statistics return.</summary>
    public FeedEntry Report(string period, uint correction, params (string Code, long Value)[] measures) => Say(
        at => new StatisticsReturn
        {
            At = at,
            Period = period,
            SchemaVersion = 1,
            Method = "none",
            Correction = correction,
            ApprovedAt = TimeProvider.System.GetUtcNow().ToTimestamp(),
            Measures = { measures.Select(m => new Measure { Code = m.Code, Value = m.Value }) },
        },
        null);

    /// <summary>Signs what this chapter says next, and remembers it.</summary>
    public FeedEntry Say(Func<FeedPosition, IMessage> payload, Content? content) => Add(SignedEntries.Run(Key, payload(state.NextPosition()), content));

    /// <summary>An item of a type that no version knows.</summary>
    public FeedEntry SayUnknown() => Add(SignedEntries.Run(
        Key, new Item { PayloadType = "recoverycop.federation.v1.Unheard", Payload = new NodeProfile { At = state.NextPosition() }.ToByteString() }));

    /// <summary>These entries' items as one run, in place of the runs that they were.</summary>
    public FeedEntry Together(params FeedEntry[] entries)
    {
        var run = SignedEntries.Run(Key, [.. entries.SelectMany(e => e.Run.Items)]);
        feed.RemoveAll(entries.Contains);
        feed.Add(run);
        return run;
    }

    /// <summary>The next entry: a key statement made from where the feed stands.</summary>
    public FeedEntry Keys(Func<FeedState, SignedItem> statement) => Add(SignedEntries.Keys(Id, statement(state)));

    public async Task<EnrolResponse> Enrol(EnrolmentCode code) => await Enrol(code.Secret);

    public async Task<EnrolResponse> Enrol(string secret) => await Enrolment.EnrolAsync(
        new EnrolRequest { Code = secret, Beginning = FeedPages.Of(feed.Take(2)) }, deadline: Soon(), cancellationToken: Cancel);

    public async Task<GetEnrolmentResponse> Ask() => await Enrolment.GetEnrolmentAsync(new GetEnrolmentRequest(), With("EnrolmentService/GetEnrolment"));

    /// <summary>Says hello, and how it is.</summary>
    public async Task<HelloResponse> Hello(NodeHealth health, Timestamp? restoreProvenAt) => await Exchange.HelloAsync(
        new HelloRequest { ProtocolMinimum = 1, ProtocolMaximum = 1, Epoch = Epoch, SoftwareVersion = "0.1.0", Health = health, RestoreProvenAt = restoreProvenAt }, With("ExchangeService/Hello"));

    public async Task<HelloResponse> Hello(CallOptions? options = null) => await Exchange.HelloAsync(
        new HelloRequest { ProtocolMinimum = 1, ProtocolMaximum = 1, Epoch = Epoch, SoftwareVersion = "0.1.0" }, options ?? With("ExchangeService/Hello"));

    public Task<PushResponse> Push(params FeedEntry[] entries) => Push(Key, entries);

    public async Task<PushResponse> Push(SigningKey by, params FeedEntry[] entries) =>
        await Exchange.PushAsync(new PushRequest { Page = FeedPages.Of(entries) }, With("ExchangeService/Push", key: by));

    public async Task<PullResponse> Pull(ByteString? cursor = null, uint wait = 0, bool own = false, SigningKey? by = null) => await Exchange.PullAsync(
        new PullRequest { Cursor = cursor ?? ByteString.Empty, WaitSeconds = wait, OwnFeed = own }, With("ExchangeService/Pull", key: by));

    public async Task<PullResponse> Ranges(params (string Node, ulong From, ulong To)[] ranges) => await Exchange.PullAsync(
        new PullRequest { Ranges = { ranges.Select(r => new FeedRange { NodeId = r.Node, From = r.From, To = r.To }) } }, With("ExchangeService/Pull"));

    public async Task<HeadsResponse> Heads() => await Exchange.HeadsAsync(new HeadsRequest(), With("ExchangeService/Heads"));

    public async Task<WithdrawalsResponse> Withdrawals(ByteString? cursor = null, SigningKey? by = null) => await Exchange.WithdrawalsAsync(
        new WithdrawalsRequest { Cursor = cursor ?? ByteString.Empty }, With("ExchangeService/Withdrawals", key: by));

    /// <summary>A token and a deadline for a call of this chapter's.</summary>
    public CallOptions With(string method, NodeId? audience = null, TimeSpan age = default, SigningKey? key = null, TimeSpan? deadline = null) => new(
        new Metadata
        {
            {
                "authorization",
                "Bearer " + CallTokens.Create(key ?? Key, Id, audience ?? hub.Id, "/recoverycop.federation.v1." + method, TimeProvider.System.GetUtcNow() - age)
            },
        },
        Soon(deadline),
        Cancel);

    private static DateTime Soon(TimeSpan? from = null) => (TimeProvider.System.GetUtcNow() + (from ?? TimeSpan.FromSeconds(40))).UtcDateTime;

    private FeedEntry Add(FeedEntry entry)
    {
        var verdict = FeedVerifier.Verify(state, entry);
        Assert.True(verdict.IsLink, $"{verdict.Reason} {verdict.Field}");
        state = verdict.Next;
        feed.Add(entry);
        return entry;
    }
}
