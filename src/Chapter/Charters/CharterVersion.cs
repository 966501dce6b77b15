using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>A version of the charter.</summary>
/// <param name="Number">1 upwards without a gap.</param>
/// <param name="TextHash">SHA-256 of the text's bytes, in hexadecimal.</param>
/// <param name="At">When it was published; null for the one that the program brings.</param>
/// <param name="By">Who published it: a member's id; empty for the one that the program brings.</param>
/// <param name="Note">What changed and why; may lack a side or both.</param>
public sealed record CharterVersion(int Number, string TextHash, DateTimeOffset? At, Guid By, Bilingual Note)
{
    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
