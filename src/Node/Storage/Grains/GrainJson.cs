using System.Text.Json;
using System.Text.Json.Serialization;
using Orleans.Storage;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// How a grain's state becomes its row: plain JSON with web names and enums as words. It outlives the names of types,
/// so no type is written into it, and what a newer program wrote is kept (<see cref="GrainRecord.Unknown"/>).
/// </summary>
public sealed class GrainJson : IGrainStorageSerializer
{
    /// <summary>The options, for whoever reads a state from a row.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc />
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, Options));

    /// <inheritdoc />
    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, Options);
}

/// <summary>What the state of every grain has. A record with its defaults is the grain that does not exist yet.</summary>
public abstract record GrainRecord
{
    /// <summary>The grain's own id; empty while it does not exist. Readable in the JSON, where views and the change log find it.</summary>
    public Guid Id { get; init; }

    /// <summary>Version of this state's shape, raised when a reader must convert.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>What its last write erased, on the way into that write's transaction; no part of the state.</summary>
    internal IReadOnlyCollection<Erasure> JustErased { get; init; } = [];

    /// <summary>What a newer program wrote and this one does not know: written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
