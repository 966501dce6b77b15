namespace RecoveryCoP.Node.Storage;

/// <summary>
/// The four statements that the ADO.NET grain storage provider executes. They are ours, so that one statement, and therefore one
/// transaction, writes a grain's state and its row in the change log (on SQLite the log is written by triggers on the table).
/// A write that finds another version than the one it read returns no row, which the provider reports as an inconsistent state.
/// </summary>
internal static class GrainStatements
{
    public sealed record Statement(string Key, string Sql);

    public static IReadOnlyList<Statement> For(Engine engine) =>
    [
        new("WriteToStorageKey", engine == Engine.Sqlite ? SqliteWrite : PostgreSqlWrite),
        new("ReadFromStorageKey", engine == Engine.Sqlite ? SqliteRead : PostgreSqlRead),
        new("ClearStorageKey", NeverCleared),
        new("DeleteStorageKey", NeverCleared),
    ];

    private const string SqliteWrite =
        """
        insert into grain_state (kind, n0, n1, state, version, modified)
        select @GrainTypeString, @GrainIdN0, @GrainIdN1, cast(@PayloadBinary as text), coalesce(@GrainStateVersion, 0) + 1, strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')
         where @GrainStateVersion is null
            or exists (select 1 from grain_state where kind = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1 and version = @GrainStateVersion)
        on conflict (kind, n0, n1) do update set state = excluded.state, version = excluded.version, modified = excluded.modified
         where version = @GrainStateVersion
        returning version as NewGrainStateVersion
        """;

    private const string SqliteRead =
        """
        select cast(state as blob) as PayloadBinary, version as Version
          from grain_state
         where kind = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
        """;

    private const string PostgreSqlWrite =
        """
        with written as (
          insert into grain_state as g (kind, n0, n1, state, version, modified)
          select @GrainTypeString, @GrainIdN0, @GrainIdN1, convert_from(@PayloadBinary, 'UTF8')::jsonb, coalesce(@GrainStateVersion, 0) + 1, now()
           where @GrainStateVersion is null
              or exists (select 1 from grain_state where kind = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1 and version = @GrainStateVersion)
          on conflict (kind, n0, n1) do update set state = excluded.state, version = excluded.version, modified = excluded.modified
           where g.version = @GrainStateVersion
          returning kind, id, version
        ), head as (
          update counter set position = position + 1 where name = 'change' and exists (select 1 from written)
          returning position
        ), logged as (
          insert into change_log (position, kind, id, version)
          select head.position, written.kind, written.id, written.version from written, head
        )
        select cast(version as int) as NewGrainStateVersion from written
        """;

    private const string PostgreSqlRead =
        """
        select convert_to(state::text, 'UTF8') as PayloadBinary, cast(version as int) as Version
          from grain_state
         where kind = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
        """;

    // Nothing here is ever cleared: a member who leaves, a practice that is withdrawn are states. The provider insists on having the statement.
    private const string NeverCleared = "select null where 1 = 0";
}
