using System.Globalization;

namespace RecoveryCoP.Node.Operations;

/// <summary>
/// Why something was refused, as a coded value that travels unchanged from rule to form and to gRPC.
/// </summary>
/// <param name="Code">What is wrong: feature, dot, fault, in lower case with hyphens, e.g. <c>practice.title-missing</c>. Its text in both languages is in <see cref="RefusalTexts"/>.</param>
/// <param name="Field">The form field or command property at fault; empty when it is none in particular.</param>
/// <param name="Args">What the text needs to be precise (a limit, a name), in invariant form.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(
    [property: Id(0)] string Code,
    [property: Id(1)] string Field,
    [property: Id(2)] IReadOnlyList<string> Args)
{
    /// <summary>True when somebody else was first: what was decided on is no longer what is there. Such a code ends in <c>stale</c>.</summary>
    public bool IsStale => Code.EndsWith("stale", StringComparison.Ordinal);

    /// <summary>A refusal from its code, its field and the values of its text.</summary>
    public static Refusal Of(string code, string field = "", params object[] args) =>
        new(code, field, [.. args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]);
}
