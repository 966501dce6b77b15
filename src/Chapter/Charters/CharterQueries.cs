using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>The charter as everybody may read it.</summary>
public sealed class CharterQueries(Database database, TextStore texts)
{
    /// <summary>The charter with all its versions.</summary>
    public async Task<Charter> Find(CancellationToken cancellationToken)
    {
        var json = await database.Find<string>("select json from charter where id = @TheId", new { Charter.TheId }, cancellationToken);
        return json is null ? new Charter() : JsonSerializer.Deserialize<Charter>(json, GrainJson.Options)!;
    }

    /// <summary>What a version says; null when there is no such version.</summary>
    public async Task<CharterContent?> TextOf(Charter charter, int version, CancellationToken cancellationToken)
    {
        if (version == BuiltInCharter.Version.Number)
        {
            // Once published upon, its text as it was then is what members had accepted.
            return charter.Versions.Count == 0 ? BuiltInCharter.Text : await Stored(charter.Versions[0], cancellationToken);
        }

        return version > 0 && version <= charter.Versions.Count ? await Stored(charter.Versions[version - 1], cancellationToken) : null;
    }

    private async Task<CharterContent?> Stored(CharterVersion version, CancellationToken cancellationToken) =>
        await texts.Get(version.TextHash, cancellationToken) is { } bytes ? CharterContent.FromBytes(bytes) : null;
}
