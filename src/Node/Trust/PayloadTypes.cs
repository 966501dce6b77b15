using Google.Protobuf;
using Google.Protobuf.Reflection;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>A payload type that this version understands.</summary>
/// <param name="Payload">Its message.</param>
/// <param name="Content">The message of its content; null when it has none.</param>
internal sealed record PayloadType(MessageDescriptor Payload, MessageDescriptor? Content);

/// <summary>Every payload type that this version understands, by full name. A new type is one line here and its limits.</summary>
internal static class PayloadTypes
{
    private static readonly Dictionary<string, PayloadType> known = new PayloadType[]
    {
        new(KeyStatement.Descriptor, null),
        new(NodeProfile.Descriptor, NodeProfileContent.Descriptor),
        new(PracticeRevision.Descriptor, PracticeContent.Descriptor),
        new(Withdrawal.Descriptor, null),
        new(StatisticsReturn.Descriptor, null),
        new(TakeDown.Descriptor, null),
        new(DirectoryEntry.Descriptor, null),
        new(TemplateRelease.Descriptor, TemplateReleaseContent.Descriptor),
    }.ToDictionary(t => t.Payload.FullName);

    internal static PayloadType? Find(string name) => known.GetValueOrDefault(name);

    internal static IMessage? Parse(MessageDescriptor type, ByteString bytes)
    {
        try
        {
            return type.Parser.ParseFrom(bytes);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return null;
        }
    }

    /// <summary>Bytes that are no protobuf, or text in them that is no UTF-8 (which the parser reports as an argument at fault).</summary>
    internal static bool IsUnreadable(Exception fault) => fault is InvalidProtocolBufferException or ArgumentException;
}
