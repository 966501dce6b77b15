using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>A template that is sent as a file: read whole, and kept to be looked at when it could take the place of what is installed.</summary>
public sealed class TemplateFile(IGrainFactory grains)
{
    /// <summary>The name of its field.</summary>
    internal const string Field = "File";

    /// <summary>The largest file, in megabytes.</summary>
    internal const int LargestMegabytes = 2;

    /// <summary>The largest form: more than the file may have, so that one a little too large is refused with words.</summary>
    internal const long LargestForm = 3L * 1024 * 1024;

    /// <summary>As many faults as a page shows: whoever mends these sends the file again.</summary>
    internal static IReadOnlyList<Refusal> Shown(IReadOnlyList<Refusal> faults) => [.. faults.Take(50)];

    /// <summary>Reads it; refused with every fault, each with its place in its field.</summary>
    internal static async Task<Result<Template>> Read(IFormFile? sent, CancellationToken cancellationToken)
    {
        if (sent is not { Length: > 0 })
        {
            return Refusal.Of("template.file-missing", Field);
        }

        if (sent.Length > LargestMegabytes * 1024 * 1024)
        {
            return Refusal.Of("template.file-too-large", Field, LargestMegabytes);
        }

        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, cancellationToken);
        return TemplateReader.Read(bytes.ToArray());
    }

    /// <summary>Keeps it to be looked at.</summary>
    internal async Task<Result> Take(Actor actor, Template template, InstalledTemplate installed) =>
        TemplateRefusals.RefusalFor(installed, template.Head) is { } refusal ? refusal with { Field = Field }
        : template.Head == installed.Head && installed.Run is not { State: TemplateRunState.Applied, Refused.Count: > 0 } ? Refusal.Of("template.same", Field, template.Head.Version)
        : await grains.GetGrain<IInstalledTemplateGrain>(InstalledTemplate.TheId).Do(new OfferTemplate(actor, template.Head, TemplateBytes.Of(template.Items)));
}
