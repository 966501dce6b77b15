using RecoveryCoP.Node.Language;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Hub.Directory;

/// <summary>Says what is kept of a chapter as codes.</summary>
internal static class ChapterFacts
{
    /// <summary>"français, anglais", as the languages are called in a reader's.</summary>
    public static string Languages(DirectoryChapter chapter, Tongue tongue) => string.Join(
        ", ",
        chapter.Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => NameOf(code, tongue)));

    // French writes languages without a capital in running text, English with one.
    private static string NameOf(string code, Tongue tongue)
    {
        var name = NetworkCodes.Languages.NameIn(code).In(tongue);
        return tongue == Tongue.French ? name.ToLower(tongue.Culture) : name;
    }
}
