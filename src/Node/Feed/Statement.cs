using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Something this node wants to say in its feed.</summary>
/// <param name="Payload">Makes the payload once its place in the feed and the hash of its content are known; the hash is empty where there is no content.</param>
/// <param name="Content">What a person typed; null where nobody typed anything.</param>
public sealed record Statement(Func<FeedPosition, ByteString, IMessage> Payload, IMessage? Content = null)
{
    /// <summary>What is over a limit, before anything is signed; empty when it can be said.</summary>
    public IReadOnlyList<Refusal> Check()
    {
        var content = Content is null ? null : ContentHash.NewContent(Content);
        var at = new FeedPosition { Epoch = KeyStatements.NewEpoch(), Position = 1 };
        var item = Signing.ItemOf(Payload(at, HashOf(content)));
        if (PayloadLimits.IsTooLarge(new ItemWithContent { Item = item, Content = content }))
        {
            return [Refusal.Of(PayloadLimits.Code, "", PayloadLimits.ContentBytes)];
        }

        return Envelopes.Read(item.Payload, out _) is { } envelope ? PayloadLimits.Check(Payload(at, envelope.ContentHash), envelope, Content) : [Refusal.Of(PayloadLimits.Code, "at")];
    }

    internal static ByteString HashOf(Content? content) => content is null ? ByteString.Empty : ContentHash.Of(content);
}

/// <summary>A statement is over a limit: nothing was signed. Ask <see cref="Statement.Check()"/> first, where a person can still mend it.</summary>
/// <param name="refusals">What is over which limit.</param>
public sealed class StatementOverLimitException(IReadOnlyList<Refusal> refusals)
    : Exception("A statement is over a limit: " + string.Join(", ", refusals.Select(r => $"{r.Field} ({r.Code})")))
{
    /// <summary>What is over which limit.</summary>
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}
