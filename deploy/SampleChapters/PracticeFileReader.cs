using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>Takes a practice's file apart; what it holds is judged by <see cref="PracticeChecks"/>.</summary>
internal static class PracticeFileReader
{
    private static readonly string[] ofPractices =
        ["author", "written", "chapter", "network", "adapted-from", .. PracticeFile.Choices.Keys];

    private static readonly string[] ofRevisions = ["revises", "author", "written", "note"];

    private static readonly string[] weeks = ["written", "chapter", "network"];

    /// <summary>The file, or null when it has no form that could be read; faults are added to the list.</summary>
    public static PracticeFile? Read(string key, string text, List<Refusal> faults)
    {
        var path = $"{PracticeFile.Folder}/{key}.md";
        var parts = text.ReplaceLineEndings("\n").Split("---\n", 3);
        if (parts.Length < 3 || parts[0].Length > 0)
        {
            faults.Add(SampleRefusals.At(path, "", "sample.front-missing"));
            return null;
        }

        var facts = new Dictionary<string, string>();
        foreach (var line in parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.IndexOf(": ", StringComparison.Ordinal);
            if (at < 0 || !facts.TryAdd(line[..at], line[(at + 2)..].Trim()))
            {
                faults.Add(SampleRefusals.At(path, line, "sample.unreadable", line));
            }
        }

        var known = facts.ContainsKey("revises") ? ofRevisions : ofPractices;
        faults.AddRange(facts.Keys.Except(known).Select(name => SampleRefusals.At(path, name, "sample.unknown", name)));
        faults.AddRange(weeks.Where(name => facts.TryGetValue(name, out var value) && !(int.TryParse(value, out var number) && number >= 0))
            .Select(name => SampleRefusals.At(path, name, "sample.unknown", facts[name])));
        return Body(key, path, facts, parts[2], faults);
    }

    private static PracticeFile Body(string key, string path, Dictionary<string, string> facts, string body, List<Refusal> faults)
    {
        var sections = body.Split("\n## ");
        var texts = new Dictionary<string, string>();
        foreach (var section in sections.Skip(1).Concat(body.StartsWith("## ", StringComparison.Ordinal) ? [sections[0][3..]] : []))
        {
            var lines = section.Split('\n', 2);
            if (!PracticeFile.Sections.Contains(lines[0]) || !texts.TryAdd(lines[0], lines.Length > 1 ? lines[1].Trim() : ""))
            {
                faults.Add(SampleRefusals.At(path, lines[0], "sample.unknown", lines[0]));
            }
        }

        var head = body.StartsWith("# ", StringComparison.Ordinal) ? sections[0][2..].Split('\n', 2) : ["", ""];
        return new PracticeFile { Key = key, Facts = facts, Title = head[0].Trim(), Summary = head.Length > 1 ? head[1].Trim() : "", Texts = texts };
    }
}
