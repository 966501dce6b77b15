using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Backups;

/// <summary>How something went the last time.</summary>
public sealed record BackupRecord
{
    /// <summary>When it was last tried.</summary>
    public required DateTimeOffset TriedAt { get; init; }

    /// <summary>When it last went well; null while it never has.</summary>
    public required DateTimeOffset? SucceededAt { get; init; }

    /// <summary>Why the last try was refused; empty when it went well.</summary>
    public required string Code { get; init; }

    /// <summary>What that refusal's text needs.</summary>
    public required string Detail { get; init; }

    /// <summary>Why the last try was refused; null when it went well.</summary>
    public Refusal? Refusal => Code.Length == 0 ? null : Refusal.Of(Code, "", [.. Detail.Split('\n')]);
}

/// <summary>Of what there is a record.</summary>
internal enum Recorded
{
    Backup,
    Drill,
    Words,
}

/// <summary>Notes how backups, drills and the proof of the words went; and in the security log, where somebody asked for it or it went otherwise than the last time.</summary>
internal sealed class BackupRecords(Database database, TimeProvider clock)
{
    /// <summary>How it last went; null when it was never tried.</summary>
    public Task<BackupRecord?> Of(Recorded what, CancellationToken cancellationToken) => database.Find<BackupRecord>(
        "select tried_at, succeeded_at, code, detail from backup_record where kind = @kind", new { kind = NameOf(what) }, cancellationToken);

    /// <summary>Notes how it went.</summary>
    /// <param name="what">What.</param>
    /// <param name="refusal">Why it did not go well; null when it did.</param>
    /// <param name="by">Who asked for it; null for whoever runs the server, or nobody.</param>
    /// <param name="isAsked">True when somebody asked for it: a night like any other is no event.</param>
    public Task Note(Recorded what, Refusal? refusal, Guid? by, bool isAsked) => database.Write(
        async t =>
        {
            var now = clock.GetUtcNow();
            var kind = NameOf(what);
            var before = await t.Find<string>("select code from backup_record where kind = @kind", new { kind }).ConfigureAwait(false);
            await t.Execute(
                """
                insert into backup_record (kind, tried_at, succeeded_at, code, detail) values (@kind, @now, @succeeded, @code, @detail)
                on conflict (kind) do update set tried_at = excluded.tried_at, succeeded_at = coalesce(excluded.succeeded_at, backup_record.succeeded_at),
                       code = excluded.code, detail = excluded.detail
                """,
                new { kind, now, succeeded = refusal is null ? now : (DateTimeOffset?)null, code = refusal?.Code ?? "", detail = string.Join('\n', refusal?.Args ?? []) }).ConfigureAwait(false);
            if (isAsked || (before ?? "") != (refusal?.Code ?? ""))
            {
                await SecurityLog.Append(t, now, EventOf(what, refusal is null), by, null).ConfigureAwait(false);
            }
        },
        CancellationToken.None);

    private static string NameOf(Recorded what) => what switch { Recorded.Backup => "backup", Recorded.Drill => "drill", _ => "words" };

    private static string EventOf(Recorded what, bool isWell) => (what, isWell) switch
    {
        (Recorded.Backup, true) => SecurityEvents.BackedUp,
        (Recorded.Backup, false) => SecurityEvents.BackupFailed,
        (Recorded.Drill, true) => SecurityEvents.Drilled,
        (Recorded.Drill, false) => SecurityEvents.DrillFailed,
        (_, true) => SecurityEvents.WordsProven,
        _ => SecurityEvents.WordsNotProven,
    };
}
