using System.Text.RegularExpressions;

namespace RecoveryCoP.Testing;

/// <summary>The codes that sources speak in: <c>"feature.fault"</c>.</summary>
public static partial class RefusalCodes
{
    /// <summary>Every such literal below the folders whose feature is one of these; names of files are none.</summary>
    public static IReadOnlySet<string> In(IEnumerable<string> folders, IReadOnlySet<string> features) =>
        (from folder in folders
         from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
         where Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
         from Match match in Literal().Matches(File.ReadAllText(file))
         where features.Contains(match.Groups["feature"].Value)
         select match.Groups["code"].Value).ToHashSet();

    [GeneratedRegex("(?<!Alias\\()\"(?<code>(?<feature>[a-z]+(-[a-z]+)*)\\.(?!json\")[a-z]+(-[a-z]+)*)\"")]
    private static partial Regex Literal();
}
