using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Templates;

/// <summary>
/// The files of a template, by their paths, in memory: of a folder, or of a zip, which is never unpacked to disk. Names are looked at before anything is read, and
/// reading ends at the limits, whatever a header promises.
/// </summary>
public static partial class TemplateFiles
{
    /// <summary>The file that says what the template is.</summary>
    public const string Head = "template.json";

    /// <summary>How many bytes a zip has at most: some twenty times what the built-in template has.</summary>
    public const int MostZipped = 2_000_000;

    /// <summary>How many bytes all files have together at most.</summary>
    public const int MostUnpacked = 5_000_000;

    /// <summary>How many bytes a file has at most.</summary>
    public const int MostOfOne = 200_000;

    /// <summary>How many files there are at most.</summary>
    public const int MostFiles = 500;

    private const int UnixKind = 0xF000, UnixFile = 0x8000, UnixFolder = 0x4000;

    /// <summary>The files of a folder. Faults are added; what is returned then is not to be read.</summary>
    public static ImmutableSortedDictionary<string, byte[]> OfFolder(string folder, ICollection<TemplateFault> faults)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
        {
            faults.Add(new("", 0, Refusal.Of("template.folder-missing", "", folder)));
            return Nothing;
        }

        try
        {
            return Take([.. Walk(root, "", faults).Take(MostFiles + 1)], faults);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults.Add(new("", 0, Refusal.Of("template.unreadable")));
            return Nothing;
        }
    }

    /// <summary>The files of a zip. Faults are added; what is returned then is not to be read.</summary>
    public static ImmutableSortedDictionary<string, byte[]> OfZip(byte[] zip, ICollection<TemplateFault> faults)
    {
        if (zip.Length > MostZipped)
        {
            faults.Add(new("", 0, Refusal.Of("template.zip-large", "", MostZipped / 1_000_000)));
            return Nothing;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
            foreach (var link in archive.Entries.Where(e => !IsPlain(e)).Take(MostFiles))
            {
                faults.Add(new(Shown(link.FullName), 0, Refusal.Of("template.link")));
            }

            var files = archive.Entries.Where(e => !e.FullName.EndsWith('/') || Misleads(e.FullName)).Take(MostFiles + 1).Select(e => new Found(e.FullName, e.Open)).ToList();
            return Take(WithoutTop(files), faults);
        }
        // What the archive's reader says of one that is damaged, or made to do damage.
        catch (Exception failure) when (failure is InvalidDataException or IOException or ArgumentException or OverflowException or NotSupportedException)
        {
            faults.Add(new("", 0, Refusal.Of("template.zip")));
            return Nothing;
        }
    }

    /// <summary>Files that are in memory already, held to the same limits.</summary>
    public static ImmutableSortedDictionary<string, byte[]> OfMemory(IReadOnlyDictionary<string, byte[]> files, ICollection<TemplateFault> faults) =>
        Take([.. files.Take(MostFiles + 1).Select(f => new Found(f.Key, () => new MemoryStream(f.Value, writable: false)))], faults);

    private static ImmutableSortedDictionary<string, byte[]> Nothing { get; } = ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, byte[]> Take(IReadOnlyList<Found> files, ICollection<TemplateFault> faults)
    {
        if (files.Count > MostFiles)
        {
            faults.Add(new("", 0, Refusal.Of("template.many-files", "", MostFiles)));
            return Nothing;
        }

        // Hidden files, and what some machines put in every zip, are left aside unread.
        files = [.. files.Where(f => Misleads(f.Path) || !f.Path.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX"))];
        foreach (var path in files.Select(f => f.Path))
        {
            if (FaultIn(path) is { } code)
            {
                faults.Add(new(Shown(path), 0, Refusal.Of(code)));
            }
        }

        foreach (var same in files.GroupBy(f => f.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            faults.Add(new(Shown(same.Last().Path), 0, Refusal.Of("template.same-name", "", Shown(same.First().Path))));
        }

        return faults.Count > 0 ? Nothing : Read(files, faults);
    }

    private static ImmutableSortedDictionary<string, byte[]> Read(IReadOnlyList<Found> files, ICollection<TemplateFault> faults)
    {
        var read = Nothing.ToBuilder();
        var room = MostUnpacked;
        var buffer = new byte[MostOfOne + 1];
        foreach (var (path, open) in files)
        {
            using var stream = open();
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            room -= length;
            if (length > MostOfOne)
            {
                faults.Add(new(path, 0, Refusal.Of("template.file-large", "", MostOfOne / 1000)));
            }

            if (room < 0)
            {
                faults.Add(new("", 0, Refusal.Of("template.large", "", MostUnpacked / 1_000_000)));
                return Nothing;
            }

            read[path] = buffer[..length];
        }

        return read.ToImmutable();
    }

    // Two folders deep at most: what lies deeper has no place in a template, and is told without being looked into.
    private static IEnumerable<Found> Walk(DirectoryInfo folder, string prefix, ICollection<TemplateFault> faults)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (entry.Name.StartsWith('.'))
            {
                continue;
            }

            if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                faults.Add(new(Shown(path), 0, Refusal.Of("template.link")));
            }
            else if (entry is FileInfo file)
            {
                yield return new(path, file.OpenRead);
            }
            else if (prefix.Length > 0)
            {
                faults.Add(new(Shown(path), 0, Refusal.Of("template.nested")));
            }
            else
            {
                foreach (var below in Walk((DirectoryInfo)entry, path + "/", faults))
                {
                    yield return below;
                }
            }
        }
    }

    // Whoever zips a folder has that folder in the zip.
    private static IReadOnlyList<Found> WithoutTop(IReadOnlyList<Found> files)
    {
        var top = files.Select(f => f.Path).FirstOrDefault(path => path.EndsWith('/' + Head, StringComparison.Ordinal))?[..^Head.Length];
        return top is null || Misleads(top + Head) || top.IndexOf('/', StringComparison.Ordinal) < top.Length - 1 || files.Any(f => f.Path == Head)
            ? files
            : [.. files.Select(f => f.Path.StartsWith(top, StringComparison.Ordinal) ? f with { Path = f.Path[top.Length..] } : f)];
    }

    private static string? FaultIn(string path) =>
        Misleads(path) ? "template.path"
        : TemplateKinds.All.Any(kind => kind.Holds(path)) || path == Head ? null
        : path.Split('/').Length > 2 ? "template.nested"
        : "template.unknown-file";

    private static bool IsPlain(ZipArchiveEntry entry) => !entry.IsEncrypted && ((entry.ExternalAttributes >> 16) & UnixKind) is 0 or UnixFile or UnixFolder;

    private static bool Misleads(string path) => Elsewhere().IsMatch(path);

    // What a stranger called a file goes to a console.
    private static string Shown(string path) => NotShown().Replace(path.Length > 100 ? path[..100] + "…" : path, "?");

    // Absolute, with a drive, out of the folder, or with signs by which one system's name is another's path.
    [GeneratedRegex(@"^/|\\|:|//|(^|/)\.\.?(/|$)|\p{Cc}|\p{Cf}|^$")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}]")]
    private static partial Regex NotShown();

    private sealed record Found(string Path, Func<Stream> Open);
}
