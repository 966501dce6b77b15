using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SQLitePCL;

namespace RecoveryCoP.Node.Storage;

/// <summary>One numbered step of one feature's tables, for one engine. Never edited once a release has applied it (tests/Kept).</summary>
/// <param name="Feature">The folder whose tables these are, e.g. <c>Accounts</c>.</param>
/// <param name="Number">Steps are applied in this order, whichever feature's they are: an upgrade goes the way that a new database goes. It is the version of the schema that they make.</param>
/// <param name="Name">What the step does, from the file's name.</param>
/// <param name="Sql">The statements.</param>
public sealed partial record Migration(string Feature, int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the statements: a step that was edited after it was applied is noticed.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>
    /// The steps embedded in an assembly for one engine and feature, in order. A file is <c>Feature/Schema/001-name.sql</c>, or
    /// <c>001-name.sqlite.sql</c> and <c>001-name.postgresql.sql</c> where the engines need different statements.
    /// </summary>
    public static IReadOnlyList<Migration> Of(Assembly assembly, string feature, Engine engine)
    {
        var prefix = $"{feature}/Schema/";
        var otherEngine = engine == Engine.Sqlite ? ".postgresql.sql" : ".sqlite.sql";
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               where resource.StartsWith(prefix, StringComparison.Ordinal) && !resource.EndsWith(otherEngine, StringComparison.Ordinal)
               let name = resource[prefix.Length..]
               orderby name
               let title = name[4..name.IndexOf('.', StringComparison.Ordinal)]
               select new Migration(feature, int.Parse(name[..3], CultureInfo.InvariantCulture), title, For(engine, Read(assembly, resource))),
        ];
    }

    /// <summary>Statements that both engines share: written with PostgreSQL's types and its <c>collate "C"</c>, which is SQLite's own order, and with SQLite's <c>without rowid</c>.</summary>
    internal static string For(Engine engine, string sql) => engine == Engine.Sqlite
        ? PostgreSqlType().Replace(sql, type => type.Value switch { "bytea" => "blob", "bigint" => "integer", _ => "text" }).Replace(" collate \"C\"", "", StringComparison.Ordinal)
        : sql.Replace(" without rowid", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:uuid|timestamptz|bytea|bigint)\b")]
    private static partial Regex PostgreSqlType();

    /// <summary>
    /// The statements one by one: one ends where a line does, with a semicolon, and is whole. So it is known at which one a step failed, and a test can end the work
    /// behind any of them.
    /// </summary>
    public IEnumerable<string> Statements(Engine engine)
    {
        var statement = new StringBuilder();
        foreach (var line in Sql.Split('\n'))
        {
            statement.Append(line).Append('\n');
            if (Comment().Replace(line, "").TrimEnd().EndsWith(';') && IsWhole(engine, statement.ToString()))
            {
                yield return statement.ToString();
                statement.Clear();
            }
        }

        if (Comment().Replace(statement.ToString(), "").Trim().Length > 0)
        {
            yield return statement.ToString();
        }
    }

    // A trigger of SQLite's and a function of PostgreSQL's have statements inside.
    private static bool IsWhole(Engine engine, string sql) => engine == Engine.Sqlite ? raw.sqlite3_complete(sql) == 1 : Quote().Count(sql) % 2 == 0;

    [GeneratedRegex("--.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\$\w*\$")]
    private static partial Regex Quote();

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>That a feature has tables of its own: registered by the feature, applied in the order of registration.</summary>
/// <param name="Assembly">Where the files are embedded.</param>
/// <param name="Feature">The feature's folder.</param>
public sealed record FeatureSchema(Assembly Assembly, string Feature);
