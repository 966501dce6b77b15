using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RecoveryCoP.Node.Web;

/// <summary>
/// The stylesheet, joined from one file a subject, and the icon, carried inside the program: they are served the same way from the build folder, from a published
/// folder and in tests. The address holds a hash of the content, so a browser may keep it for ever.
/// </summary>
internal sealed class SiteFiles(IEnumerable<SiteFile> more)
{
    private const string Kept = "public, max-age=31536000, immutable";

    /// <summary>The stylesheet.</summary>
    public SiteFile Style { get; } =
        SiteFile.Read("text/css; charset=utf-8", "Web/Assets/site.css", "Web/Assets/forms.css", "Web/Assets/charts.css", "Web/Assets/print.css");

    /// <summary>The icon of the tab.</summary>
    public SiteFile Icon { get; } = SiteFile.Read("image/svg+xml", "Web/Assets/icon.svg");

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var file in more.Append(Style).Append(Icon))
        {
            routes.MapGet(file.Path, (HttpContext context) => Send(file, context)).AllowAnonymous();
        }
    }

    private static async Task Send(SiteFile file, HttpContext context)
    {
        var response = context.Response;
        response.ContentType = file.ContentType;
        response.Headers.CacheControl = Kept;
        response.Headers.Vary = "Accept-Encoding";
        var brotli = context.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is null or > 0);
        if (brotli)
        {
            response.Headers.ContentEncoding = "br";
        }

        var bytes = brotli ? file.Compressed.Value : file.Bytes;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}

/// <summary>A file that pages refer to; a feature registers those of its own as services. It is compressed as far as it goes, which takes a while: not before somebody asks.</summary>
internal sealed record SiteFile(string Path, string ContentType, byte[] Bytes, Lazy<byte[]> Compressed)
{
    /// <summary>A file made of what is carried inside the program.</summary>
    /// <param name="contentType">What it is.</param>
    /// <param name="parts">Names of embedded resources, in order; the first says how its address ends.</param>
    public static SiteFile Read(string contentType, params ReadOnlySpan<string> parts)
    {
        using var memory = new MemoryStream();
        foreach (var part in parts)
        {
            using var stream = typeof(SiteFile).Assembly.GetManifestResourceStream(part)
                ?? throw new InvalidOperationException($"The program was built without {part}.");
            stream.CopyTo(memory);
        }

        var bytes = memory.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        return new SiteFile($"/files/{hash}/{System.IO.Path.GetFileName(parts[0])}", contentType, bytes, new(() => Compress(bytes)));
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.SmallestSize))
        {
            brotli.Write(bytes);
        }

        return memory.ToArray();
    }
}
