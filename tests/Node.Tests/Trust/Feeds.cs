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
        State = FeedVerifier.Verify(FeedState.Empty, new ItemWithContent { Item = Genesis }, ContentRule.Required).Next;
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
            PracticeId = ByteString.CopyFrom(new byte[16]),
            Revision = 1,
            Language = "fr",
            Topics = { "nature" },
            Chime = { "hope" },
            Licence = "CC-BY-4.0",
            Credit = CreditKind.Chapter,
            RevisedAt = Founded.ToTimestamp(),
        }, content);
    }

    public ItemWithContent Shared(Action<PracticeRevision>? change = null, PracticeContent? text = null)
    {
        var (payload, content) = Practice(text);
        change?.Invoke(payload);
        return new() { Item = SignedItems.Sign(payload, Signing).Item, Content = content };
    }

    public Verdict Offer(ItemWithContent item, ContentRule rule = ContentRule.Required) => FeedVerifier.Verify(State, item, rule);

    public Verdict Offer(SignedItem item) => Offer(new ItemWithContent { Item = item });

    public Verdict Add(ItemWithContent item)
    {
        var verdict = Offer(item);
        State = verdict.Next;
        return verdict;
    }

    public Verdict Add(SignedItem item) => Add(new ItemWithContent { Item = item });
}
