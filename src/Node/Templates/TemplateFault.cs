namespace RecoveryCoP.Node.Templates;

/// <summary>Something that is wrong with a template's files.</summary>
/// <param name="File">The file, as the folder names it; empty for the folder or zip as a whole.</param>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Refusal">What is wrong.</param>
public sealed record TemplateFault(string File, int Line, Refusal Refusal)
{
    /// <summary>Where it is, in one word for programs and for people of either language: <c>topics.json:14</c>.</summary>
    public string Place => Line > 0 ? $"{File}:{Line}" : File;

    /// <summary>What is wrong and where, as a console says it.</summary>
    public Text Said(RefusalTexts texts)
    {
        var what = texts[Refusal];
        return Line > 0 ? new($"{File}, ligne {Line}\u00a0: {what.Fr}", $"{File}, line {Line}: {what.En}")
            : File.Length > 0 ? new($"{File}\u00a0: {what.Fr}", $"{File}: {what.En}")
            : what;
    }
}
