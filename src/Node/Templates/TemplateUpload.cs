using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Templates;

/// <summary>A template that somebody sends as a file.</summary>
public static class TemplateUpload
{
    /// <summary>The largest file, in megabytes.</summary>
    public const int LargestMegabytes = 2;

    /// <summary>The largest form: more than the file may have, so that one a little too large is refused with words.</summary>
    public const long LargestForm = 3L * 1024 * 1024;

    /// <summary>Reads it; refused with every fault, each with its place in its field.</summary>
    /// <param name="sent">What came; null for nothing.</param>
    /// <param name="field">The form's field, which refusals of the file as a whole name.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Result<Template>> Read(IFormFile? sent, string field, CancellationToken cancellationToken)
    {
        if (sent is not { Length: > 0 })
        {
            return Refusal.Of("template.file-missing", field);
        }

        if (sent.Length > LargestMegabytes * 1024 * 1024)
        {
            return Refusal.Of("template.file-too-large", field, LargestMegabytes);
        }

        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return TemplateReader.Read(bytes.ToArray());
    }
}
