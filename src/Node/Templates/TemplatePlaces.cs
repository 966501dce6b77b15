namespace RecoveryCoP.Node.Templates;

/// <summary>Where in the files each thing of a template stands, so that what is wrong with it is told there, and once.</summary>
internal sealed class TemplatePlaces(ICollection<TemplateFault> faults)
{
    private readonly Dictionary<TemplatePoint, (string File, int Line, bool HasLines)> places = [];

    private readonly HashSet<TemplatePoint> told = [];

    /// <summary>Notes where something stands.</summary>
    /// <param name="at">What.</param>
    /// <param name="file">The file.</param>
    /// <param name="line">The line that it begins on.</param>
    /// <param name="hasLines">True when its lines are the file's; in JSON a text of many lines is one.</param>
    public void Note(TemplatePoint at, string file, int line, bool hasLines = false) => places.TryAdd(at, (file, line, hasLines));

    /// <summary>Tells a fault; what else is wrong with the same thing follows from it, and is not told.</summary>
    public void Tell(TemplatePoint at, string file, int line, string code, params object[] args)
    {
        told.Add(at);
        faults.Add(new(file, line, Refusal.Of(code, "", args)));
    }

    /// <summary>Leaves aside what follows from a fault that was told already.</summary>
    public void Leave(TemplatePoint at) => told.Add(at);

    /// <summary>Tells a fault that belongs to nothing in particular.</summary>
    public void Tell(string file, int line, string code, params object[] args) => faults.Add(new(file, line, Refusal.Of(code, "", args)));

    /// <summary>Tells what the checks found, where it stands.</summary>
    public void Tell(TemplateProblem problem)
    {
        var around = Around(problem.At).ToList();
        if (around.Any(told.Contains))
        {
            return;
        }

        var (file, line, hasLines) = around.Where(places.ContainsKey).Select(at => places[at]).FirstOrDefault((TemplateFiles.Head, 0, false));
        faults.Add(new(file, hasLines ? line + problem.Line : line, problem.Refusal));
    }

    // From itself to what it is a part of.
    private static IEnumerable<TemplatePoint> Around(TemplatePoint at)
    {
        foreach (var part in new[] { at, at with { Field = null }, at with { Field = null, Row = null } })
        {
            yield return part;
            yield return part with { Side = null };
        }
    }
}
