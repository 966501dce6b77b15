using System.Text.Json;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Founding;

/// <summary>
/// What is said with a verb, from a file instead: a JSON object whose names are those of the options. What stands on the command line goes before it. It may hold a code that is good
/// once, so nothing of it is ever printed but a name that is unknown.
/// </summary>
public static class AnswersFile
{
    /// <summary>The option that names it.</summary>
    public const string Option = "answers";

    /// <summary>The option with which nothing is made.</summary>
    public const string DryRun = "dry-run";

    /// <summary>The largest file, in kilobytes.</summary>
    public const int LargestKilobytes = 64;

    /// <summary>Both options.</summary>
    public static IReadOnlyList<VerbOption> Options { get; } =
    [
        new(Option, new("Un fichier JSON avec les réponses, sous les mêmes noms", "A JSON file with the answers, under the same names")),
        new(DryRun, new("Dit ce qui serait fait, et ne fait rien", "Says what would be made, and makes nothing")) { IsSwitch = true },
    ];

    /// <summary>What refusals say.</summary>
    internal static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("answers.missing", new("Le fichier des réponses n’est pas là, ou ne peut pas être lu. Vérifiez son chemin.", "The answers file is not there, or cannot be read. Check its path.")),
        new("answers.too-large", new("Le fichier des réponses dépasse {0}\u00a0ko. Gardez-y seulement les réponses.", "The answers file is larger than {0} KB. Keep only the answers in it.")),
        new("answers.unclear", new("Le fichier des réponses n’est pas un objet JSON avec une fois chaque nom. Corrigez-le à la ligne {0}.", "The answers file is not a JSON object that has each name once. Correct it at line {0}.")),
        new("answers.unknown", new("Ce nom n’est pas connu dans le fichier des réponses\u00a0: {0}. Corrigez-le ou enlevez-le. Les noms\u00a0: {1}.", "This name is not known in the answers file: {0}. Correct it or take it out. The names: {1}.")),
        new("answers.no-text", new("Dans le fichier des réponses, {0} doit être entre guillemets.", "In the answers file, {0} has to be in quotation marks.")),
    ];

    /// <summary>The values, with what the file adds; a verb does this before anything else.</summary>
    public static async Task<Result<Dictionary<string, string>>> Read(IReadOnlyDictionary<string, string> said, IReadOnlyList<VerbOption> options, CancellationToken cancellationToken)
    {
        Dictionary<string, string> values = said.Where(v => v.Key != Option).ToDictionary();
        if (!said.TryGetValue(Option, out var path))
        {
            return values;
        }

        byte[] bytes;
        try
        {
            await using var file = File.OpenRead(path);
            if (file.Length > LargestKilobytes * 1024)
            {
                return Refusal.Of("answers.too-large", "", LargestKilobytes);
            }

            bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refusal.Of("answers.missing");
        }

        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), new() { AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Object ? Merge(values, json.RootElement, options) : Refusal.Of("answers.unclear", "", 1);
        }
        catch (JsonException failure)
        {
            return Refusal.Of("answers.unclear", "", (failure.LineNumber ?? 0) + 1);
        }
    }

    private static Result<Dictionary<string, string>> Merge(Dictionary<string, string> values, JsonElement answers, IReadOnlyList<VerbOption> options)
    {
        string[] names = [.. options.Where(o => !o.IsSwitch && o.Name != Option).Select(o => o.Name)];
        List<Refusal> refusals = [];
        foreach (var answer in answers.EnumerateObject())
        {
            if (!names.Contains(answer.Name))
            {
                refusals.Add(Refusal.Of("answers.unknown", "", answer.Name, string.Join(", ", names)));
            }
            else if (answer.Value.ValueKind != JsonValueKind.String)
            {
                refusals.Add(Refusal.Of("answers.no-text", "", answer.Name));
            }
            else
            {
                values.TryAdd(answer.Name, answer.Value.GetString()!);
            }
        }

        return refusals.Count > 0 ? Result<Dictionary<string, string>>.Refused(refusals) : values;
    }
}
