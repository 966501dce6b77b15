using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace RecoveryCoP.Node.Storage;

/// <summary>Where a node keeps its data. Section <c>Storage</c>.</summary>
public sealed record StorageOptions : IValidatableObject
{
    /// <summary>Which engine. Default: <see cref="Engine.Sqlite"/>.</summary>
    [EnumDataType(typeof(Engine))]
    public Engine Engine { get; init; } = Engine.Sqlite;

    /// <summary>How to reach PostgreSQL. Unused with SQLite, whose file is <c>node.db</c> in the data folder.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Starts on a SQLite database whose write-ahead log is lost, once somebody has said that it is lost: what was in it is gone.</summary>
    public bool AcceptLostLog { get; init; }

    /// <summary>
    /// With less room than this on the disk, in mebibytes, nothing more is written that takes room; reading, signing in, leaving and taking back go on. 0 writes until the disk
    /// is full. Default: 200.
    /// </summary>
    [Range(0, 1_000_000)]
    public int LowDiskMebibytes { get; init; } = 200;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Engine == Engine.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult(new Text("est nécessaire quand Storage:Engine est PostgreSql", "is needed when Storage:Engine is PostgreSql").OnOneLine(), [nameof(ConnectionString)]);
        }
        else if (Engine == Engine.PostgreSql && Fault(ConnectionString) is { } fault)
        {
            yield return new ValidationResult($"{new Text("ne peut pas être lu", "cannot be read").OnOneLine()}: {fault}", [nameof(ConnectionString)]);
        }
    }

    private static string? Fault(string connectionString)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connectionString);
            return null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            return unreadable.Message;
        }
    }
}
