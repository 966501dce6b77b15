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

    /// <summary>Takes it.</summary>
    internal async Task<Result> Take(Actor actor, IFormFile? sent, InstalledTemplate installed, CancellationToken cancellationToken)
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
        return await Take(actor, bytes.ToArray(), installed);
    }

    /// <summary>The same, of a file that was read.</summary>
    internal async Task<Result> Take(Actor actor, byte[] file, InstalledTemplate installed)
    {
        var read = TemplateReader.Read(file);
        return read.Value is not { } template ? Result.Refused(read.Refusals.Select(r => r with { Field = Field }))
            : TemplateRefusals.RefusalFor(installed, template.Head) is { } refusal ? refusal with { Field = Field }
            : await grains.GetGrain<IInstalledTemplateGrain>(InstalledTemplate.TheId).Do(new OfferTemplate(actor, template.Head, TemplateBytes.Of(template.Items)));
    }
}
