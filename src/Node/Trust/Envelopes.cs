using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>Reads what every payload begins with, whatever its type: where it stands, what it is about, and the hash of its content.</summary>
internal static class Envelopes
{
    /// <summary>
    /// The envelope; null when the payload does not begin with a position. What follows is gone over without being understood:
    /// <paramref name="holds"/> is false when it is no protobuf, or says something of the envelope again, which a parser would merge into it.
    /// </summary>
    internal static Envelope? Read(ByteString payload, out bool holds)
    {
        holds = false;
        var envelope = new Envelope();
        try
        {
            var input = payload.CreateCodedInput();
            for (var last = 0; input.ReadTag() is not 0 and var tag; last = WireFormat.GetTagFieldNumber(tag))
            {
                if (WireFormat.GetTagFieldNumber(tag) <= last && WireFormat.GetTagFieldNumber(tag) <= Envelope.ContentHashFieldNumber || !TryRead(input, tag, envelope))
                {
                    return envelope.At is null ? null : envelope;
                }
            }

            holds = envelope.At is not null;
        }
        catch (Exception fault) when (PayloadTypes.IsUnreadable(fault))
        {
            // What was read before stands.
        }

        return envelope.At is null ? null : envelope;
    }

    private static bool TryRead(CodedInputStream input, uint tag, Envelope envelope)
    {
        switch (tag)
        {
            case 10 /* at, length-delimited */:
                var at = new FeedPosition();
                input.ReadMessage(at);
                envelope.At = at;
                return true;
            case 18 /* about */:
                var about = new Subject();
                input.ReadMessage(about);
                envelope.About = about;
                return envelope.At is not null;
            case 26 /* content_hash */:
                envelope.ContentHash = input.ReadBytes();
                return envelope.At is not null;
            default:
                input.SkipLastField();
                return envelope.At is not null && WireFormat.GetTagFieldNumber(tag) > Envelope.ContentHashFieldNumber;
        }
    }
}
