using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>
/// Looks at the start and every five minutes, and writes to two contacts when something has been wrong for a day, and when it is well again: once a thing, outage and person, by day only.
/// It goes by what is wrong and by whom was told, and not by what it did: a restart changes nothing. What it knows it keeps in memory too, so that it can tell of a database that
/// is away.
/// </summary>
public sealed partial class HealthWatch(
    HealthReport report, HealthContacts contacts, Database database, Mailer mailer, PublicAddress address, ThisNode node, IServer server, TimeProvider clock, ILogger<HealthWatch> log) : BackgroundService
{
    private const int Morning = 8, Night = 21;

    private static readonly TimeSpan tick = TimeSpan.FromMinutes(5), worthTelling = TimeSpan.FromDays(1), surelyWell = TimeSpan.FromHours(1), again = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, Outage> outages = [];
    private IReadOnlyList<string> readers = [];
    private bool isRecalled, isUnsaved;
    private DateTimeOffset notBefore;

    /// <inheritdoc cref="IOwnHealth.Latest" />
    public Grade? Latest { get; private set; }

    /// <summary>Looks, notes and tells.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var all = await report.Look(cancellationToken).ConfigureAwait(false);
            Latest = HealthReport.Worst(all.Where(c => c.Check.IsToldToHub));
            if (!node.IsFounded)
            {
                return;
            }

            await Recall(cancellationToken).ConfigureAwait(false);
            Compare(all);
            await Tell(all, cancellationToken).ConfigureAwait(false);
            await Save(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (server is NoServer)
        {
            return;
        }

        using var timer = new PeriodicTimer(tick, clock);
        do
        {
            try
            {
                await Look(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure); // nobody else tells that something is wrong: it must outlive anything
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task Recall(CancellationToken cancellationToken)
    {
        // Each for itself: on a full disk nothing is forgotten, but much can be read. What cannot be read stays as it was.
        isRecalled = isRecalled || await IsDone(ReadOutages).ConfigureAwait(false);
        await IsDone(contacts.ForgetThoseWhoLeft).ConfigureAwait(false);
        await IsDone(async cancel => readers = await contacts.Addresses(cancel).ConfigureAwait(false)).ConfigureAwait(false);

        async Task<bool> IsDone(Func<CancellationToken, Task> what)
        {
            try
            {
                await what(cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (Exception away) when (StorageFailure.Is(away))
            {
                return false;
            }
        }
    }

    // Under what was found since, if the database was away at first: what began before began then, and whoever was told was told.
    private async Task ReadOutages(CancellationToken cancellationToken)
    {
        var told = (await database.Query<ToldRow>("select code, address from health_told order by code, address limit 1000", null, cancellationToken).ConfigureAwait(false)).ToLookup(t => t.Code, t => t.Address);
        foreach (var row in await database.Query<OutageRow>("select code, wrong_at, well_at from health_outage order by code limit 1000", null, cancellationToken).ConfigureAwait(false))
        {
            var stored = new Outage(row.WrongAt, row.WellAt, [.. told[row.Code]]);
            outages[row.Code] = outages.GetValueOrDefault(row.Code) is { } since
                ? since with { WrongAt = stored.WrongAt < since.WrongAt ? stored.WrongAt : since.WrongAt, Told = [.. since.Told.Union(stored.Told)] } : stored;
        }
    }

    private void Compare(IReadOnlyList<Checked> all)
    {
        var now = clock.GetUtcNow();
        foreach (var one in all.Where(c => c.Finding.Grade == Grade.Wrong && c.Check.IsToldByLetter))
        {
            var before = outages.GetValueOrDefault(one.Check.Code);
            Put(one.Check.Code, before is null ? new(now, null, []) : before with { WellAt = null });
        }

        // What cannot be known now stays what it was.
        var open = all.Where(c => c.Finding.Grade is Grade.Wrong or Grade.Unknown).Select(c => c.Check.Code).ToHashSet();
        foreach (var (code, outage) in outages.Where(o => !open.Contains(o.Key)).ToList())
        {
            Put(code, outage with { WellAt = outage.WellAt ?? now });
        }

        // Whoever is no contact any more is told nothing more, and forgotten.
        foreach (var (code, outage) in outages.Where(o => !o.Value.Told.All(readers.Contains)).ToList())
        {
            Put(code, outage with { Told = [.. outage.Told.Where(readers.Contains)] });
        }
    }

    private async Task Tell(IReadOnlyList<Checked> all, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (mailer.HasServer && now >= notBefore && Dates.Local(now).Hour is >= Morning and < Night)
        {
            foreach (var reader in readers)
            {
                List<Checked> wrong = [.. all.Where(c => outages.TryGetValue(c.Check.Code, out var o) && o.WellAt is null && now - o.WrongAt >= worthTelling && !o.Told.Contains(reader))];
                if (wrong.Count > 0 && await Sent(HealthLetter.Wrong(Guid.CreateVersion7(now), reader, wrong, address), cancellationToken).ConfigureAwait(false))
                {
                    wrong.ForEach(c => Put(c.Check.Code, outages[c.Check.Code].ToldTo(reader)));
                    await Save(cancellationToken).ConfigureAwait(false); // at once: a crash must not tell it again
                }

                List<string> well = [.. outages.Where(o => IsOver(o.Value) && o.Value.Told.Contains(reader)).Select(o => o.Key).Order()];
                if (well.Count > 0 && await Sent(HealthLetter.Well(Guid.CreateVersion7(now), reader, [.. well.Select(code => report.NameOf(code))], address), cancellationToken).ConfigureAwait(false))
                {
                    well.ForEach(code => Put(code, outages[code].ToldNothingMore(reader)));
                    await Save(cancellationToken).ConfigureAwait(false);
                }
            }
        }

        foreach (var code in outages.Where(o => IsOver(o.Value) && o.Value.Told.Count == 0).Select(o => o.Key).ToList())
        {
            outages.Remove(code);
            isUnsaved = true;
        }

        bool IsOver(Outage outage) => outage.WellAt is { } at && now - at >= surelyWell;
    }

    // True when there is nothing more to do: an address that the server refuses is not tried again for the same thing.
    private async Task<bool> Sent(Letter letter, CancellationToken cancellationToken)
    {
        var delivery = await mailer.Send(letter, cancellationToken).ConfigureAwait(false);
        if (delivery.State == DeliveryState.Later)
        {
            notBefore = clock.GetUtcNow() + again;
        }

        return delivery.State != DeliveryState.Later;
    }

    private void Put(string code, Outage outage)
    {
        if (!outages.TryGetValue(code, out var before) || before != outage)
        {
            outages[code] = outage;
            isUnsaved = true;
        }
    }

    private async Task Save(CancellationToken cancellationToken)
    {
        // Unread, what is stored would be overwritten.
        if (!isUnsaved || !isRecalled)
        {
            return;
        }

        try
        {
            await database.Write(
                async t =>
                {
                    await t.Erase("delete from health_told").ConfigureAwait(false);
                    await t.Execute("delete from health_outage").ConfigureAwait(false);
                    await t.Insert("health_outage (code, wrong_at, well_at)", [.. outages.Select(o => (object?[])[o.Key, o.Value.WrongAt, o.Value.WellAt])]).ConfigureAwait(false);
                    await t.Insert("health_told (code, address)", [.. outages.SelectMany(o => o.Value.Told.Select(reader => (object?[])[o.Key, reader]))]).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            isUnsaved = false;
        }
        catch (Exception away) when (StorageFailure.Is(away))
        {
            // The next time.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "How the node is could not be looked at")]
    private partial void LogFailed(Exception failure);

    private sealed record Outage(DateTimeOffset WrongAt, DateTimeOffset? WellAt, IReadOnlyList<string> Told)
    {
        public Outage ToldTo(string reader) => this with { Told = [.. Told, reader] };

        public Outage ToldNothingMore(string reader) => this with { Told = [.. Told.Where(r => r != reader)] };
    }

    private sealed record OutageRow
    {
        public required string Code { get; init; }

        public required DateTimeOffset WrongAt { get; init; }

        public required DateTimeOffset? WellAt { get; init; }
    }

    private sealed record ToldRow
    {
        public required string Code { get; init; }

        public required string Address { get; init; }
    }
}
