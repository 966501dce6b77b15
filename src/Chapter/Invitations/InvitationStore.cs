using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>Invites people.</summary>
/// <param name="Actor">Who invites.</param>
/// <param name="Batch">Made when they were shown what would go: sending the same form twice invites once.</param>
/// <param name="People">Whom; what is wrong among them is left out.</param>
/// <param name="Words">What the inviter says to them.</param>
/// <param name="AreKept">True for invitations that go nowhere before somebody says so (<see cref="InvitationStore.Release"/>).</param>
internal sealed record InvitePeople(Actor Actor, Guid Batch, IReadOnlyList<ListedAddress> People, string? Words, bool AreKept = false);

/// <summary>
/// What is done with invitations. Whether somebody is a member, was invited already or never wants to be is asked when a letter would go, and makes no difference to
/// anything that an inviter can see.
/// </summary>
internal sealed class InvitationStore(Database database, AddressHashes hashes, TimeProvider clock) : ISendsLetters, IErasesAgain
{
    private const string TakenBack = "invitation", Refused = "invitation-refused";

    private const int MostBatches = 50, MostRowsShown = 1000;

    /// <inheritdoc />
    public Task<long> SentLately(CancellationToken cancellationToken) => database.Find<long>(
        "select count(*) from invitation where state = 'sent' and sent_at > @since", new { since = clock.GetUtcNow().AddDays(-1) }, cancellationToken);

    /// <summary>Records them all, or none.</summary>
    public async Task<Result> Invite(InvitePeople command, CancellationToken cancellationToken)
    {
        var (actor, people) = (command.Actor, command.People.Where(p => p.IsGood).ToList());
        if (Errors(command, people.Count) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        var (now, words) = (clock.GetUtcNow(), TypedText.Plain(command.Words));
        var sendAt = Notices.QuietHours.After(now + InvitationLimits.Undo, Dates.Zone);
        List<byte[]> hash = [];
        foreach (var person in people)
        {
            hash.Add(await hashes.Of(person.Address!, cancellationToken));
        }

        return await database.Write<Result>(
            async t =>
            {
                var stay = await t.Find<Guid>("select stay from account where id = @Id and left_at is null", new { actor.Id });
                if (stay == Guid.Empty)
                {
                    return Access.Members.RefusalFor(null)!;
                }

                if (await t.Find<long>("select count(*) from invitation where batch = @Batch", new { command.Batch }) > 0)
                {
                    return Result.Done;
                }

                var waiting = await t.Find<long>("select count(*) from invitation where inviter = @Id and state in ('waiting', 'kept')", new { actor.Id });
                var room = InvitationLimits.MostWaiting(actor) - waiting;
                if (people.Count > room)
                {
                    return Refusal.Of("invitation.too-many-waiting", "", waiting, InvitationLimits.MostWaiting(actor));
                }

                await t.Insert(
                    "invitation (id, batch, hash, address, shown, words, language, inviter, stay, state, tries, made_at, send_at)",
                    [.. people.Select((p, i) => (object?[])
                        [Guid.CreateVersion7(now), command.Batch, hash[i], p.Address!.Value, p.Address.Masked, words, p.Language, actor.Id, stay, command.AreKept ? "kept" : "waiting", 0L, now, sendAt])]);
                return Result.Done;
            },
            cancellationToken);
    }

    /// <summary>Lets those go that were written together and kept, at the pace of all others.</summary>
    /// <returns>Refused when there are none left that wait for it.</returns>
    public async Task<Result> Release(Guid batch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sendAt = Notices.QuietHours.After(now + InvitationLimits.Undo, Dates.Zone);
        // From now on they wait their turn as long as others do.
        return await database.Write(t => t.Execute("update invitation set state = 'waiting', made_at = @now, send_at = @sendAt where batch = @batch and state = 'kept'", new { batch, now, sendAt }), cancellationToken) > 0
            ? Result.Done
            : Refusal.Of("invitation.stale");
    }

    /// <summary>How many of those that were written together are kept, how many wait their turn, and how many there are.</summary>
    public async Task<BatchCount> CountOf(Guid batch, CancellationToken cancellationToken) => (await database.Find<BatchCount>(
        """
        select count(*) as count, coalesce(sum(case when state = 'kept' then 1 else 0 end), 0) as kept, coalesce(sum(case when state = 'waiting' then 1 else 0 end), 0) as waiting
          from invitation where batch = @batch
        """,
        new { batch },
        cancellationToken))!;

    /// <summary>Takes back one, or all that were written together, of those whose turn has not come.</summary>
    public async Task<Result> TakeBack(Actor actor, Guid oneOrBatch, CancellationToken cancellationToken) =>
        await database.Write(
            async t =>
            {
                var gone = await t.Query<Guid>(
                    "delete from invitation where inviter = @Id and state in ('waiting', 'kept') and (id = @oneOrBatch or batch = @oneOrBatch) returning id", new { actor.Id, oneOrBatch });
                await Erasures.Note(t, [.. gone.Select(id => new Erasure(TakenBack, id))]);
                return gone.Count;
            },
            cancellationToken) > 0
            ? Result.Done
            : Refusal.Of("invitation.stale");

    /// <summary>Whoever got a letter never wants another.</summary>
    public async Task Refuse(byte[] hash, CancellationToken cancellationToken)
    {
        // Whoever holds a letter can say it as often as they like: once it is known, nothing is written.
        if (await database.Find<long>("select count(*) from invitation_never where hash = @hash", new { hash }, cancellationToken) > 0)
        {
            return;
        }

        await database.Write(
            async t =>
            {
                await t.Execute("insert into invitation_never (hash, at) values (@hash, @now) on conflict (hash) do nothing", new { hash, now = clock.GetUtcNow() });
                var erased = await t.Query<Guid>("update invitation set address = null, words = null where hash = @hash returning id", new { hash });
                await Erasures.Note(t, [.. erased.Select(id => new Erasure(Refused, id))]);
            },
            cancellationToken);
    }

    async Task IErasesAgain.Erase(Transaction transaction, IReadOnlySet<Erasure> erased)
    {
        // It would go once more.
        await transaction.Execute("delete from invitation where id = @Id", erased.Where(e => e.Kind == TakenBack).ToList());
        foreach (var refused in erased.Where(e => e.Kind == Refused))
        {
            await transaction.Execute("insert into invitation_never (hash, at) select hash, @now from invitation where id = @Id on conflict (hash) do nothing", new { refused.Id, now = clock.GetUtcNow() });
            await transaction.Execute("update invitation set address = null, words = null where hash in (select hash from invitation where id = @Id)", new { refused.Id });
        }
    }

    /// <summary>What somebody invited in the last thirty days, the newest first.</summary>
    public async Task<IReadOnlyList<SentBatch>> Of(Actor actor, CancellationToken cancellationToken)
    {
        var asked = new { actor.Id, since = clock.GetUtcNow() - InvitationLimits.AddressKept, MostBatches, InvitationLimits.MostAtOnce, MostRowsShown };
        var batches = await database.Query<SentBatch>(
            """
            select batch as id, min(made_at) as made_at, count(*) as count, sum(case when state in ('waiting', 'kept') then 1 else 0 end) as waiting
              from invitation where inviter = @Id and (sent_at is null or sent_at > @since)
             group by batch order by min(made_at) desc, batch limit @MostBatches
            """,
            asked,
            cancellationToken);
        // Of a roster the numbers say more than its rows.
        var rows = await database.Query<SentInvitation>(
            """
            select id, batch, shown, state, send_at from invitation
             where inviter = @Id and shown is not null and (sent_at is null or sent_at > @since)
               and batch in (select batch from invitation where inviter = @Id group by batch having count(*) <= @MostAtOnce)
             order by made_at desc, id limit @MostRowsShown
            """,
            asked,
            cancellationToken);
        return [.. batches.Select(b => b with { Rows = [.. rows.Where(r => r.Batch == b.Id)] })];
    }

    private static IReadOnlyList<Refusal> Errors(InvitePeople command, int good)
    {
        if (Access.Members.RefusalFor(command.Actor) is { } refusal)
        {
            return [refusal];
        }

        var most = InvitationLimits.Rosters.Allows(command.Actor) ? InvitationLimits.MostRows : InvitationLimits.MostAtOnce;
        return good == 0 ? [Refusal.Of("invitation.nobody", nameof(InviteForm.Addresses))]
            : good > most ? [Refusal.Of("invitation.too-many", nameof(InviteForm.Addresses), most)]
            : InviteForm.Validator.Errors(new InviteForm { Addresses = "-", Words = command.Words });
    }
}

/// <summary>How far invitations are that were written together.</summary>
internal sealed record BatchCount
{
    /// <summary>How many are known.</summary>
    public required long Count { get; init; }

    /// <summary>How many go nowhere before somebody says so.</summary>
    public required long Kept { get; init; }

    /// <summary>How many wait their turn.</summary>
    public required long Waiting { get; init; }
}

/// <summary>Invitations that were written together.</summary>
internal sealed record SentBatch
{
    public required Guid Id { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>How many of them can still be taken back.</summary>
    public required long Waiting { get; init; }

    /// <summary>They themselves; none of a roster.</summary>
    public IReadOnlyList<SentInvitation> Rows { get; init; } = [];
}

/// <summary>An invitation as its inviter sees it.</summary>
internal sealed record SentInvitation
{
    public required Guid Id { get; init; }

    public required Guid Batch { get; init; }

    /// <summary>As much of the address as tells them which it is.</summary>
    public required string Shown { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset SendAt { get; init; }

    /// <summary>True until its turn comes. What becomes of it then is nobody's business but the reader's.</summary>
    public bool IsWaiting => State is "waiting" or "kept";
}
