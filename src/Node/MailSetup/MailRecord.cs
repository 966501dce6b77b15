using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.MailSetup;

/// <summary>Keeps how it goes with the mail server, so that a restart does not forget it. Beside the letters, which wait for no write of ours.</summary>
internal sealed partial class MailRecord(Database database, Mailer mailer, TimeProvider clock, ILogger<MailRecord> log) : BackgroundService
{
    private static readonly TimeSpan tick = TimeSpan.FromMinutes(1);

    private MailCourse? kept;

    /// <summary>Takes up what was kept; called at start.</summary>
    public async Task Load(CancellationToken cancellationToken)
    {
        var row = await database.Find<Row>("select sent_at, out_since, out_why, refused_at, domain_at, domain_lacks from mail_course", null, cancellationToken).ConfigureAwait(false);
        kept = row is null ? new() : new()
        {
            SentAt = row.SentAt, OutSince = row.OutSince, OutWhy = row.OutWhy, RefusedAt = row.RefusedAt, DomainAt = row.DomainAt, DomainLacks = row.DomainLacks == 1,
        };
        mailer.Remember(kept);
    }

    /// <summary>Writes it down, if it has changed.</summary>
    public async Task Keep(CancellationToken cancellationToken)
    {
        var course = mailer.Course;
        if (course == kept)
        {
            return;
        }

        await database.Write(
            t => t.Execute(
                """
                insert into mail_course (one, sent_at, out_since, out_why, refused_at, domain_at, domain_lacks) values (1, @SentAt, @OutSince, @OutWhy, @RefusedAt, @DomainAt, @lacks)
                on conflict (one) do update set sent_at = excluded.sent_at, out_since = excluded.out_since, out_why = excluded.out_why, refused_at = excluded.refused_at,
                   domain_at = excluded.domain_at, domain_lacks = excluded.domain_lacks
                """,
                new { course.SentAt, course.OutSince, course.OutWhy, course.RefusedAt, course.DomainAt, lacks = course.DomainLacks ? 1L : 0L }),
            cancellationToken).ConfigureAwait(false);
        kept = course;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Keep(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogFailed(failure); // it is kept next time
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How it goes with the mail server could not be kept")]
    private partial void LogFailed(Exception failure);

    private sealed record Row
    {
        public required DateTimeOffset? SentAt { get; init; }

        public required DateTimeOffset? OutSince { get; init; }

        public required string OutWhy { get; init; }

        public required DateTimeOffset? RefusedAt { get; init; }

        public required DateTimeOffset? DomainAt { get; init; }

        public required long DomainLacks { get; init; }
    }
}
