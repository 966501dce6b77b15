using System.Security.Cryptography;

namespace RecoveryCoP.Node.Founding;

/// <summary>
/// Shown on the console of a node that nobody has founded: only who can read it may found the node, so the first stranger to find a new
/// server cannot take it. New at every start, and after ten wrong tries.
/// </summary>
public sealed class FoundingCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Tries = 10;

    private readonly Lock guard = new();
    private string code = New();
    private int wrong;

    /// <summary>As the console shows it: two groups of four.</summary>
    public string Text
    {
        get
        {
            lock (guard)
            {
                return $"{code[..4]}-{code[4..]}";
            }
        }
    }

    /// <summary>True when the code was typed right; case, spaces and hyphens do not matter.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="renewed">True when this was one wrong try too many: there is a new code on the console now.</param>
    public bool IsRight(string typed, out bool renewed)
    {
        var clean = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        lock (guard)
        {
            renewed = false;
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(clean), System.Text.Encoding.ASCII.GetBytes(code)))
            {
                return true;
            }

            if (++wrong >= Tries)
            {
                (code, wrong, renewed) = (New(), 0, true);
            }

            return false;
        }
    }

    private static string New() => RandomNumberGenerator.GetString(Alphabet, 8);
}
