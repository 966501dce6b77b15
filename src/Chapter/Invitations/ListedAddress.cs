using RecoveryCoP.Node.Accounts;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>An entry of a pasted list or a row of a roster, and what is wrong with it.</summary>
/// <param name="Number">Where it stands: which entry, or which line of the file.</param>
/// <param name="Typed">What stands there.</param>
/// <param name="Address">The address; null where there is none.</param>
/// <param name="Language"><c>both</c>, <c>fr</c> or <c>en</c>.</param>
/// <param name="IsRepeated">True when it stands further up as well.</param>
public sealed record ListedAddress(int Number, string Typed, EmailAddress? Address, string Language, bool IsRepeated)
{
    /// <summary>The language of a letter to somebody of whom nobody said one.</summary>
    public const string BothLanguages = "both";

    /// <summary>True for somebody who can be written to.</summary>
    public bool IsGood => Address is not null && !IsRepeated;
}

/// <summary>Gathers entries, and notices which stand there twice.</summary>
internal sealed class AddressListing
{
    private const int LongestShown = 80;

    private readonly HashSet<string> known = [];
    private readonly List<ListedAddress> rows = [];

    /// <summary>What was gathered.</summary>
    public IReadOnlyList<ListedAddress> Rows => rows;

    /// <summary>Adds an entry.</summary>
    public void Add(int number, string typed, string language = ListedAddress.BothLanguages)
    {
        var address = AddressList.AddressesIn(typed) is [var only] ? EmailAddress.Parse(only) : null;
        var shown = typed.Length > LongestShown ? $"{typed[..LongestShown]}…" : typed;
        rows.Add(new(number, shown, address, language, address is not null && !known.Add(AddressHashes.Mailbox(address))));
    }
}
