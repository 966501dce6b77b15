using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Files;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A file to read before a meeting.</summary>
public sealed record MeetingFile
{
    /// <summary>Its own id, chosen with the empty form: sent twice it is one file.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is; of a picture, what can be seen in it.</summary>
    public required string Title { get; init; }

    /// <summary>The language of its title and of what is in it.</summary>
    public required string Language { get; init; }

    /// <summary>What is in it.</summary>
    public required StoredFile Stored { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who added it; null once they left. Nobody is shown that.</summary>
    public Guid? By { get; init; }

    /// <summary>By which move it came along with a community that existed before; null for most.</summary>
    public Guid? MovedInBy { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
