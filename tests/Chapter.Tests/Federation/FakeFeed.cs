using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Federation;

/// <summary>The feed of some node, signed for real.</summary>
public sealed class FakeFeed
{
    private readonly SigningKey _key = SigningKey.Create();
    private FeedState _state = FeedState.Empty;

    public FakeFeed()
    {
        Epoch = KeyStatements.NewEpoch();
        var genesis = KeyStatements.Genesis(_key, SigningKey.Create(), Epoch, DateTimeOffset.UnixEpoch);
        Add(SignedEntries.Keys(NodeId.OfGenesis(SigningInput.Of(genesis)), genesis));
        Say("Elsewhere");
    }

    public ByteString Epoch { get; }

    public NodeId Id => _state.NodeId!.Value;

    public List<FeedEntry> Entries { get; } = [];

    /// <summary>Adds a profile with that name.</summary>
    public FeedEntry Say(string name)
    {
        var content = ContentHash.NewContent(new NodeProfileContent { NameEn = name });
        return Add(SignedEntries.Run(_key, new NodeProfile { At = _state.NextPosition(), ContentHash = ContentHash.Of(content), Languages = { "fr" } }, content));
    }

    /// <summary>Adds a practice.</summary>
    public FeedEntry Share(Guid practice)
    {
        var content = ContentHash.NewContent(new PracticeContent { Title = "Marcher", Summary = "Ensemble.", Text = "On part à dix heures." });
        return Add(SignedEntries.Run(
            _key,
            new PracticeRevision
            {
                At = _state.NextPosition(),
                About = new Subject { Id = ByteString.CopyFrom(practice.ToByteArray(bigEndian: true)), Revision = 1 },
                ContentHash = ContentHash.Of(content),
                Language = "fr",
                Licence = "CC-BY-4.0",
                Credit = CreditKind.Chapter,
                RevisedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
            },
            content));
    }

    /// <summary>Adds a release of a template; bent, or with something else in it, it is what a hostile hub could sign.</summary>
    public FeedEntry Release(Template template, uint number = 1, TemplateOrigin? origin = null, Action<TemplateRelease>? bent = null, byte[]? packed = null)
    {
        var said = ReleasedTemplate.Say(template, number, origin, DateTimeOffset.UnixEpoch);
        var content = ContentHash.NewContent(packed is null ? said.Content! : new TemplateReleaseContent { Template = ByteString.CopyFrom(packed) });
        var payload = (TemplateRelease)said.Payload(_state.NextPosition(), ContentHash.Of(content));
        bent?.Invoke(payload);
        return Add(SignedEntries.Run(_key, payload, content));
    }

    /// <summary>Adds that it takes a version of a template back.</summary>
    public FeedEntry WithdrawRelease(string templateId, uint number) => Add(SignedEntries.Run(
        _key,
        new Withdrawal { At = _state.NextPosition(), About = new Subject { Id = ByteString.CopyFrom(ReleasedTemplate.SubjectOf(templateId)) }, Revisions = { number }, Reason = WithdrawalReason.Mistake }));

    /// <summary>Adds something that no version knows.</summary>
    public FeedEntry SayUnknown() => Add(SignedEntries.Run(_key, new Item { PayloadType = "recoverycop.federation.v1.Unheard", Payload = new NodeProfile { At = _state.NextPosition() }.ToByteString() }));

    /// <summary>Adds that it takes a practice back.</summary>
    public FeedEntry Withdraw(Guid practice) => Add(SignedEntries.Run(
        _key,
        new Withdrawal { At = _state.NextPosition(), About = new Subject { Id = ByteString.CopyFrom(practice.ToByteArray(bigEndian: true)) }, Reason = WithdrawalReason.Erasure }));

    /// <summary>The proof of an entry's only item.</summary>
    public ItemProof ProofOf(FeedEntry entry) => ItemProofs.Of(entry.Run.Run, [entry.LastId()], 0, entry.OnlyItem(), [Entries[0].KeyStatement]);

    /// <summary>Adds that a node's practice is taken down; it counts where this feed is the hub's.</summary>
    public FeedEntry TakeDown(NodeId node, Guid practice, TakeDownReason reason) => Add(SignedEntries.Run(
        _key,
        new TakeDown { At = _state.NextPosition(), About = new Subject { Id = ByteString.CopyFrom(practice.ToByteArray(bigEndian: true)) }, NodeId = node.Value, Reason = reason }));

    /// <summary>Forgets its last entries and speaks in a new epoch, as after a restore.</summary>
    public void GoBack(int entries)
    {
        Entries.RemoveRange(Entries.Count - entries, entries);
        _state = Entries.Aggregate(FeedState.Empty, (state, entry) => FeedVerifier.Verify(state, entry).Next) with { Epoch = KeyStatements.NewEpoch() };
    }

    private FeedEntry Add(FeedEntry entry)
    {
        var verdict = FeedVerifier.Verify(_state, entry);
        Assert.Equal(VerdictKind.Accepted, verdict.Kind);
        _state = verdict.Next;
        Entries.Add(entry);
        return entry;
    }
}
