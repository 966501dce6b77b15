using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Testing;

/// <summary>Signs what a test says, wherever it says that it stands: an honest author's runs and a liar's.</summary>
internal static class SignedEntries
{
    /// <summary>A run of one.</summary>
    public static FeedEntry Run(SigningKey key, IMessage payload, Content? content = null) => Run(key, Signing.ItemOf(payload), content);

    /// <summary>A run of one.</summary>
    public static FeedEntry Run(SigningKey key, Item item, Content? content = null) => Run(key, [new ItemWithContent { Item = item, Content = content }]);

    /// <summary>A run that begins where its first item says.</summary>
    public static FeedEntry Run(SigningKey key, IReadOnlyList<ItemWithContent> items)
    {
        var at = Envelope.Parser.ParseFrom(items[0].Item.Payload).At;
        return Run(key, at, items);
    }

    /// <summary>A run that begins there.</summary>
    public static FeedEntry Run(SigningKey key, FeedPosition at, IReadOnlyList<ItemWithContent> items) => new()
    {
        NodeId = at.NodeId,
        Run = new SignedRun { Run = Signing.Run(new NodeId(at.NodeId), at.Epoch, at.Position, [.. items.Select(i => SigningInput.IdOf(i.Item))], key), Items = { items } },
    };

    /// <summary>A key statement of a node.</summary>
    public static FeedEntry Keys(NodeId node, SignedItem statement) => new() { NodeId = node.Value, KeyStatement = statement };

    /// <summary>The only item of a run of one.</summary>
    public static ItemWithContent OnlyItem(this FeedEntry entry) => entry.Run.Items.Single();

    /// <summary>The id of the last item of an entry.</summary>
    public static ItemId LastId(this FeedEntry entry) => entry.KeyStatement is { } keys ? SigningInput.IdOf(keys) : SigningInput.IdOf(entry.Run.Items[^1].Item);
}
