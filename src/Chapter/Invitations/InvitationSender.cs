using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>
/// Sends invitations. First their turn comes, for all that are due at once: from then on nobody takes them back, and their inviter sees them as gone, those too that
/// are withheld. Then each goes; a crash between the mail server's answer and ours hands that one in once more, under the same Message-ID.
/// </summary>
internal sealed partial class InvitationSender(
    Database database, AccountStore accounts, InvitationStore invitations, SendingLimits limits, InvitationLetter letter, Mailer mailer, FaultPoints faults, TimeProvider clock, ILogger<InvitationSender> log)
    : BackgroundService
{
    private const int Page = 500, MostInviters = 10_000;

    // What is to be forgotten, and of whom.
    private const string IsAnswered =
        """
        address is not null and (exists (select 1 from account a where a.address = invitation.address and a.left_at is null)
                              or exists (select 1 from invitation_never n where n.hash = invitation.hash))
        """;

    private const string IsOver =
        """
        sent_at < @yearAgo or (state in ('kept', 'waiting', 'going')
                               and (made_at < @tooLong or not exists (select 1 from account a where a.id = inviter and a.stay = invitation.stay and a.left_at is null)))
        """;

    private const string IsOld = "sent_at < @monthAgo and shown is not null";

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10), day = TimeSpan.FromDays(1);

    /// <summary>Forgets what is to be forgotten, and sends what is to go now.</summary>
    internal async Task Send(CancellationToken cancellationToken)
    {
        await Forget(cancellationToken);
        // Without a mail server they would lie in a folder and count as gone, and nobody is invited twice.
        if (!mailer.HasServer || QuietHours.After(clock.GetUtcNow(), Dates.Zone) > clock.GetUtcNow())
        {
            return;
        }

        // Other letters go first: invitations take what these leave of what the provider takes in a day, and never more than half of that.
        var left = Math.Min(await limits.Left(cancellationToken), ((limits.MostPerDay + 1) / 2) - await invitations.SentLately(cancellationToken));
        if (left <= 0)
        {
            return;
        }

        await TakeTurns(cancellationToken);
        var due = await database.Query<InvitationToSend>(
            "select id, hash, coalesce(address, '') as address, coalesce(words, '') as words, language, tries from invitation where state = 'going' and send_at <= @now order by sent_at, id limit @most",
            new { now = clock.GetUtcNow(), most = Math.Min(left, Page) },
            cancellationToken);
        await using var batch = mailer.Begin();
        foreach (var invitation in due)
        {
            await Send(batch, invitation, cancellationToken);
            if (batch.IsBroken)
            {
                return;
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Send(stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException || StorageFailure.Is(failure))
            {
                LogFailed(failure); // they go next time
            }
        }
    }

    // How many went in the last 24 hours counts for whoever invited them, by the roles that they have now.
    private async Task TakeTurns(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var inviters = await database.Query<Guid>(
            "select distinct inviter from invitation where state = 'waiting' and send_at <= @now order by inviter limit @MostInviters", new { now, MostInviters }, cancellationToken);
        foreach (var inviter in inviters)
        {
            if (await accounts.Person(inviter, cancellationToken) is { } person)
            {
                var perDay = InvitationLimits.PerDay(new Actor(person.Id, person.Roles));
                await database.Write(
                    t => t.Execute(
                        """
                        update invitation set state = 'going', sent_at = @now, send_at = @now
                         where id in (select id from invitation where inviter = @inviter and state = 'waiting' and send_at <= @now order by id
                                       limit (select case when count(*) < @perDay then @perDay - count(*) else 0 end from invitation where inviter = @inviter and sent_at > @dayAgo))
                        """,
                        new { inviter, now, dayAgo = now - day, perDay = (long)perDay }),
                    cancellationToken);
            }
        }
    }

    private async Task Send(Mailer.Batch batch, InvitationToSend invitation, CancellationToken cancellationToken)
    {
        if (!await MaySend(invitation, cancellationToken))
        {
            await End(invitation, "withheld");
            return;
        }

        var delivery = await batch.Send(letter.Write(invitation), cancellationToken);
        faults.Pass(FaultPoints.LetterTakenNotStored);
        // To its end even when the node stops: the server has answered.
        await (delivery.State switch
        {
            DeliveryState.Sent => End(invitation, "sent"),
            DeliveryState.Refused => End(invitation, "refused"),
            _ => PutOff(invitation),
        });
    }

    private async Task<bool> MaySend(InvitationToSend invitation, CancellationToken cancellationToken) => await database.Find<long>(
        $"""
        select count(*) from invitation where id = @Id and state = 'going' and address is not null and not ({IsAnswered})
           and not exists (select 1 from invitation e where e.hash = invitation.hash and e.id <> invitation.id
                                                        and (e.state in ('sent', 'refused') or (e.state = 'going' and e.id < invitation.id)))
        """,
        new { invitation.Id },
        cancellationToken) > 0;

    private Task End(InvitationToSend invitation, string state) => database.WriteTogether(
        t => t.Execute("update invitation set state = @state where id = @Id and state = 'going'", new { invitation.Id, state }), CancellationToken.None);

    private Task PutOff(InvitationToSend invitation) => database.WriteTogether(
        t => t.Execute(
            "update invitation set send_at = @at, tries = tries + 1 where id = @Id and state = 'going'",
            new { invitation.Id, at = clock.GetUtcNow() + SendingLimits.PauseAfter(invitation.Tries) }),
        CancellationToken.None);

    private async Task Forget(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var at = new { monthAgo = now - InvitationLimits.AddressKept, yearAgo = now - InvitationLimits.HashKept, tooLong = now - InvitationLimits.LongestWait };
        // A write wakes up all that follows: not for nothing.
        if (await database.Find<long>($"select count(*) from invitation where ({IsAnswered}) or ({IsOver}) or ({IsOld})", at, cancellationToken) > 0)
        {
            await database.Write(
                async t =>
                {
                    await t.Erase($"delete from invitation where {IsOver}", at);
                    await t.Erase($"update invitation set address = null, words = null where {IsAnswered}", at);
                    await t.Erase($"update invitation set address = null, shown = null, words = null, inviter = null, stay = null where {IsOld}", at);
                },
                cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Invitations could not be sent")]
    private partial void LogFailed(Exception failure);
}

/// <summary>An invitation whose turn has come.</summary>
internal sealed record InvitationToSend
{
    public required Guid Id { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Empty once it is erased: it does not go.</summary>
    public required string Address { get; init; }

    public required string Words { get; init; }

    public required string Language { get; init; }

    public required long Tries { get; init; }
}

/// <summary>An invitation's file stays in the folder for a week, and not longer than its address is known.</summary>
internal sealed class InvitationLetterUse(Database database, TimeProvider clock) : ILetterUse
{
    public async Task<bool> IsOpen(Guid letter, CancellationToken cancellationToken) => await database.Find<long>(
        "select count(*) from invitation where id = @letter and address is not null and (sent_at is null or sent_at > @since)",
        new { letter, since = clock.GetUtcNow().AddDays(-7) },
        cancellationToken) > 0;
}
