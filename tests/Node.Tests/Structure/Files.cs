using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Tests.Structure;

public sealed partial class The_files
{
    // Names that say nothing about what is inside.
    private static readonly string[] _vague = ["Common", "Core", "Helpers", "Managers", "Misc", "Shared", "Utilities", "Utils"];

    private static readonly string[] _text =
        [".cs", ".razor", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".sql", ".proto", ".css", ".js", ".yml", ".yaml", ".sh", ".txt", ".service", ""];

    [Fact]
    public void lie_in_folders_named_for_what_they_hold()
    {
        var folders = Sources.Files.SelectMany(file => file.Split('/')[..^1]).Distinct();

        Assert.Empty(folders.Intersect(_vague, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void hold_no_path_of_one_machine()
    {
        var found =
            from file in Sources.Files
            where _text.Contains(Path.GetExtension(file))
            from Match match in MachinePath().Matches(Sources.Read(file))
            select $"{file}: {match.Value}";

        Assert.Empty(found);
    }

    // Somebody's home or working folder; /var, /etc and /usr are where a server keeps things and are fine.
    [GeneratedRegex("""(?<![\w.~/])(/home/\w+|/roo[t]/|/wor[k]/|/Users/\w+|/tmp/\w+|[A-Z]:\\Users\\)""")]
    private static partial Regex MachinePath();
}
