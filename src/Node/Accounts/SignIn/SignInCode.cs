using System.Security.Cryptography;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>The code one types: eight characters, shown as <c>XXXX-XXXX</c>, without those that look alike (0 O, 1 I). Forty bits, five tries.</summary>
internal static class SignInCode
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;

    /// <summary>A new one, without its hyphen.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is shown.</summary>
    public static string Show(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>The code in what was typed, whatever its case, spaces and hyphens; null when there is none.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c))).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }
}
