using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Outbox;

/// <summary>The table of recorded letters: a person and a fact are one letter, whoever records it and however often.</summary>
public sealed class LetterOutbox(Database database, TimeProvider clock) : ISendsLetters
{
    private const string Columns = "id, account_id, stay, kind, about, fact, is_urgent, expires_at, tries";

    /// <summary>Records letters in the transaction of whoever found out that they are due; of those that are there, only one that has become urgent changes.</summary>
    /// <param name="transaction">The one that moves the cursor, or any other.</param>
    /// <param name="readers">Who gets it, each with their stay.</param>
    /// <param name="what">What is told.</param>
    public Task Record(Transaction transaction, IReadOnlyList<(Guid Account, Guid Stay)> readers, LetterToRecord what)
    {
        var now = clock.GetUtcNow();
        return transaction.Insert(
            "letter (id, account_id, stay, kind, about, fact, is_urgent, recorded_at, next_at, expires_at, tries)",
            [.. readers.Select(r => (object?[])[Guid.CreateVersion7(now), r.Account, r.Stay, what.Kind, what.About, what.Fact, what.IsUrgent ? 1L : 0L, now, what.SendAt, what.ExpiresAt, 0L])],
            // What has become urgent while it waited does not wait any longer.
            "on conflict (account_id, about, fact, stay) do update set is_urgent = 1, next_at = excluded.next_at where letter.ended_at is null and letter.is_urgent = 0 and excluded.is_urgent = 1");
    }

    /// <summary>Letters that are to go now, what cannot wait first, then what is soonest of no use.</summary>
    /// <param name="onlyUrgent">True once the day's limit is reached.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task<IReadOnlyList<RecordedLetter>> Due(bool onlyUrgent, int most, CancellationToken cancellationToken) => database.Query<RecordedLetter>(
        $"select {Columns} from letter where ended_at is null and next_at <= @now and is_urgent >= @least order by is_urgent desc, expires_at, next_at, id limit @most",
        new { now = clock.GetUtcNow(), least = onlyUrgent ? 1L : 0L, most },
        cancellationToken);

    /// <summary>A letter by its id, which only those know who got it: it is in its Message-ID. Null for one that is none, or is forgotten.</summary>
    public Task<RecordedLetter?> Find(Guid letter, CancellationToken cancellationToken) =>
        database.Find<RecordedLetter>($"select {Columns} from letter where id = @letter", new { letter }, cancellationToken);

    /// <summary>The id of the letter that told somebody something in the stay that they are in; null when none did.</summary>
    public Task<Guid?> IdOf(Guid account, Guid about, string fact, CancellationToken cancellationToken) => database.Find<Guid?>(
        "select l.id from letter l join account a on a.id = l.account_id and a.stay = l.stay where a.id = @account and l.about = @about and l.fact = @fact", new { account, about, fact }, cancellationToken);

    /// <summary>The server took the letter, and said later that it cannot be delivered for good.</summary>
    internal static Task Return(Transaction transaction, Guid letter, string why) =>
        transaction.Execute("update letter set outcome = 'refused', why = @why where id = @letter and outcome = 'sent'", new { letter, why });

    /// <inheritdoc />
    public Task<long> SentLately(CancellationToken cancellationToken) => database.Find<long>(
        "select count(*) from letter where ended_at > @since and outcome = 'sent'", new { since = clock.GetUtcNow().AddDays(-1) }, cancellationToken);

    /// <summary>The letter has gone, or will not go.</summary>
    internal Task End(Guid letter, string outcome, string why, CancellationToken cancellationToken) => database.WriteTogether(
        t => t.Execute(
            "update letter set ended_at = @now, outcome = @outcome, why = @why where id = @letter and ended_at is null",
            new { letter, outcome, why, now = clock.GetUtcNow() }),
        cancellationToken);

    /// <summary>There is nothing to tell any more. Should there be again, it is recorded anew.</summary>
    internal Task Drop(Guid letter, CancellationToken cancellationToken) => database.WriteTogether(
        t => t.Execute("delete from letter where id = @letter and ended_at is null", new { letter }), cancellationToken);

    /// <summary>The letter waits, through no fault of anybody: for the morning.</summary>
    internal Task Hold(Guid letter, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteTogether(
        t => t.Execute("update letter set next_at = @until where id = @letter and ended_at is null", new { letter, until }), cancellationToken);

    /// <summary>The letter is handed in again later.</summary>
    internal Task PutOff(Guid letter, DateTimeOffset until, string why, CancellationToken cancellationToken) => database.WriteTogether(
        t => t.Execute("update letter set next_at = @until, tries = tries + 1, why = @why where id = @letter and ended_at is null", new { letter, until, why }),
        cancellationToken);

    /// <summary>How the outbox stands, for whoever looks after the node.</summary>
    public async Task<OutboxState> State(CancellationToken cancellationToken) => (await database.Find<OutboxState>(
        """
        select (select count(*) from letter where ended_at is null) as waiting,
               (select count(*) from letter where ended_at > @since and outcome = 'sent') as sent,
               (select count(*) from letter where ended_at > @since and outcome = 'refused') as refused,
               (select count(*) from letter where ended_at > @since and outcome = 'late') as late
        """,
        new { since = clock.GetUtcNow().AddDays(-30) },
        cancellationToken).ConfigureAwait(false))!;

    /// <summary>Since when the oldest letter waits that should have gone; null when none does.</summary>
    internal Task<DateTimeOffset?> WaitingSince(CancellationToken cancellationToken) => database.Find<DateTimeOffset?>(
        "select min(case when tries > 0 then recorded_at else next_at end) from letter where ended_at is null and (next_at <= @now or tries > 0)", new { now = clock.GetUtcNow() }, cancellationToken);

    /// <summary>Those who are here and whose last letter the server refused for good: their address is probably wrong.</summary>
    public Task<IReadOnlyList<RefusedReader>> Refused(CancellationToken cancellationToken) => database.Query<RefusedReader>(
        """
        select a.id as account_id, a.name as name, l.why as why, l.ended_at as at
          from letter l join account a on a.id = l.account_id and a.stay = l.stay and a.left_at is null
         where l.outcome = 'refused' and l.ended_at >= a.address_at
           and not exists (select 1 from letter later where later.account_id = l.account_id and (
                   (later.ended_at > l.ended_at and later.outcome in ('sent', 'refused')) or (later.ended_at = l.ended_at and later.outcome = 'refused' and later.id > l.id)))
         order by a.name_sort, a.id limit 200
        """,
        null,
        cancellationToken);

    /// <summary>Since when every letter to somebody who is here has been refused for good; null when the last one was not.</summary>
    public Task<DateTimeOffset?> RefusedSince(Guid account, CancellationToken cancellationToken) => database.Find<DateTimeOffset?>(
        """
        select min(l.ended_at)
          from letter l join account a on a.id = l.account_id and a.stay = l.stay and a.left_at is null
         where l.account_id = @account and l.outcome = 'refused' and l.ended_at >= a.address_at
           and not exists (select 1 from letter later where later.account_id = l.account_id and later.ended_at > l.ended_at and later.outcome = 'sent')
        """,
        new { account },
        cancellationToken);

    /// <summary>True while the letter's file may lie in the folder: until a week after it was written.</summary>
    internal async Task<bool> IsFresh(Guid letter, CancellationToken cancellationToken) => await database.Find<long>(
        "select count(*) from letter where id = @letter and (ended_at is null or ended_at > @since)",
        new { letter, since = clock.GetUtcNow().AddDays(-7) },
        cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Forgets that letters went which nobody asks about any more.</summary>
    internal Task<int> Forget(DateTimeOffset before, CancellationToken cancellationToken) => database.Write(
        t => t.Execute("delete from letter where ended_at < @before", new { before }), cancellationToken);
}

/// <summary>What is told to many at once.</summary>
/// <param name="Kind">Code of its kind.</param>
/// <param name="About">The record that it speaks of.</param>
/// <param name="Fact">What is told of it.</param>
/// <param name="SendAt">Not before.</param>
/// <param name="ExpiresAt">Not after: it would be of no use.</param>
/// <param name="IsUrgent">True when neither the day's limit nor the night may hold it.</param>
public sealed record LetterToRecord(string Kind, Guid About, string Fact, DateTimeOffset SendAt, DateTimeOffset ExpiresAt, bool IsUrgent = false);

/// <summary>How the outbox stands; all but what waits of the last thirty days.</summary>
public sealed record OutboxState
{
    /// <summary>Recorded and not gone yet.</summary>
    public required long Waiting { get; init; }

    /// <summary>Taken by the mail server, or written into the folder.</summary>
    public required long Sent { get; init; }

    /// <summary>Refused for good.</summary>
    public required long Refused { get; init; }

    /// <summary>Not sent because they would have come too late.</summary>
    public required long Late { get; init; }
}

/// <summary>Somebody whose last letter was refused.</summary>
public sealed record RefusedReader
{
    /// <summary>Who.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The name they go by.</summary>
    public required string Name { get; init; }

    /// <summary>The server's code.</summary>
    public required string Why { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
