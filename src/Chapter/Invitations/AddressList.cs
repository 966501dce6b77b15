using System.Text.RegularExpressions;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>
/// Reads addresses as people paste them: one a line, with commas, semicolons or spaces between, from a spreadsheet, or as mail programs write them
/// (<c>Tremblay, Jo &lt;jo@exemple.org&gt;</c>).
/// </summary>
internal static partial class AddressList
{
    private static readonly char[] around = ['"', '\'', '(', ')', '[', ']', '.', '«', '»'];

    /// <summary>Every entry, numbered from 1.</summary>
    public static IReadOnlyList<ListedAddress> Read(string? typed)
    {
        var listing = new AddressListing();
        foreach (var entry in TypedText.Plain(typed).Split('\n').SelectMany(Entries).SelectMany(AddressesIn).Where(e => e.Length > 0))
        {
            listing.Add(listing.Rows.Count + 1, entry);
        }

        return listing.Rows;
    }

    /// <summary>The addresses in an entry, or what stands in their place.</summary>
    public static IReadOnlyList<string> AddressesIn(string entry)
    {
        IReadOnlyList<string> bracketed = [.. InBrackets().Matches(entry).Select(m => m.Groups[1].Value)];
        IReadOnlyList<string> words = bracketed.Count > 0 ? bracketed : [.. entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Contains('@', StringComparison.Ordinal))];
        return words.Count > 0 ? [.. words.Select(Bare)] : [entry];
    }

    private static IEnumerable<string> Entries(string line)
    {
        List<string> names = [];
        foreach (Match match in Entry().Matches(line))
        {
            var (entry, isComma) = (match.Groups[1].Value.Trim(), match.Groups[2].Value == ",");
            if (isComma && !entry.Contains('@', StringComparison.Ordinal))
            {
                names.Add(entry); // of a name with a comma in it, perhaps: Tremblay, Jo <jo@exemple.org>
                continue;
            }

            foreach (var apart in entry.Contains('<', StringComparison.Ordinal) ? [] : names)
            {
                yield return apart;
            }

            names = [];
            yield return entry;
        }

        foreach (var apart in names)
        {
            yield return apart;
        }
    }

    private static string Bare(string word)
    {
        var bare = word.Trim(around);
        return bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? bare["mailto:".Length..] : bare;
    }

    // Up to a comma or a semicolon that stands neither in quotes nor in brackets.
    [GeneratedRegex("""((?:"[^"]*"|<[^<>]*>|[^,;])+)([,;]|$)""")]
    private static partial Regex Entry();

    [GeneratedRegex("<([^<>]*)>")]
    private static partial Regex InBrackets();
}
