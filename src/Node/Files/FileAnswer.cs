using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RecoveryCoP.Node.Files;

/// <summary>Gives a stored file to a browser: as what its bytes showed it to be, and as nothing that runs.</summary>
public static class FileAnswer
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>The file, whole or the ranges that are asked for; 304 for whoever has it; 404 when it is not here.</summary>
    /// <param name="context">The request, of somebody who may have it.</param>
    /// <param name="store">Where it is.</param>
    /// <param name="file">Which.</param>
    /// <param name="title">What it is called where it is saved.</param>
    public static async Task<IResult> Of(HttpContext context, FileStore store, StoredFile file, string title)
    {
        if (await store.Open(file, context.RequestAborted) is not { } content)
        {
            return Results.NotFound();
        }

        var type = FileType.Of(file.Kind);
        var disposition = new ContentDispositionHeaderValue(type.OpensHere ? "inline" : "attachment");
        disposition.SetHttpFileName(FileName(title) + type.Ending);
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        // Browsers show a PDF by a page of their own, which Safari does not open in a sandbox; what would run in one was refused when it came.
        headers.ContentSecurityPolicy = file.Kind == FileKind.Pdf ? $"{Nothing}; style-src 'unsafe-inline'" : $"{Nothing}; sandbox";
        // It may be kept, and is asked for each time: whoever signs out sees it no more.
        headers.CacheControl = "private, no-cache";
        return Results.File(content, type.MediaType, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }

    // What no system takes in a name; the header's own rules are its library's.
    private static string FileName(string title) => string.Concat(title.Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '-' : c)).Trim('.', ' ');
}
