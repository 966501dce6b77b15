using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.RetentionRules;

/// <summary>How a rule went.</summary>
public sealed record RetentionRun
{
    /// <summary>Which.</summary>
    public required string Code { get; init; }

    /// <summary>When it last went well, or would have but for a clock in doubt; null while it never has.</summary>
    public required DateTimeOffset? DoneAt { get; init; }

    /// <summary>How many were erased then.</summary>
    public required long Erased { get; init; }

    /// <summary>How many were erased since the first day.</summary>
    public required long ErasedInAll { get; init; }

    /// <summary>Since when it fails; null while it does not.</summary>
    public required DateTimeOffset? FailsSince { get; init; }
}

/// <summary>How the rules went: one row each.</summary>
public sealed class RetentionReport(Database database)
{
    /// <summary>All of them, by their code.</summary>
    public async Task<IReadOnlyDictionary<string, RetentionRun>> Read(CancellationToken cancellationToken) =>
        (await database.Query<RetentionRun>("select code, done_at, erased, erased_in_all, fails_since from retention_run order by code limit 1000", null, cancellationToken).ConfigureAwait(false)).ToDictionary(r => r.Code);

    internal Task Done(string code, long erased, DateTimeOffset now) => database.Write(t => t.Execute(
        """
        insert into retention_run (code, done_at, erased, erased_in_all, fails_since) values (@code, @now, @erased, @erased, null)
        on conflict (code) do update set done_at = excluded.done_at, erased = excluded.erased, erased_in_all = retention_run.erased_in_all + excluded.erased, fails_since = null
        """,
        new { code, erased, now }));

    internal Task Looked(string code, DateTimeOffset now) => database.Write(t => t.Execute(
        """
        insert into retention_run (code, done_at, erased, erased_in_all, fails_since) values (@code, @now, 0, 0, null)
        on conflict (code) do update set done_at = excluded.done_at, erased = 0
        """,
        new { code, now }));

    internal Task Failed(string code, DateTimeOffset now) => database.Write(t => t.Execute(
        """
        insert into retention_run (code, done_at, erased, erased_in_all, fails_since) values (@code, null, 0, 0, @now)
        on conflict (code) do update set fails_since = coalesce(retention_run.fails_since, excluded.fails_since)
        """,
        new { code, now }));
}
