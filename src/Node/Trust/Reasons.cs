using Google.Protobuf.Reflection;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>The names under which reasons travel (errors.proto: never the numbers).</summary>
public static class Reasons
{
    private const string Prefix = "REASON_";

    private static readonly Dictionary<Reason, string> codes =
        ErrorsReflection.Descriptor.EnumTypes.Single().Values.ToDictionary(v => (Reason)v.Number, v => v.Number == 0 ? "" : v.Name[Prefix.Length..]);

    /// <summary>The name without its prefix, e.g. <c>GAP</c>; empty for none.</summary>
    public static string CodeOf(Reason reason) => codes[reason];
}
