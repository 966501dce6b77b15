using Google.Protobuf;
using RecoveryCoP.Federation.V1;
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
        Add(new ItemWithContent { Item = KeyStatements.Genesis(_key, SigningKey.Create(), Epoch, DateTimeOffset.UnixEpoch) });
        Say("Elsewhere");
    }

    public ByteString Epoch { get; }

    public NodeId Id => _state.NodeId!.Value;

    public List<ItemWithContent> Items { get; } = [];

    /// <summary>Adds a profile with that name.</summary>
    public ItemWithContent Say(string name)
    {
        var content = ContentHash.NewContent(new NodeProfileContent { NameEn = name });
        var profile = new NodeProfile { At = _state.NextPosition(), ContentHash = ContentHash.Of(content), Languages = { "fr" } };
        return Add(new ItemWithContent { Item = SignedItems.Sign(profile, _key).Item, Content = content });
    }

    private ItemWithContent Add(ItemWithContent item)
    {
        var verdict = FeedVerifier.Verify(_state, item, ContentRule.Required);
        Assert.Equal(VerdictKind.Accepted, verdict.Kind);
        _state = verdict.Next;
        Items.Add(item);
        return item;
    }
}
