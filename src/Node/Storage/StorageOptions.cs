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

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Engine == Engine.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult("is needed when Storage:Engine is PostgreSql", [nameof(ConnectionString)]);
        }
        else if (Engine == Engine.PostgreSql && Fault(ConnectionString) is { } fault)
        {
            yield return new ValidationResult($"cannot be read: {fault}", [nameof(ConnectionString)]);
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
