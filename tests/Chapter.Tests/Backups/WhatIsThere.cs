using System.Text;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Backups;

/// <summary>Words that are found in what a node keeps, by somebody who looks at the bytes.</summary>
internal static class WhatIsThere
{
    /// <summary>Those of some words that stand in a file of the data folder, or in a column of a table of the server.</summary>
    public static async Task<IReadOnlyList<string>> Of(string folder, Database database, IEnumerable<string> words)
    {
        var found = words.Where(word => InFiles(folder, word)).ToHashSet();
        if (database.Engine == Engine.PostgreSql)
        {
            foreach (var column in await database.Query<Column>(
                "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' and data_type in ('text', 'jsonb', 'bytea') and is_generated = 'NEVER' order by 1, 2", null, TestContext.Current.CancellationToken))
            {
                var text = column.DataType == "bytea" ? $"encode(\"{column.ColumnName}\", 'escape')" : $"\"{column.ColumnName}\"::text";
                foreach (var word in words.Except(found).ToList())
                {
                    if (await database.Find<long>($"select count(*) from \"{column.TableName}\" where {text} like @pattern", new { pattern = $"%{word}%" }, TestContext.Current.CancellationToken) > 0)
                    {
                        found.Add(word);
                    }
                }
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    // All but what holds nothing: the lock, and the socket of the command line.
    private static bool InFiles(string folder, string word) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("lock" or "control.sock")).Any(file =>
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
        }
        catch (FileNotFoundException)
        {
            return false; // a letter that was swept meanwhile
        }
    });

    private sealed record Column
    {
        public required string TableName { get; init; }

        public required string ColumnName { get; init; }

        public required string DataType { get; init; }
    }
}
