using System.Text.RegularExpressions;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The line that says who presents an item.</summary>
internal static class PresenterLine
{
    /// <summary>True when a name stands in it as a whole: “Anne” neither in “Jeanne” nor in “Anne-Marie”.</summary>
    /// <param name="line">What was typed.</param>
    /// <param name="name">The name that somebody goes by.</param>
    public static bool Names(string line, string name) => Regex.IsMatch(line, $@"(?<![\p{{L}}\p{{M}}\p{{N}}-]){Regex.Escape(name)}(?![\p{{L}}\p{{M}}\p{{N}}-])", RegexOptions.CultureInvariant);
}
