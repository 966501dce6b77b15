using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>Six words that an operator heard on the telephone, and the chapter they belong to.</summary>
public static class ComparedWords
{
    /// <summary>
    /// The one chapter that has these words, as they were typed. To type what was heard is to compare it: words that nobody has are refused,
    /// and so are words that several have, which somebody would have had to forge.
    /// </summary>
    public static Result<ChapterOverview> Find(string? typed, IEnumerable<ChapterOverview> chapters)
    {
        var same = chapters.Where(c => SixWords.Match(new NodeId(c.NodeId), typed)).Take(2).ToList();
        return same switch
        {
            [var one] => one,
            [] => Refusal.Of("enrolment.words-unknown", "words"),
            _ => Refusal.Of("enrolment.words-ambiguous", "words"),
        };
    }
}
