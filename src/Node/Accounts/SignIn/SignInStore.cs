using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Rules;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>The requests to sign in that are open, and the one statement that closes each.</summary>
internal sealed class SignInStore(Database database, SessionStore sessions, SignInOptions options, TimeProvider clock)
{
    /// <summary>Opens a request for somebody who is here; false when they have left meanwhile. An earlier one of the same person in the same browser is void.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="account">Whose.</param>
    /// <param name="token">The link's token.</param>
    /// <param name="bound">The browser's secret and the typed code; null for a link that is good in any browser.</param>
    /// <param name="lasts">How long it is good.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<bool> Open(Guid id, Guid account, string token, (string Browser, string Code)? bound, TimeSpan lasts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var request = new
        {
            id,
            account,
            Token = Secret.Hash(token),
            Code = bound is { } b ? Secret.Hmac(b.Browser, b.Code) : null,
            Browser = bound is { } c ? Secret.Hash(c.Browser) : null,
            now,
            Ends = now + lasts,
            LongAgo = now.AddDays(-1),
        };
        return database.Write(
            async t =>
            {
                await t.Execute("delete from sign_in_request where expires_at < @LongAgo or (account_id = @account and browser = @Browser and used_at is null)", request).ConfigureAwait(false);
                return await t.Execute(
                    """
                    insert into sign_in_request (id, account_id, token, code, browser, tries, made_at, expires_at, used_at)
                    select @id, id, @Token, @Code, @Browser, 0, @now, @Ends, null from account where id = @account and left_at is null
                    """,
                    request).ConfigureAwait(false) == 1;
            },
            cancellationToken);
    }

    /// <summary>Uses a key up and starts a session, in one transaction.</summary>
    /// <param name="key">The link or the code.</param>
    /// <param name="browser">The browser's secret; null when it has none.</param>
    /// <param name="device">What the session list shows.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Outcome<StartedSession>> Use(SignInKey key, string? browser, string device, CancellationToken cancellationToken) => database.Write<Outcome<StartedSession>>(
        async t =>
        {
            var now = clock.GetUtcNow();
            var hash = browser is null ? null : Secret.Hash(browser);
            var used = key switch
            {
                SignInKey.Link link => await UseLink(t, link, hash, now).ConfigureAwait(false),
                SignInKey.Code code => await UseCode(t, code, browser, hash, now).ConfigureAwait(false),
                _ => throw new InvalidOperationException("A key of no kind."),
            };
            if (used.Account is not { } account)
            {
                return Problem.Of(used.Fault, nameof(SignInForm.Key));
            }

            return await sessions.Start(t, account, device).ConfigureAwait(false) is { } started
                ? started
                : Problem.Of(SignInProblem.UnknownLink, nameof(SignInForm.Key));
        },
        cancellationToken);

    private static async Task<(Guid? Account, string Fault)> UseLink(Transaction t, SignInKey.Link link, byte[]? browser, DateTimeOffset now)
    {
        var token = Secret.Hash(link.Token);
        var request = await t.Find<UsedRow>(
            """
            update sign_in_request set used_at = @now
             where token = @token and (browser is null or browser = @browser) and used_at is null and expires_at > @now
            returning account_id, used_at, expires_at
            """,
            new { token, browser, now }).ConfigureAwait(false);
        if (request is not null)
        {
            return (request.AccountId, "");
        }

        var there = await t.Find<UsedRow>("select account_id, used_at, expires_at from sign_in_request where token = @token", new { token }).ConfigureAwait(false);
        return (null, there switch
        {
            null => SignInProblem.UnknownLink,
            { UsedAt: not null } => SignInProblem.Used,
            _ when there.ExpiresAt <= now => SignInProblem.Expired,
            _ => SignInProblem.OtherBrowser,
        });
    }

    private async Task<(Guid? Account, string Fault)> UseCode(Transaction t, SignInKey.Code code, string? secret, byte[]? browser, DateTimeOffset now)
    {
        if (secret is null)
        {
            return (null, SignInProblem.NoCode);
        }

        // One statement counts the try and, when the code is right, uses the request up: nobody gets a sixth try between the two.
        var tried = await t.Query<TriedRow>(
            """
            update sign_in_request set tries = tries + 1, used_at = case when code = @Code then @now else used_at end
             where browser = @browser and used_at is null and expires_at > @now and tries < @CodeTries
            returning account_id, used_at, tries
            """,
            new { browser, Code = Secret.Hmac(secret, code.Characters), now, options.CodeTries }).ConfigureAwait(false);
        return tried.FirstOrDefault(r => r.UsedAt is not null) is { } right ? (right.AccountId, "")
            : (null, tried.Any(r => r.Tries < options.CodeTries) ? SignInProblem.WrongCode : SignInProblem.NoCode);
    }

    private sealed record UsedRow
    {
        public required Guid AccountId { get; init; }

        public required DateTimeOffset? UsedAt { get; init; }

        public required DateTimeOffset ExpiresAt { get; init; }
    }

    private sealed record TriedRow
    {
        public required Guid AccountId { get; init; }

        public required DateTimeOffset? UsedAt { get; init; }

        public required long Tries { get; init; }
    }
}
