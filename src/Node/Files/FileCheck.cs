using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Files;

/// <summary>A file that may be kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">What is kept of it: without where and by whom it was made, as far as the kind says so in a known place.</param>
public sealed record CheckedFile(FileKind Kind, byte[] Bytes)
{
    /// <summary>How a record names it.</summary>
    public StoredFile Stored { get; } = new(TextStore.NameOf(Bytes), Kind, Bytes.Length);
}

/// <summary>
/// Looks at what somebody sent as a file: only what the bytes show to be one of a few kinds is kept, whole, and without what would run. Where it was taken
/// and who wrote it goes: whoever shows a photograph does not mean to show where they live.
/// </summary>
public static class FileCheck
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = LargestMebibytes * 1024 * 1024;

    /// <summary>The largest form with a file: more than the file may have, so that one a little too large is refused with words beside its field.</summary>
    public const long LargestForm = 12 * 1024 * 1024;

    // A browser unfolds each to four bytes, also when nobody asked for the picture: a phone with more than this may fall over.
    private const long MostPixels = 40_000_000;

    private const int LargestMebibytes = 5;

    // A small file may unfold to a great deal, so a node looks at one at a time.
    private static readonly SemaphoreSlim turn = new(1, 1);

    private static readonly Refusal tooLarge = Refusal.Of("file.too-large", "", LargestMebibytes);

    internal static readonly Refusal Broken = Refusal.Of("file.broken"), Active = Refusal.Of("file.active"), Locked = Refusal.Of("file.locked"), Unknown = Refusal.Of("file.kind-unknown");

    /// <summary>What is kept of a file that was sent, or why nothing is; when it is its turn.</summary>
    public static async Task<Result<CheckedFile>> Look(IFormFile sent, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var bytes = new MemoryStream();
            await sent.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
            return Look(bytes.ToArray(), sent.FileName);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What is kept of it, or why nothing is.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">What it is called.</param>
    public static Result<CheckedFile> Look(byte[] file, string name = "") =>
        file.Length == 0 ? Refusal.Of("file.empty")
        : file.Length > Largest ? tooLarge
        : Clean(file, name) is var kept && kept.Value?.Bytes.Length > Largest ? tooLarge
        : kept;

    private static Result<CheckedFile> Clean(byte[] file, string name) =>
        file.AsSpan().StartsWith("%PDF-"u8) ? As(FileKind.Pdf, PdfFile.Look(file))
        : file.AsSpan().StartsWith(PngFile.Beginning) ? As(FileKind.Png, PngFile.Clean(file))
        : file.AsSpan().StartsWith(JpegFile.Beginning) ? As(FileKind.Jpeg, JpegFile.Clean(file))
        : file.AsSpan().StartsWith("PK\u0003\u0004"u8) ? OfficeFile.Clean(file)
        : name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? As(FileKind.Txt, PlainText.Clean(file))
        : Unknown;

    /// <summary>Why a picture of this size is not kept; null when it is.</summary>
    internal static Refusal? RefusalOfSize(long width, long height) => width <= 0 || height <= 0 ? Broken : width * height > MostPixels ? Refusal.Of("file.too-many-pixels") : null;

    /// <summary>What a packed stream unfolds to; null when that is more than it may be, of which no more is unfolded.</summary>
    internal static byte[]? Read(Stream packed, long most)
    {
        using var inside = new MemoryStream();
        var piece = new byte[32 * 1024];
        while (packed.Read(piece) is > 0 and var length)
        {
            if (inside.Length + length > most)
            {
                return null;
            }

            inside.Write(piece, 0, length);
        }

        return inside.ToArray();
    }

    private static Result<CheckedFile> As(FileKind kind, Result<byte[]> kept) => kept.Value is { } bytes ? new CheckedFile(kind, bytes) : Result<CheckedFile>.Refused(kept.Refusals);
}
