using System.ComponentModel.DataAnnotations;

namespace RecoveryCoP.Node.Backups;

/// <summary>Backups. Section <c>Backup</c>.</summary>
public sealed record BackupOptions
{
    /// <summary>True makes one every night, and tries the newest every month. Default: true.</summary>
    public bool Nightly { get; init; } = true;

    /// <summary>The hour of the night, on the clocks of Montréal. Default: 3.</summary>
    [Range(0, 23)]
    public int Hour { get; init; } = 3;

    /// <summary>False upgrades the database of an older version without a backup of it, for whoever has another copy of the whole folder. Default: true.</summary>
    public bool BeforeUpgrade { get; init; } = true;

    /// <summary>The folder they are kept in; better on another disk, or one that is copied elsewhere. Default: <c>backups</c> in the data folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>With PostgreSQL: the folder that holds <c>pg_dump</c> and <c>pg_restore</c>. Default: wherever the system finds programs (PATH).</summary>
    public string PostgreSqlPrograms { get; init; } = "";
}
