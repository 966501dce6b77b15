using System.Text;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Templates;

/// <summary>Templates from the command line, without a node.</summary>
public static class TemplateVerbs
{
    private const string Where = "template";

    private static readonly RefusalTexts texts = new(TemplateFaultTexts.Texts);

    /// <summary>Says what is in a template, or everything that is wrong with it.</summary>
    public static Verb Check { get; } = new(
        "template-check",
        new("Dit ce qu’il y a dans un modèle, ou tout ce qui n’y va pas, avec le fichier et la ligne", "Says what is in a template, or all that is wrong with it, with file and line"),
        [new VerbOption(Where, new("Le dossier du modèle, ou son fichier zip", "The template’s folder, or its zip file"), Required: true) { IsArgument = true }],
        // Nothing is left over for a node to do.
        (_, values, cancellationToken) => Look(values[Where], cancellationToken))
    {
        Alone = async (alone, cancellationToken) => await Look(alone.Values[Where], cancellationToken),
    };

    private static async Task<VerbResult> Look(string path, CancellationToken cancellationToken)
    {
        var reading = await Read(path, cancellationToken);
        return reading.Template is { } template
            ? VerbResult.Done(Contents(template))
            : Refused(reading.Faults) with { IsAnswer = true };
    }

    /// <summary>Everything that is wrong with it, as a console says it.</summary>
    public static VerbResult Refused(IReadOnlyList<TemplateFault> faults) => VerbResult.Refused(string.Join('\n', faults.Select(f => f.Said(texts)).Select(said => $"{said.Fr}\n{said.En}")));

    /// <summary>Reads a folder or a zip.</summary>
    public static async Task<TemplateReading> Read(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return TemplateReader.OfFolder(path);
        }

        try
        {
            // One byte more than a zip may have says that it has too many.
            await using var file = File.OpenRead(path);
            var bytes = new byte[Math.Min(file.Length, TemplateFiles.MostZipped + 1)];
            await file.ReadExactlyAsync(bytes, cancellationToken);
            return TemplateReader.OfZip(bytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(null, [new("", 0, Refusal.Of("template.unreadable"))]);
        }
    }

    private static string Contents(Template template)
    {
        var head = template.Head;
        var said = new StringBuilder($"{head.Id} {head.Version}: {head.Name.Fr} · {head.Name.En}");
        foreach (var (kind, items) in TemplateKinds.All.Select(kind => (kind, Items: template.Of(kind).ToList())).Where(k => k.Items.Count > 0))
        {
            said.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n{kind.Title.Fr} · {kind.Title.En}: {items.Count} ({string.Join(", ", items.Select(i => i.Id))})");
        }

        return said.Append("\nRien à redire. · Nothing is wrong with it.").ToString();
    }
}
