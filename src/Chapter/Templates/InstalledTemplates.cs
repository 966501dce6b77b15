using System.Text.Json;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>The template that is installed, with its texts.</summary>
public sealed class InstalledTemplates(Database database, TextStore texts)
{
    /// <summary>What is installed, and how far the last run is.</summary>
    public async Task<InstalledTemplate> Find(CancellationToken cancellationToken)
    {
        var json = await database.Find<string>(
            "select cast(state as text) from grain_state where kind = @kind and id = @id", new { kind = InstalledTemplate.Kind, id = InstalledTemplate.TheId }, cancellationToken);
        return json is null ? new() : JsonSerializer.Deserialize<InstalledTemplate>(json, GrainJson.Options)!;
    }

    /// <summary>What a text says that a template brought; nothing for an empty name.</summary>
    public async Task<IReadOnlyList<TemplateItem>> ItemsOf(string text, CancellationToken cancellationToken) => text.Length == 0 ? [] : await Read<TemplateItem[]>(text, cancellationToken);

    /// <summary>What a run does.</summary>
    public Task<TemplateRunWork> WorkOf(TemplateRun run, CancellationToken cancellationToken) => Read<TemplateRunWork>(run.Work, cancellationToken);

    private async Task<T> Read<T>(string text, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<T>(await texts.Get(text, cancellationToken) ?? throw new InvalidOperationException($"The text {text} is not here."), GrainJson.Options)!;
}

/// <summary>How items are kept as a text.</summary>
internal static class TemplateBytes
{
    public static byte[] Of<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, GrainJson.Options);
}
