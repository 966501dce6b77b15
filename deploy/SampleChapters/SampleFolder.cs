using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>
/// A chapter's life as files that people can write and review: <c>chapter.json</c>, <c>meetings.json</c>, <c>topics.json</c>, <c>committees.json</c>, <c>adoptions.json</c>, <c>practices/*.md</c> and <c>files</c>.
/// Times are relative (weeks ago, months before the next meeting), so a sample never grows old.
/// </summary>
internal sealed record SampleFolder(ChapterFile Chapter, MeetingsFile Meetings, TopicsFile Topics, CommitteesFile Committees, AdoptionsFile Adoptions, IReadOnlyList<PracticeFile> Practices, IReadOnlyDictionary<string, CheckedFile> Files)
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The practices themselves, without their further revisions.</summary>
    public IEnumerable<PracticeFile> Originals => Practices.Where(p => p.Revises.Length == 0);

    /// <summary>The member with a key.</summary>
    public MemberFile Member(string key) => Chapter.Members.First(m => m.Key == key);

    /// <summary>Reads a folder and looks at everything in it; refused when anything is at fault.</summary>
    public static async Task<Result<SampleFolder>> Read(string path, CancellationToken cancellationToken)
    {
        var faults = new List<Refusal>();
        var chapter = await ReadJson<ChapterFile>(path, ChapterFile.Name, faults, cancellationToken);
        var meetings = await ReadJson<MeetingsFile>(path, MeetingsFile.Name, faults, cancellationToken);
        var topics = await ReadJson<TopicsFile>(path, TopicsFile.Name, faults, cancellationToken);
        var committees = await ReadJson<CommitteesFile>(path, CommitteesFile.Name, faults, cancellationToken);
        var adoptions = await ReadJson<AdoptionsFile>(path, AdoptionsFile.Name, faults, cancellationToken);
        var practices = await ReadPractices(path, faults, cancellationToken);
        var files = await ReadFiles(path, meetings, faults, cancellationToken);
        if (chapter is null || meetings is null || topics is null || committees is null || adoptions is null || faults.Count > 0)
        {
            return Result<SampleFolder>.Refused(faults);
        }

        var sample = new SampleFolder(chapter, meetings, topics, committees, adoptions, practices, files);
        return SampleChecks.Faults(sample) is { Count: > 0 } wrong ? Result<SampleFolder>.Refused(wrong) : sample;
    }

    private static async Task<T?> ReadJson<T>(string folder, string name, List<Refusal> faults, CancellationToken cancellationToken) where T : class
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            faults.Add(SampleRefusals.At(name, "", "sample.file-missing"));
            return null;
        }

        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<T>(file, json, cancellationToken) ?? throw new JsonException("null");
        }
        catch (JsonException wrong)
        {
            faults.Add(SampleRefusals.At(name, wrong.Path ?? "", "sample.unreadable", wrong.Message));
            return null;
        }
    }

    private static async Task<IReadOnlyList<PracticeFile>> ReadPractices(string folder, List<Refusal> faults, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, PracticeFile.Folder);
        var practices = new List<PracticeFile>();
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.md") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            if (PracticeFileReader.Read(Path.GetFileNameWithoutExtension(file), await File.ReadAllTextAsync(file, cancellationToken), faults) is { } practice)
            {
                practices.Add(practice);
            }
        }

        return practices;
    }

    // Looked at as the page looks at them, and by their names alone: they lie in one folder.
    private static async Task<Dictionary<string, CheckedFile>> ReadFiles(string folder, MeetingsFile? meetings, List<Refusal> faults, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, CheckedFile>();
        foreach (var (index, meeting) in (meetings?.Meetings ?? []).Index())
        {
            foreach (var (at, file) in meeting.Files.Index())
            {
                var (path, field) = (Path.Combine(folder, "files", Path.GetFileName(file.Name)), $"meetings[{index}].files[{at}].name");
                var looked = File.Exists(path) ? FileCheck.Look(await File.ReadAllBytesAsync(path, cancellationToken)) : Refusal.Of("sample.file-missing");
                faults.AddRange(looked.Refusals.Select(refusal => SampleRefusals.At(MeetingsFile.Name, field, refusal)));
                if (looked.Value is { } good)
                {
                    files[file.Name] = good;
                }
            }
        }

        return files;
    }
}
