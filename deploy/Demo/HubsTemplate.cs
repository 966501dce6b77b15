using System.Text.Json;

namespace RecoveryCoP.Demo;

/// <summary>
/// The hub's template: the program's own with a few passages rewritten, in two versions, and as Estrie has it after it made the first its own. Which passages is in
/// <c>Template/passages.json</c>.
/// </summary>
internal static class HubsTemplate
{
    /// <summary>What it is known by.</summary>
    public const string Id = "carrefour-provincial";

    /// <summary>The version that Estrie is founded from.</summary>
    public const string First = "1.0.0";

    /// <summary>The one that the hub releases then.</summary>
    public const string Second = "1.1.0";

    private static readonly string whole = Path.Combine(AppContext.BaseDirectory, "Template");

    /// <summary>Writes the first version.</summary>
    /// <returns>Its folder.</returns>
    public static string WriteFirst(DemoFolder folder) => Write(folder, First, p => [.. p.First]);

    /// <summary>Writes the second.</summary>
    public static string WriteSecond(DemoFolder folder) => Write(folder, Second, p => [.. p.First, .. p.Second]);

    /// <summary>Writes the first as Estrie has it.</summary>
    public static string WriteEstries(DemoFolder folder) => Write(folder, "estrie", p => [.. p.First, .. p.Estrie]);

    private static string Write(DemoFolder folder, string name, Func<Passages, IReadOnlyList<Passage>> rewritten)
    {
        var into = folder.Template(name);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(whole, "quebec-recovery"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(into, Path.GetRelativePath(Path.Combine(whole, "quebec-recovery"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        foreach (var passage in rewritten(JsonSerializer.Deserialize<Passages>(File.ReadAllText(Path.Combine(whole, "passages.json")), JsonSerializerOptions.Web)!))
        {
            Rewrite(Path.Combine(into, passage.File), passage);
        }

        return into;
    }

    private static void Rewrite(string file, Passage passage)
    {
        if (passage.Was is null)
        {
            File.WriteAllText(file, passage.Is);
            return;
        }

        var text = File.ReadAllText(file);
        File.WriteAllText(file, text.Split(passage.Was) is [var before, var after] ? before + passage.Is + after : throw new InvalidOperationException($"{passage.File} does not say once: {passage.Was}"));
    }

    private sealed record Passages(IReadOnlyList<Passage> First, IReadOnlyList<Passage> Second, IReadOnlyList<Passage> Estrie);

    /// <summary>A passage of a file; a new file where it was nothing.</summary>
    private sealed record Passage(string File, string? Was, string Is);
}
