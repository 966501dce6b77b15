using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Erases again what a database has that was erased since it was written: it came from a backup. Called at the start, before anything is served or followed and before
/// any grain is awake. A feature that erases rows of tables has one; for records, <see cref="IErasable"/> and a line of registration are enough.
/// </summary>
public interface IErasesAgain
{
    /// <summary>Erases those of them that are its own and still there.</summary>
    Task Erase(Transaction transaction, IReadOnlySet<Erasure> erased);
}

/// <summary>Registers what is erased again.</summary>
public static class ErasuresRegistration
{
    /// <summary>Records of a kind have things erased.</summary>
    public static IServiceCollection AddErasable<T>(this IServiceCollection services, string kind) where T : GrainRecord, IErasable =>
        services.AddSingleton<IErasesAgain>(s => new RecordsErasedAgain<T>(kind, s.GetRequiredService<TimeProvider>()));

    /// <summary>Rows of a feature's tables are erased.</summary>
    public static IServiceCollection AddErasesAgain<T>(this IServiceCollection services) where T : class, IErasesAgain => services.AddSingleton<IErasesAgain, T>();
}

internal sealed class RecordsErasedAgain<T>(string kind, TimeProvider clock) : IErasesAgain where T : GrainRecord, IErasable
{
    private const int Page = 50;

    /// <summary>The kind of records, for a test that finds what is missing.</summary>
    public static Type Records => typeof(T);

    public async Task Erase(Transaction transaction, IReadOnlySet<Erasure> erased)
    {
        for (var last = Guid.Empty; ;)
        {
            var rows = await transaction.Query<string>(
                "select cast(state as text) from grain_state where kind = @kind and id > @last order by id limit @Page", new { kind, last, Page }).ConfigureAwait(false);
            foreach (var record in rows.Select(row => JsonSerializer.Deserialize<T>(row, GrainJson.Options)!))
            {
                last = record.Id;
                var left = record.Erasable.Where(erased.Contains).ToList().Aggregate(record, (so, one) => (T)so.Without(one, clock.GetUtcNow()));
                if (!ReferenceEquals(left, record))
                {
                    await Save(transaction, left).ConfigureAwait(false);
                }
            }

            if (rows.Count < Page)
            {
                return;
            }
        }
    }

    private async Task Save(Transaction transaction, T record)
    {
        var (set, logged) = transaction.Engine == Engine.Sqlite ? ("@state", true) : ("cast(@state as jsonb)", false);
        await transaction.Erase(
            $"update grain_state set state = {set}, version = version + 1 where kind = @kind and id = @Id", new { state = JsonSerializer.Serialize(record, GrainJson.Options), kind, record.Id }).ConfigureAwait(false);
        if (!logged) // SQLite's table logs itself
        {
            await ChangeLog.Append(transaction, kind, record.Id).ConfigureAwait(false);
        }
    }
}
