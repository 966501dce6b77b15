using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Chapter.Guests;

/// <summary>
/// Who comes without being a member. They say so with an address, and it counts once they have pressed a button that a letter to it leads to. Whoever asks is told the
/// same, whatever is known of an address.
/// </summary>
internal sealed class GuestStore(Database database, AddressHashes hashes, Mailer mailer, CurrentMail mail, TimeProvider clock) : ISendsLetters, IErasesAgain
{
    private const string Erased = "guest";

    private const string Columns = "id, meeting_id, hash, coalesce(address, '') as address, language, mode, is_coming, confirmed_at";

    private static readonly TimeSpan day = TimeSpan.FromDays(1), hour = TimeSpan.FromHours(1);

    private readonly SlidingCount networks = new(GuestLimits.PerNetwork, hour, clock);

    /// <summary>Somebody says that they come; a letter asks them whether it was they.</summary>
    public async Task<Result> Ask(HttpContext visitor, Guid meetingId, GuestForm form, Language language)
    {
        var now = clock.GetUtcNow();
        var meeting = await Meeting(meetingId, visitor.RequestAborted);
        // A meeting that has one way only does not ask which.
        form = meeting?.Plan.Mode switch
        {
            MeetingMode.InPerson => form with { Mode = Options<AttendanceMode>.CodeOf(AttendanceMode.InPerson) },
            MeetingMode.Remote => form with { Mode = Options<AttendanceMode>.CodeOf(AttendanceMode.Remote) },
            _ => form,
        };
        if (GuestForm.Validator.Errors(form) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        if (Guest.RefusalFor(meeting, MeetingCodes.Presences.ValueOf(form.Mode)!.Value, now) is { } refusal)
        {
            return refusal;
        }

        if (!mailer.HasServer)
        {
            return Refusal.Of("guest.no-mail");
        }

        if (!networks.Admits(VisitorNetwork.Of(visitor)))
        {
            return Refusal.Of(TooMany);
        }

        var address = EmailAddress.Parse(form.Address)!;
        return await Record(meeting!, address, await hashes.Of(address, visitor.RequestAborted), form.Mode!, language, visitor.RequestAborted);
    }

    /// <summary>The code of what is said to who asks too often: 429.</summary>
    public const string TooMany = "guest.too-many";

    /// <summary>They confirm it.</summary>
    public async Task<Result> Confirm(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await Find(id, cancellationToken) is not { } guest)
        {
            return Refusal.Of("guest.unknown");
        }

        var meeting = await Meeting(guest.MeetingId, cancellationToken);
        if (Guest.RefusalFor(meeting, guest.Way, now) is { } refusal)
        {
            return refusal;
        }

        return await database.Write(
            async t =>
            {
                // One after the other, or two that press at once would both take the last place.
                await t.Execute("update guest set asked_at = asked_at where meeting_id = @MeetingId", new { guest.MeetingId });
                if (await t.Find<long>("select count(*) from guest where meeting_id = @MeetingId and is_coming = 1 and id <> @id", new { guest.MeetingId, id }) >= GuestLimits.MostPerMeeting)
                {
                    return Refusal.Of("guest.full");
                }

                if (await t.Execute(
                    "update guest set is_coming = 1, confirmed_at = @now, day = @day where id = @id and is_coming = 0 and address is not null", new { id, now, day = DayOf(meeting!) }) == 1)
                {
                    await Add(t, id, "expected", now, meeting!.Plan.EndsAt, now);
                }

                return Result.Done;
            },
            cancellationToken);
    }

    /// <summary>They do not come after all: nothing of them remains.</summary>
    public Task Withdraw(Guid id, CancellationToken cancellationToken) => database.Write(
        async t =>
        {
            await Withdraw(t, id);
            await Erasures.Note(t, new Erasure(Erased, id));
        },
        cancellationToken);

    async Task IErasesAgain.Erase(Transaction transaction, IReadOnlySet<Erasure> erased)
    {
        foreach (var guest in erased.Where(e => e.Kind == Erased))
        {
            await Withdraw(transaction, guest.Id);
        }
    }

    private static async Task Withdraw(Transaction t, Guid id)
    {
        await t.Erase("delete from guest where id = @id", new { id });
        await t.Execute("update guest_letter set state = 'dropped' where guest_id = @id and state = 'waiting'", new { id });
    }

    /// <summary>Somebody by what their link says; null once they withdrew, did not confirm in time, or the meeting's day is over.</summary>
    public Task<Guest?> Find(Guid id, CancellationToken cancellationToken) => database.Find<Guest>(
        $"select {Columns} from guest where id = @id and address is not null and (is_coming = 1 or asked_at > @since)",
        new { id, since = clock.GetUtcNow() - GuestLimits.ToConfirm },
        cancellationToken);

    /// <summary>Which of their visits it is, within a year.</summary>
    public async Task<int> VisitOf(Guest guest, CancellationToken cancellationToken) => 1 + (int)await database.Find<long>(
        "select count(*) from guest where hash = @Hash and is_coming = 1 and meeting_id <> @MeetingId and day < @today",
        new { guest.Hash, guest.MeetingId, today = AsText(Dates.DayOf(clock.GetUtcNow())) },
        cancellationToken);

    /// <summary>How many guests a meeting expects.</summary>
    public async Task<GuestCount> Expected(Guid meeting, CancellationToken cancellationToken)
    {
        var modes = await database.Query<string>(
            "select mode from guest where meeting_id = @meeting and is_coming = 1 order by id limit @most", new { meeting, most = GuestLimits.MostPerMeeting }, cancellationToken);
        var inPerson = modes.Count(m => m == Options<AttendanceMode>.CodeOf(AttendanceMode.InPerson));
        return new(inPerson, modes.Count - inPerson);
    }

    /// <summary>A meeting as it was last saved; null when there is none.</summary>
    public async Task<Meeting?> Meeting(Guid id, CancellationToken cancellationToken) =>
        await database.Find<string>("select json from meeting where id = @id", new { id }, cancellationToken) is { } json ? JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options) : null;

    /// <summary>The meetings that expect guests who can be written to.</summary>
    public Task<IReadOnlyList<Guid>> MeetingsToTellOf(CancellationToken cancellationToken) =>
        database.Query<Guid>("select distinct meeting_id from guest where is_coming = 1 and address is not null order by meeting_id limit 1000", null, cancellationToken);

    /// <summary>Records a letter to those who come to a meeting and have not been told it.</summary>
    /// <param name="meeting">Which.</param>
    /// <param name="fact">What they are told.</param>
    /// <param name="knownBy">Who confirmed at that time or later knows it already.</param>
    /// <param name="sendAt">Not before.</param>
    /// <param name="expiresAt">Not after.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task Tell(Guid meeting, string fact, DateTimeOffset knownBy, DateTimeOffset sendAt, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var untold = await database.Query<Guid>(
            """
            select g.id from guest g
             where g.meeting_id = @meeting and g.is_coming = 1 and g.address is not null and g.confirmed_at < @knownBy
               and not exists (select 1 from guest_letter l where l.guest_id = g.id and l.fact = @fact)
             order by g.id limit @most
            """,
            new { meeting, fact, knownBy, most = GuestLimits.MostPerMeeting },
            cancellationToken);
        if (untold.Count > 0)
        {
            await database.Write(
                async t =>
                {
                    foreach (var guest in untold)
                    {
                        await Add(t, guest, fact, sendAt, expiresAt, clock.GetUtcNow());
                    }
                },
                cancellationToken);
        }
    }

    /// <summary>The letters that are to go now.</summary>
    public Task<IReadOnlyList<GuestLetterRow>> Due(long most, CancellationToken cancellationToken) => database.Query<GuestLetterRow>(
        """
        select l.id, l.guest_id, l.fact, l.tries
          from guest_letter l join guest g on g.id = l.guest_id and g.address is not null
         where l.state = 'waiting' and l.send_at <= @now and l.expires_at > @now
         order by l.send_at, l.id limit @most
        """,
        new { now = clock.GetUtcNow(), most },
        cancellationToken);

    /// <summary>What became of a letter.</summary>
    public Task End(Guid letter, string state) => database.WriteTogether(
        t => t.Execute("update guest_letter set state = @state, sent_at = @now where id = @letter and state = 'waiting'", new { letter, state, now = clock.GetUtcNow() }), CancellationToken.None);

    /// <summary>A letter goes later.</summary>
    public Task PutOff(GuestLetterRow letter, TimeSpan pause) => database.WriteTogether(
        t => t.Execute("update guest_letter set send_at = @at, tries = tries + 1 where id = @Id and state = 'waiting'", new { letter.Id, at = clock.GetUtcNow() + pause }), CancellationToken.None);

    /// <inheritdoc />
    public Task<long> SentLately(CancellationToken cancellationToken) => database.Find<long>(
        "select count(*) from guest_letter where state = 'sent' and sent_at > @since", new { since = clock.GetUtcNow() - day }, cancellationToken);

    /// <summary>
    /// Forgets addresses the day after the meeting, who never confirmed, and visits after a year. A meeting that was moved is over when its new day is; one that was
    /// called off was no visit.
    /// </summary>
    public async Task Forget(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var at = new { now, today = AsText(Dates.DayOf(now)), unconfirmed = now - GuestLimits.ToConfirm, yearAgo = AsText(Dates.DayOf(now - GuestLimits.VisitKept)), dayAgo = now - day };
        const string isOver = "coalesce((select substr(m.begins, 1, 10) from meeting m where m.id = guest.meeting_id), day) < @today";
        const string isGone = $"(is_coming = 0 and asked_at < @unconfirmed) or day < @yearAgo or ({isOver} and exists (select 1 from meeting m where m.id = guest.meeting_id and m.state = 'cancelled'))";
        const string isSaid = "made_at < @dayAgo and not exists (select 1 from guest g where g.id = guest_letter.guest_id and g.address is not null)";
        // A write wakes up all that follows: not for nothing.
        if (await database.Find<long>($"select count(*) from guest where ({isGone}) or (address is not null and {isOver})", at, cancellationToken)
            + await database.Find<long>($"select count(*) from guest_letter where {isSaid}", at, cancellationToken) > 0)
        {
            await database.Write(
                async t =>
                {
                    await t.Erase($"delete from guest where {isGone}", at);
                    await t.Erase($"update guest set address = null where address is not null and {isOver}", at);
                    await t.Execute($"delete from guest_letter where {isSaid}", at);
                },
                cancellationToken);
        }
    }

    private Task<Result> Record(Meeting meeting, EmailAddress address, byte[] hash, string mode, Language language, CancellationToken cancellationToken) => database.Write(
        async t =>
        {
            var now = clock.GetUtcNow();
            const string askedSince = "select count(*) from guest_letter where fact like 'asked-%' and made_at > @since";
            if (await t.Find<long>(askedSince, new { since = now - hour }) >= GuestLimits.AskedPerHour
                || await t.Find<long>(askedSince, new { since = now - day }) >= Math.Max(1, mail.Options.MostPerDay / GuestLimits.ShareOfTheDay))
            {
                return Refusal.Of(TooMany);
            }

            // Who never wants to be invited is not asked here either; whoever typed their address is told the same.
            if (await t.Find<long>("select count(*) from invitation_never where hash = @hash", new { hash }) > 0)
            {
                return Result.Done;
            }

            // Who has confirmed stays as they said: anybody could type their address. They get the letter that leads to what they said.
            await t.Execute(
                """
                insert into guest (id, meeting_id, day, hash, address, language, mode, is_coming, asked_at)
                values (@id, @meeting, @day, @hash, @address, @language, @mode, 0, @now)
                on conflict (meeting_id, hash) do update set address = excluded.address, language = excluded.language, mode = excluded.mode, asked_at = excluded.asked_at
                 where guest.is_coming = 0
                """,
                new { id = Guid.CreateVersion7(now), meeting = meeting.Id, day = DayOf(meeting), hash, address = address.Value, language = language.Code, mode, now });
            var guest = await t.Find<Guid>("select id from guest where meeting_id = @meeting and hash = @hash", new { meeting = meeting.Id, hash });
            var asked = await t.Find<long>("select count(*) from guest_letter where guest_id = @guest and fact like 'asked-%'", new { guest });
            if (await t.Find<long>("select count(*) from guest_letter where guest_id = @guest and fact like 'asked-%' and made_at > @since", new { guest, since = now - day }) < GuestLimits.LettersPerAddress)
            {
                await Add(t, guest, $"asked-{Digits.Of(asked + 1)}", now, now + GuestLimits.ToConfirm, now);
            }

            return Result.Done;
        },
        cancellationToken);

    private static Task<int> Add(Transaction t, Guid guest, string fact, DateTimeOffset sendAt, DateTimeOffset expiresAt, DateTimeOffset now) => t.Execute(
        """
        insert into guest_letter (id, guest_id, fact, send_at, expires_at, state, tries, made_at) values (@id, @guest, @fact, @sendAt, @expiresAt, 'waiting', 0, @now)
        on conflict (guest_id, fact) do nothing
        """,
        new { id = Guid.CreateVersion7(now), guest, fact, sendAt, expiresAt, now });

    private static string DayOf(Meeting meeting) => AsText(meeting.Plan.Day);

    private static string AsText(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A letter to a guest that waits.</summary>
internal sealed record GuestLetterRow
{
    public required Guid Id { get; init; }

    public required Guid GuestId { get; init; }

    public required string Fact { get; init; }

    public required long Tries { get; init; }
}
