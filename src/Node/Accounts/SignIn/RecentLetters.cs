using System.Security.Cryptography;
using System.Text;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>A letter: what it holds, which the database has only as hashes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Token">The token of its link.</param>
/// <param name="Code">The code to type.</param>
/// <param name="Ends">Until when both are good.</param>
internal sealed record SecretLetter(Guid Id, string Token, string Code, DateTimeOffset Ends);

/// <summary>What a letter with a secret is for: each has a share of its own of what an address gets.</summary>
internal enum LetterPurpose
{
    /// <summary>Somebody signs in.</summary>
    Entering,

    /// <summary>Somebody asks to join, and gets a letter in any case.</summary>
    Joining,

    /// <summary>Somebody who is here wants this address instead of theirs.</summary>
    Moving,
}

/// <summary>
/// The letters of the last minutes, by address. Whoever asks for somebody's letters slows themselves down and locks nobody out: once an address has had its
/// share, a browser that asks is given the code of the letter that is there already. Whether the address is anybody's plays no part. Kept in memory only:
/// a restart forgets, and nobody's address is written down.
/// </summary>
internal sealed class RecentLetters(SignInOptions options, TimeProvider clock)
{
    // More addresses at once than any community has.
    private const int MostAddresses = 50_000;

    private readonly Lock gate = new();
    private readonly RecentKeys<Sent> sent = new(MostAddresses);

    /// <summary>The letter that answers a request, and whether it has to be written.</summary>
    /// <param name="address">Whose.</param>
    /// <param name="purpose">What for.</param>
    public (SecretLetter Letter, bool IsNew) For(EmailAddress address, LetterPurpose purpose)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var lately = sent[Key(address, purpose)];
            while (lately.Times.TryPeek(out var first) && first <= now.AddMinutes(-options.AddressMinutes))
            {
                lately.Times.Dequeue();
            }

            if (lately.Times.Count >= options.PerAddress && lately.Last is { } last && last.Ends > now)
            {
                return (last, false);
            }

            lately.Times.Enqueue(now);
            lately.Last = new(Guid.CreateVersion7(now), Secret.New(), SignInCode.New(), now.AddMinutes(options.LinkMinutes));
            return (lately.Last, true);
        }
    }

    /// <summary>A letter has been used: nobody is given its code any more.</summary>
    public void Used(EmailAddress address)
    {
        lock (gate)
        {
            foreach (var purpose in Enum.GetValues<LetterPurpose>())
            {
                sent[Key(address, purpose)].Last = null;
            }
        }
    }

    /// <summary>The letter will not be written: it was none, and nobody is given its code.</summary>
    public void Unsent(EmailAddress address, LetterPurpose purpose, SecretLetter letter)
    {
        lock (gate)
        {
            var lately = sent[Key(address, purpose)];
            if (lately.Last == letter)
            {
                lately.Last = null;
            }
        }
    }

    private static string Key(EmailAddress address, LetterPurpose purpose) => purpose + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(address.Value)));

    private sealed class Sent
    {
        public Queue<DateTimeOffset> Times { get; } = [];

        public SecretLetter? Last { get; set; }
    }
}
