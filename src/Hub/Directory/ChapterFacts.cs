using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Hub.Directory;

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
