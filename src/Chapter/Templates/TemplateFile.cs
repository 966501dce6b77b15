using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>A template that is sent as a file: read whole, and kept to be looked at when it could take the place of what is installed.</summary>
public sealed class TemplateFile(IGrainFactory grains)
{
    /// <summary>The name of its field.</summary>
    internal const string Field = "File";

    /// <summary>As many faults as a page shows: whoever mends these sends the file again.</summary>
    internal static IReadOnlyList<Refusal> Shown(IReadOnlyList<Refusal> faults) => [.. faults.Take(50)];

    /// <summary>Reads it; refused with every fault, each with its place in its field.</summary>
    internal static Task<Result<Template>> Read(IFormFile? sent, CancellationToken cancellationToken) => TemplateUpload.Read(sent, Field, cancellationToken);

    /// <summary>Keeps it to be looked at.</summary>
    internal async Task<Result> Take(Actor actor, Template template, InstalledTemplate installed) =>
        TemplateRefusals.RefusalFor(installed, template.Head) is { } refusal ? refusal with { Field = Field }
        : template.Head == installed.Head?.Written && installed.Run is not { State: TemplateRunState.Applied, Refused.Count: > 0 } ? Refusal.Of("template.same", Field, template.Head.Version)
        : await grains.GetGrain<IInstalledTemplateGrain>(InstalledTemplate.TheId).Do(new OfferTemplate(actor, template.Head, TemplateBytes.Of(template.Items)));
}
