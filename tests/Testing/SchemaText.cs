namespace RecoveryCoP.Testing;

/// <summary>Queries that tell a whole schema, a line or a statement a row, the same for the same schema.</summary>
public static class SchemaText
{
    /// <summary>Of SQLite: what it keeps of every statement.</summary>
    public const string Sqlite = "select sql || ';' from sqlite_master where sql is not null and name not like '%_search_%' order by type, tbl_name, name";

    /// <summary>Of PostgreSQL, from its catalogue.</summary>
    public const string PostgreSql =
        """
        select line from (
          select 1 as part, table_name || ' ' || lpad(ordinal_position::text, 3) as place,
                 table_name || '.' || column_name || ' ' || data_type || case is_nullable when 'NO' then ' not null' else '' end || coalesce(' default ' || column_default, '') as line
            from information_schema.columns where table_schema = 'public'
          union all
          select 2, conrelid::regclass::text || conname, conrelid::regclass || ': ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c')
          union all
          select 3, tablename || indexname, indexdef from pg_indexes where schemaname = 'public'
          union all
          select 4, proname::text, 'function ' || proname || ':' || prosrc from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
          union all
          select 5, tgname::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
        ) as lines
         order by part, place collate "C"
        """;
}
