using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Hub.Directory;

/// <summary>A chapter as the public may see it: what it says of itself, and what it shared.</summary>
public sealed record DirectoryChapter
{
    /// <summary>Its id.</summary>
    public required string NodeId { get; init; }

    /// <summary>Admitted or suspended: no other is in the directory.</summary>
    public required EnrolmentState Standing { get; init; }

    /// <summary>The French side of its name; may be empty.</summary>
    public required string NameFr { get; init; }

    /// <summary>The English side of its name; may be empty.</summary>
    public required string NameEn { get; init; }

    /// <summary>The French side of the name that was shown before; may be empty.</summary>
    public required string BeforeFr { get; init; }

    /// <summary>The English side of the name that was shown before; may be empty.</summary>
    public required string BeforeEn { get; init; }

    /// <summary>Whose codes <see cref="RegionCode"/> is of; empty when it did not say.</summary>
    public required string RegionScheme { get; init; }

    /// <summary>Its region; empty when it did not say.</summary>
    public required string RegionCode { get; init; }

    /// <summary>The languages it works in, codes with a space between.</summary>
    public required string Languages { get; init; }

    /// <summary>How to reach it; may be empty.</summary>
    public required string PublicContact { get; init; }

    /// <summary>Its web site; may be empty.</summary>
    public required string WebAddress { get; init; }

    /// <summary>The French side of what it says of itself; may be empty.</summary>
    public required string DescriptionFr { get; init; }

    /// <summary>The English side of what it says of itself; may be empty.</summary>
    public required string DescriptionEn { get; init; }

    /// <summary>Practices of it that can be read in the library.</summary>
    public long Practices { get; init; }

    /// <summary>When it last exchanged; null before the first time.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Its name.</summary>
    public Bilingual Name => new(NameFr, NameEn);

    /// <summary>What it says of itself; may be empty.</summary>
    public Bilingual Description => new(DescriptionFr, DescriptionEn);

    /// <summary>What it was called before; empty when it was always called so.</summary>
    public Bilingual Before => new(BeforeFr, BeforeEn);

    /// <summary>Its region's name; null when it is none of the seventeen.</summary>
    public Text? Region => Regions.NameOf(RegionScheme, RegionCode);

    /// <summary>Its web site, when that is an address a browser can open.</summary>
    public Uri? Site => Uri.TryCreate(WebAddress, UriKind.Absolute, out var site) && (site.Scheme == Uri.UriSchemeHttps || site.Scheme == Uri.UriSchemeHttp) ? site : null;
}

/// <summary>Says what is kept of a chapter as codes.</summary>
internal static class ChapterFacts
{
    /// <summary>"français, anglais", as the languages are called in a reader's.</summary>
    public static string Languages(DirectoryChapter chapter, Language language) => string.Join(
        ", ",
        chapter.Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => NameOf(code, language)));

    // French writes languages without a capital in running text, English with one.
    private static string NameOf(string code, Language language)
    {
        var name = NetworkCodes.Languages.LabelOf(code).In(language);
        return language == Language.French ? name.ToLower(language.Culture) : name;
    }
}
