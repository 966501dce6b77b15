using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>That a meeting was held before the community came here, and was brought along with its record.</summary>
/// <param name="Run">By which move: it can be taken out again as a whole.</param>
/// <param name="Present">How many were there, where that is known; nobody is named.</param>
/// <param name="At">When it was brought.</param>
public sealed record MovedIn(Guid Run, int? Present, DateTimeOffset At)
{
    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
