using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>Reads where an item stands without knowing its type: the position is the first field of every payload, and its number is 1.</summary>
internal static class FeedPositions
{
    /// <summary>The position; null when the payload does not begin with one. What follows it is not looked at.</summary>
    internal static FeedPosition? Read(ByteString payload)
    {
        try
        {
            var input = payload.CreateCodedInput();
            if (input.ReadTag() != WireFormat.MakeTag(1, WireFormat.WireType.LengthDelimited))
            {
                return null;
            }

            var at = new FeedPosition();
            input.ReadMessage(at);
            return at;
        }
        catch (Exception fault) when (PayloadTypes.IsUnreadable(fault))
        {
            return null;
        }
    }
}
