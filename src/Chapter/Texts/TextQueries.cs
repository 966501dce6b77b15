using System.Text.Json;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Texts;

/// <summary>The texts that there are. Everybody may read them.</summary>
public sealed class TextQueries(Database database, ThisNode node)
{
    /// <summary>Those that have a place first, then the others as they were written.</summary>
    public async Task<IReadOnlyList<ChapterText>> All(CancellationToken cancellationToken) =>
        [.. (await database.Query<string>("select json from chapter_text order by id limit @Most", new { ChapterText.Most }, cancellationToken)).Select(Read).OrderBy(Place)];

    /// <summary>One; null when there is none.</summary>
    public async Task<ChapterText?> Find(Guid id, CancellationToken cancellationToken) =>
        await database.Find<string>("select json from chapter_text where id = @id", new { id }, cancellationToken) is { } json ? Read(json) : null;

    /// <summary>The text of a place; null when the community has none.</summary>
    public Task<ChapterText?> Of(TextPlace place, CancellationToken cancellationToken) => node.IsFounded ? Find(place.IdOf(node), cancellationToken) : Task.FromResult<ChapterText?>(null);

    private static int Place(ChapterText text) => TextPlaces.All.ToList().FindIndex(p => p.Slug == text.Slug) is >= 0 and var place ? place : TextPlaces.All.Count;

    private static ChapterText Read(string json) => JsonSerializer.Deserialize<ChapterText>(json, GrainJson.Options)!;
}
