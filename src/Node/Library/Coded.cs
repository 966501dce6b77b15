using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Library;

/// <summary>A code that is stored and sent, and what it is called.</summary>
/// <param name="Code">Lower case with hyphens; never reused for another meaning.</param>
/// <param name="Name">As people read it.</param>
public sealed record Coded(string Code, Text Name);

/// <summary>Looking codes up.</summary>
public static class CodedLists
{
    /// <summary>The name of a code; the code itself where a newer program knew more.</summary>
    public static Text NameIn(this IReadOnlyList<Coded> list, string code) => list.FirstOrDefault(c => c.Code == code)?.Name ?? code.AsText();

    /// <summary>True when the list has the code.</summary>
    public static bool Has(this IReadOnlyList<Coded> list, string? code) => list.Any(c => c.Code == code);
}
