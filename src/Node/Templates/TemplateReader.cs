using System.Text.Json;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Templates;

/// <summary>Reads a template that somebody sends as a file.</summary>
public static class TemplateReader
{
    /// <summary>The template, or why it is none.</summary>
    public static Result<Template> Read(byte[] zip)
    {
        try
        {
            return JsonSerializer.Deserialize<Template>(zip, GrainJson.Options) is { Head: not null, Items.IsDefault: false } template ? template : Refusal.Of("template.faults", "", 1);
        }
        catch (JsonException)
        {
            return Refusal.Of("template.faults", "", 1);
        }
    }
}
