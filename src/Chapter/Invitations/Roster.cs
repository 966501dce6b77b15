using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>A list of people as organizations have it: a table, of which the addresses are wanted, perhaps a language, and nothing else.</summary>
/// <param name="Columns">What the columns are called, or what stands in their first row.</param>
/// <param name="Lines">The rows, each with the line of the file where it stands.</param>
internal sealed record Roster(IReadOnlyList<string> Columns, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Lines)
{
    private const int LookedAt = 200;

    private static readonly string[] languageNames = ["langue", "language", "lang", "locale"];
    private static readonly string[] french = ["fr", "f", "français", "francais", "french", "fr-ca", "francophone"];
    private static readonly string[] english = ["en", "a", "e", "anglais", "english", "en-ca", "anglophone"];

    /// <summary>The column with the most addresses; null when none has any.</summary>
    public int? LikelyAddresses => Enumerable.Range(0, Columns.Count)
        .Select(c => (Column: c, Count: Lines.Take(LookedAt).Count(l => HasAddress(Cell(l.Cells, c)))))
        .Where(c => c.Count > 0).OrderByDescending(c => c.Count).Select(c => (int?)c.Column).FirstOrDefault();

    /// <summary>The column that calls itself so; null when none does.</summary>
    public int? LikelyLanguages => Columns.Index().Where(c => languageNames.Contains(c.Item.Trim().ToLowerInvariant())).Select(c => (int?)c.Index).FirstOrDefault();

    /// <summary>The text of a file that holds a table or a calendar; refused where a spreadsheet program kept it in its own form.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="field">Where it was chosen.</param>
    public static Result<string> TextOf(byte[] file, string field) =>
        file is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] ? Refusal.Of("invitation.roster-workbook", field) : Decode(file);

    /// <summary>The text of a file.</summary>
    public static string Decode(byte[] file) => TypedText.Plain(PlainText.Decode(file).Replace("\0", "", StringComparison.Ordinal)); // no text has it, and HTML cannot carry it

    /// <summary>Reads a table; separators are found out. Formulas are text like any other.</summary>
    public static Result<Roster> Read(string text)
    {
        if (Sheet.Read(text, InvitationLimits.MostRows) is not { } rows)
        {
            return Refusal.Of("invitation.roster-too-long", nameof(RosterForm.File), InvitationLimits.MostRows);
        }

        List<(int Line, IReadOnlyList<string>)> lines = [.. rows.Select(r => (r.Line, r.Cells))];
        if (lines.Count == 0)
        {
            return Refusal.Of("invitation.roster-empty", nameof(RosterForm.File));
        }

        var first = lines[0].Item2;
        var hasHeading = !first.Any(HasAddress);
        var roster = new Roster(
            [.. Enumerable.Range(0, lines.Max(l => l.Item2.Count)).Select(c => Cell(first, c))],
            hasHeading ? lines[1..] : lines);
        return roster.Lines.Count > InvitationLimits.MostRows ? Refusal.Of("invitation.roster-too-long", nameof(RosterForm.File), InvitationLimits.MostRows)
            : roster.LikelyAddresses is null ? Refusal.Of("invitation.roster-without-addresses", nameof(RosterForm.File))
            : roster;
    }

    /// <summary>Who would be invited, and what is wrong in which line.</summary>
    /// <param name="addresses">The column of the addresses.</param>
    /// <param name="languages">The column of the languages; null for letters in both.</param>
    public IReadOnlyList<ListedAddress> Listed(int addresses, int? languages)
    {
        var listing = new AddressListing();
        foreach (var (line, cells) in Lines)
        {
            listing.Add(line, Cell(cells, addresses), languages is { } column ? LanguageOf(Cell(cells, column)) : ListedAddress.BothLanguages);
        }

        return listing.Rows;
    }

    private static bool HasAddress(string cell) => AddressList.AddressesIn(cell) is [var only] && Node.Accounts.EmailAddress.Parse(only) is not null;

    private static string Cell(IReadOnlyList<string> cells, int column) => column < cells.Count ? cells[column] : "";

    private static string LanguageOf(string cell) =>
        french.Contains(cell.ToLowerInvariant()) ? Language.French.Code : english.Contains(cell.ToLowerInvariant()) ? Language.English.Code : ListedAddress.BothLanguages;
}
