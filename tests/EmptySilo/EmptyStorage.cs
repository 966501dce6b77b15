using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace RecoveryCoP.Node.Storage;

/// <summary>A node's grain storage without the node: the stock provider with the node's statements, in one file of the embedded database.</summary>
internal static class EmptyStorage
{
    /// <summary>Stands where the node's own stands, so that <see cref="Hosting.NodeSilo"/> is compiled with it.</summary>
    public static ISiloBuilder AddGrainStates(this ISiloBuilder silo) => silo.AddAdoNetGrainStorageAsDefault(options =>
    {
        options.Invariant = "System.Data.SQLite";
        options.DataSource = Open(silo.Configuration["Node:DataFolder"]!);
        options.GrainStorageSerializer = new GrainJson();
    });

    private static DbDataSource Open(string folder)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "node.db");
        var isNew = !File.Exists(file);
        var source = SqliteFactory.Instance.CreateDataSource(new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        using var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal;" + (isNew ? Schema() : "");
        command.ExecuteNonQuery();
        return source;
    }

    private static string Schema()
    {
        using var schema = new StreamReader(typeof(EmptyStorage).Assembly.GetManifestResourceStream("storage.sql")!);
        var statements = GrainStatements.For(Engine.Sqlite).Select(s => $"insert into OrleansQuery (QueryKey, QueryText) values ('{s.Key}', '{s.Sql.Replace("'", "''", StringComparison.Ordinal)}');");
        return schema.ReadToEnd() + string.Concat(statements);
    }
}
