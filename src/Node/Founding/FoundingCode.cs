using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.Founding;

/// <summary>
/// Shown on the console of a node that nobody has founded: only who can read it may found the node, so the first stranger to find a new
/// server cannot take it. New at every start. Wrong tries stop whoever makes them and nobody else.
/// </summary>
public sealed class FoundingCode(TimeProvider clock)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Tries = 10;

    private readonly string code = RandomNumberGenerator.GetString(Alphabet, 8);
    private readonly SlidingCount wrong = new(Tries, TimeSpan.FromHours(1), clock);

    /// <summary>As the console shows it: two groups of four.</summary>
    public string Text => $"{code[..4]}-{code[4..]}";

    /// <summary>Null when the code was typed right, else why not; case, spaces and hyphens do not matter.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="visitor">By whom: each network has ten wrong tries an hour, which leaves the forty bits of the code out of reach.</param>
    public Refusal? RefusalFor(string typed, HttpContext visitor)
    {
        var network = VisitorNetwork.Of(visitor);
        if (!wrong.HasRoom(network))
        {
            return Refusal.Of("founding.too-many-tries", nameof(FoundingPage.TypedCode));
        }

        var clean = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(clean), System.Text.Encoding.ASCII.GetBytes(code)))
        {
            return null;
        }

        wrong.Admits(network);
        return Refusal.Of("founding.code-wrong", nameof(FoundingPage.TypedCode));
    }
}
