namespace RecoveryCoP.Node.Storage;

/// <summary>The two database engines a node can keep its data in.</summary>
public enum Engine
{
    /// <summary>Embedded in the node, one file in its data folder: the default, nothing to install.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, 15 or later.</summary>
    PostgreSql,
}
