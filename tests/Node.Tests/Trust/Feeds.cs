using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

/// <summary>A node with its keys and its feed so far, to make the next item of.</summary>
internal sealed class TestNode
{
    public static readonly DateTimeOffset Founded = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    public TestNode()
    {
        Genesis = KeyStatements.Genesis(Signing, Recovery.Key, KeyStatements.NewEpoch(), Founded);
        State = FeedVerifier.VerifyGenesis(Genesis).Next;
    }

    public SigningKey Signing { get; set; } = SigningKey.Create();

    public RecoveryKey Recovery { get; } = RecoveryKey.Create();

    public SignedItem Genesis { get; }

    public FeedState State { get; set; }

    public static PracticeContent Text() => new() { Title = "Marcher ensemble", Summary = "Une marche par semaine.", Text = "On part\nà dix heures." };

    public (PracticeRevision Payload, Content Content) Practice(PracticeContent? text = null)
    {
        var content = ContentHash.NewContent(text ?? Text());
        return (new PracticeRevision
        {
            At = State.NextPosition(),
            ContentHash = ContentHash.Of(content),
            About = new Subject { Id = ByteString.CopyFrom(new byte[16]), Revision = 1 },
            Language = "fr",
            Topics = { "nature" },
            Chime = { "hope" },
            Licence = "CC-BY-4.0",
            Credit = CreditKind.Chapter,
            RevisedAt = Founded.ToTimestamp(),
        }, content);
    }

    public NodeId Id => State.NodeId!.Value;

    /// <summary>The next entry: a run of one practice.</summary>
    public FeedEntry Shared(Action<PracticeRevision>? change = null, PracticeContent? text = null)
    {
        var (payload, content) = Practice(text);
        change?.Invoke(payload);
        return SignedEntries.Run(Signing, payload, content);
    }

    /// <summary>The next entry: a run of so many practices.</summary>
    public FeedEntry SharedTogether(int count)
    {
        var state = State;
        var items = new List<ItemWithContent>();
        for (var number = 1; number <= count; number++)
        {
            var (payload, content) = Practice();
            payload.At = state.NextPosition();
            payload.About.Id = ByteString.CopyFrom([.. new byte[14], 1, (byte)number]);
            items.Add(new() { Item = Node.Trust.Signing.ItemOf(payload), Content = content });
            state = state with { Position = state.Position + 1, LastItemId = SigningInput.IdOf(items[^1].Item) };
        }

        return SignedEntries.Run(Signing, items);
    }

    public Verdict Offer(FeedEntry entry) => FeedVerifier.Verify(State, entry);

    public Verdict Offer(SignedItem statement) => Offer(SignedEntries.Keys(Id, statement));

    public Verdict Add(FeedEntry entry)
    {
        var verdict = Offer(entry);
        State = verdict.Next;
        return verdict;
    }

    public Verdict Add(SignedItem statement) => Add(SignedEntries.Keys(Id, statement));
}
