using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RecoveryCoP.Node.Storage;

/// <summary>Records of a kind in which somebody's id stands, wherever it does: what is added to a record later is found without anybody thinking of it.</summary>
public sealed class RecordsNaming(Database database)
{
    private const int Page = 50;

    /// <summary>Whole, and what of it is the person's is for the feature to say.</summary>
    public IAsyncEnumerable<T> Of<T>(string kind, Guid person, CancellationToken cancellationToken) where T : GrainRecord => Holding<T>(kind, person.ToString(), cancellationToken);

    /// <summary>Records of a kind in which some words stand.</summary>
    public async IAsyncEnumerable<T> Holding<T>(string kind, string words, [EnumeratorCancellation] CancellationToken cancellationToken) where T : GrainRecord
    {
        var last = Guid.Empty;
        while (true)
        {
            var rows = await database.Query<string>(
                @"select cast(state as text) from grain_state where kind = @kind and id > @last and cast(state as text) like @pattern escape '\' order by id limit @Page",
                new { kind, last, pattern = Pattern(words), Page },
                cancellationToken).ConfigureAwait(false);
            foreach (var record in rows.Select(row => JsonSerializer.Deserialize<T>(row, GrainJson.Options)!))
            {
                last = record.Id;
                yield return record;
            }

            if (rows.Count < Page)
            {
                yield break;
            }
        }
    }

    private static string Pattern(string words) => $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
