using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>The sessions that are open.</summary>
public sealed class SessionStore(Database database, SignInOptions options, TimeProvider clock)
{
    // Reading a page must not write: the sliding end is moved at most once a day.
    private static readonly TimeSpan SeenAgain = TimeSpan.FromDays(1);

    /// <summary>Who a cookie's value stands for, in one indexed query; null when it stands for nobody.</summary>
    public async Task<SignedIn?> Find(string key, CancellationToken cancellationToken)
    {
        if (!Secret.IsShaped(key))
        {
            return null;
        }

        var rows = await database.Query<Row>(
            """
            select s.id, s.started_at, s.seen_at, a.id as account_id, a.stay, a.name, a.language, r.role
              from session s
              join account a on a.id = s.account_id and a.left_at is null
              left join account_role r on r.account_id = a.id and r.taken_at is null
             where s.key = @Key and s.expires_at > @Now
             order by r.role
             limit 100
            """,
            new { Key = Secret.Hash(key), Now = clock.GetUtcNow() },
            cancellationToken).ConfigureAwait(false);
        return rows is [var first, ..]
            ? new SignedIn(first.Id, new Actor(first.AccountId, [.. rows.Select(r => r.Role).OfType<string>()]), first.Stay, first.Name, Language.Of(first.Language), first.StartedAt, first.SeenAt)
            : null;
    }

    /// <summary>Moves the end of a session on; true when it was time to.</summary>
    public async Task<bool> Slide(SignedIn signedIn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - signedIn.SeenAt < SeenAgain)
        {
            return false;
        }

        try
        {
            return await database.Write(
                t => t.Execute("update session set seen_at = @now, expires_at = @Ends where id = @Session", new { now, Ends = End(now, signedIn.StartedAt), signedIn.Session }),
                cancellationToken).ConfigureAwait(false) == 1;
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return false; // a full disk keeps nobody from reading
        }
    }

    /// <summary>The open sessions of an account, the latest first.</summary>
    public Task<IReadOnlyList<Session>> Of(Guid account, CancellationToken cancellationToken) => database.Query<Session>(
        "select id, device, started_at, seen_at from session where account_id = @account and expires_at > @Now order by started_at desc, id limit 100",
        new { account, Now = clock.GetUtcNow() },
        cancellationToken);

    /// <summary>Ends one session of an account, at once; nothing when it is another's or gone.</summary>
    public Task End(Guid account, Guid session, CancellationToken cancellationToken) =>
        database.Write(t => t.Execute("delete from session where id = @session and account_id = @account", new { account, session }), cancellationToken);

    /// <summary>Ends all sessions of an account but one.</summary>
    public Task EndOthers(Guid account, Guid session, CancellationToken cancellationToken) =>
        database.Write(t => EndOthers(t, account, session), cancellationToken);

    /// <inheritdoc cref="EndOthers(Guid, Guid, CancellationToken)"/>
    internal static Task<int> EndOthers(Transaction transaction, Guid account, Guid session) =>
        transaction.Execute("delete from session where account_id = @account and id <> @session", new { account, session });

    /// <summary>Those that are over are deleted; first of all in a transaction that goes on to others' rows.</summary>
    internal static Task<int> EndExpired(Transaction transaction, DateTimeOffset now) => transaction.Execute("delete from session where expires_at <= @now", new { now });

    /// <summary>Ends all sessions of an account.</summary>
    internal static Task<int> EndAll(Transaction transaction, Guid account) => transaction.Execute("delete from session where account_id = @account", new { account });

    /// <summary>Starts a session; null when the person has left.</summary>
    internal async Task<StartedSession?> Start(Transaction transaction, Guid account, string device)
    {
        var now = clock.GetUtcNow();
        var key = Secret.New();
        var stay = await transaction.Find<Guid>(
            """
            insert into session (id, account_id, key, device, started_at, seen_at, expires_at)
            select @Id, id, @Key, @device, @now, @now, @Ends from account where id = @account and left_at is null
            returning (select stay from account where id = account_id)
            """,
            new { Id = Guid.CreateVersion7(now), Key = Secret.Hash(key), account, device, now, Ends = End(now, now) }).ConfigureAwait(false);
        if (stay == Guid.Empty)
        {
            return null;
        }

        await SecurityLog.Append(transaction, now, SecurityEvents.SignedIn, account, account).ConfigureAwait(false);
        return new StartedSession(account, stay, key);
    }

    // Every visit moves the end on, and none beyond what a sign-in is good for.
    private DateTimeOffset End(DateTimeOffset now, DateTimeOffset started)
    {
        var (sliding, most) = (now.AddDays(options.SessionDays), started.AddDays(options.SessionMostDays));
        return sliding < most ? sliding : most;
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required DateTimeOffset StartedAt { get; init; }

        public required DateTimeOffset SeenAt { get; init; }

        public required Guid AccountId { get; init; }

        public required Guid Stay { get; init; }

        public required string Name { get; init; }

        public required string Language { get; init; }

        public required string? Role { get; init; }
    }
}
