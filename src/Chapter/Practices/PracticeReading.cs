using System.Text;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>A practice's text as one, for comparing two of them.</summary>
internal static class PracticeReading
{
    /// <summary>Title, summary and every written part under its label.</summary>
    public static string Whole(PracticeText words, Language language)
    {
        var whole = new StringBuilder().Append(words.Title).Append('\n').Append(words.Summary).Append('\n');
        foreach (var section in PracticeSection.All.Where(s => s.InText(words).Length > 0))
        {
            whole.Append('\n').Append(section.Label.In(language)).Append('\n').Append(section.InText(words)).Append('\n');
        }

        return whole.ToString();
    }
}
