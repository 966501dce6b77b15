using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>The requests to sign in that are open, and the one statement that closes each.</summary>
internal sealed class SignInStore(Database database, AccountStore accounts, SessionStore sessions, SignInOptions options, TimeProvider clock)
{
    /// <summary>
    /// Opens a request of a browser, one row of one kind whoever the address belongs to. An earlier one of the same address and browser is void, unless it was
    /// for the same letter.
    /// </summary>
    /// <param name="letter">The letter whose code opens it.</param>
    /// <param name="isFirst">True for the browser for which the letter is written: there, and nowhere else, its link opens it too.</param>
    /// <param name="address">Whose.</param>
    /// <param name="newcomer">What somebody who asks to join said of themselves; null for somebody who signs in.</param>
    /// <param name="browser">The browser's secret.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task Open(SecretLetter letter, bool isFirst, EmailAddress address, Newcomer? newcomer, string browser, CancellationToken cancellationToken)
    {
        var request = new Request
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Letter = letter.Id,
            Address = address.Value,
            Name = newcomer?.Name!.Trim(),
            Language = newcomer?.Language,
            Pledge = newcomer?.Pledge,
            Token = Secret.Hash(isFirst ? letter.Token : Secret.New()),
            Code = Secret.Hmac(browser, letter.Code),
            Browser = Secret.Hash(browser),
            Now = clock.GetUtcNow(),
            Ends = letter.Ends,
        };
        return database.Write(t => Open(t, request), cancellationToken);
    }

    /// <summary>The address that a browser asked for last, while that request is open; null when there is none.</summary>
    public async Task<EmailAddress?> AskedFor(string browser, CancellationToken cancellationToken) => EmailAddress.Parse(await database.Find<string>(
        "select address from sign_in_request where browser = @browser and used_at is null and expires_at > @now order by made_at desc, id desc limit 1",
        new { browser = Secret.Hash(browser), now = clock.GetUtcNow() },
        cancellationToken).ConfigureAwait(false));

    /// <summary>Opens a request that a link alone opens, in any browser.</summary>
    public Task Open(Account account, string token, TimeSpan lasts, CancellationToken cancellationToken)
    {
        var (now, id) = (clock.GetUtcNow(), Guid.CreateVersion7(clock.GetUtcNow()));
        return database.Write(
            async t =>
            {
                await Open(t, new() { Id = id, Letter = id, Address = account.Address, Token = Secret.Hash(token), Now = now, Ends = now + lasts }).ConfigureAwait(false);
                await SecurityLog.Append(t, now, SecurityEvents.LinkMade, null, account.Id).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    private static async Task<int> Open(Transaction t, Request request)
    {
        // A code has five tries in a browser, however often it asks.
        await t.Execute(
            """
            insert into sign_in_request (id, letter, address, name, language, pledge, token, code, browser, made_at, expires_at, tries)
            values (@Id, @Letter, @Address, @Name, @Language, @Pledge, @Token, @Code, @Browser, @Now, @Ends,
                    (select coalesce(max(tries), 0) from sign_in_request where letter = @Letter and browser = @Browser))
            """,
            request).ConfigureAwait(false);
        return await t.Execute(
            """
            delete from sign_in_request
             where expires_at < @LongAgo or (browser = @Browser and address = @Address and letter <> @Letter and used_at is null)
            """,
            request).ConfigureAwait(false);
    }

    /// <summary>Uses a key up and starts a session, in one transaction, and in the same a newcomer's account.</summary>
    /// <param name="key">The link or the code.</param>
    /// <param name="browser">The browser's secret; null when it has none.</param>
    /// <param name="device">What the session list shows.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Result<OpenedSession>> Use(SignInKey key, string? browser, string device, CancellationToken cancellationToken) => database.Write<Result<OpenedSession>>(
        async t =>
        {
            var now = clock.GetUtcNow();
            var hash = browser is null ? null : Secret.Hash(browser);
            await SessionStore.EndExpired(t, now).ConfigureAwait(false);
            var used = key switch
            {
                SignInKey.Link link => await UseLink(t, link, hash, now).ConfigureAwait(false),
                SignInKey.Code code => await UseCode(t, code, browser, hash, now).ConfigureAwait(false),
                _ => throw new InvalidOperationException("A key of no kind."),
            };
            if (used.Request is not { } request)
            {
                return Refusal.Of(used.Fault, nameof(SignInForm.Key));
            }

            // What a newcomer said of themselves is kept in their account alone.
            await t.Execute("update sign_in_request set name = null, language = null, pledge = null where letter = @Letter", new { request.Letter }).ConfigureAwait(false);
            var address = EmailAddress.Parse(request.Address)!;
            var known = await AccountStore.Find(t, address).ConfigureAwait(false);
            var account = known ?? (request.Pledge is null ? null : (await accounts.Add(t, request.Name!, address, request.Language!, [], null).ConfigureAwait(false)).Value);
            return account is not null && await sessions.Start(t, account.Id, device).ConfigureAwait(false) is { } started
                ? new OpenedSession(started, address, known is null ? request.Pledge : null)
                : Refusal.Of("sign-in.unknown-link", nameof(SignInForm.Key));
        },
        cancellationToken);

    // A letter's link and code are good once, in whichever browser. The rows of the others stay as they are: what their browsers are told must not tell that somebody came in.
    private const string IsUnused = "not exists (select 1 from sign_in_request u where u.letter = sign_in_request.letter and u.used_at is not null)";

    private static async Task<(UsedRow? Request, string Fault)> UseLink(Transaction t, SignInKey.Link link, byte[]? browser, DateTimeOffset now)
    {
        var token = Secret.Hash(link.Token);
        var request = await t.Find<UsedRow>(
            $"""
            update sign_in_request set used_at = @now
             where token = @token and (browser is null or browser = @browser) and {IsUnused} and expires_at > @now
            returning {UsedRow.Columns}
            """,
            new { token, browser, now }).ConfigureAwait(false);
        if (request is not null)
        {
            return (request, "");
        }

        var there = await t.Find<UsedRow>($"select {UsedRow.Columns} from sign_in_request where token = @token", new { token }).ConfigureAwait(false);
        var isUsed = there is not null && await t.Find<long>("select count(*) from sign_in_request where letter = @Letter and used_at is not null", new { there.Letter }).ConfigureAwait(false) > 0;
        return (null, there switch
        {
            null => "sign-in.unknown-link",
            _ when isUsed => "sign-in.used",
            _ when there.ExpiresAt <= now => "sign-in.expired",
            _ => "sign-in.other-browser",
        });
    }

    private async Task<(UsedRow? Request, string Fault)> UseCode(Transaction t, SignInKey.Code code, string? secret, byte[]? browser, DateTimeOffset now)
    {
        if (secret is null)
        {
            return (null, "sign-in.no-code");
        }

        // One statement counts the try and, when the code is right, uses the request up: nobody gets a sixth try between the two.
        var tried = await t.Query<UsedRow>(
            $"""
            update sign_in_request set tries = tries + 1, used_at = case when code = @Code and {IsUnused} then @now else used_at end
             where browser = @browser and used_at is null and expires_at > @now and tries < @CodeTries
            returning {UsedRow.Columns}
            """,
            new { browser, Code = Secret.Hmac(secret, code.Characters), now, options.CodeTries }).ConfigureAwait(false);
        // Of two requests with one letter that of a newcomer says more.
        if (tried.Where(r => r.UsedAt is not null).OrderByDescending(r => r.Pledge is not null).FirstOrDefault() is { } right)
        {
            return (right, "");
        }

        if (tried.Any(r => r.Tries == options.CodeTries))
        {
            await SecurityLog.Append(t, now, SecurityEvents.TriesUsedUp, null, null).ConfigureAwait(false);
        }

        return (null, tried.Any(r => r.Tries < options.CodeTries) ? "sign-in.wrong-code" : "sign-in.no-code");
    }

    private sealed record Request
    {
        public required Guid Id { get; init; }
        public required Guid Letter { get; init; }
        public required string Address { get; init; }
        public string? Name { get; init; }
        public string? Language { get; init; }
        public string? Pledge { get; init; }
        public required byte[] Token { get; init; }
        public byte[]? Code { get; init; }
        public byte[]? Browser { get; init; }
        public required DateTimeOffset Now { get; init; }
        public required DateTimeOffset Ends { get; init; }
        public DateTimeOffset LongAgo => Now.AddDays(-1);
    }

    private sealed record UsedRow
    {
        public const string Columns = "id, letter, address, name, language, pledge, used_at, expires_at, tries";

        public required Guid Id { get; init; }
        public required Guid Letter { get; init; }
        public required string Address { get; init; }
        public required string? Name { get; init; }
        public required string? Language { get; init; }
        public required string? Pledge { get; init; }
        public required DateTimeOffset? UsedAt { get; init; }
        public required DateTimeOffset ExpiresAt { get; init; }
        public required long Tries { get; init; }
    }
}

/// <summary>A key that opened: the session it started, whose, and what a newcomer agreed to.</summary>
internal sealed record OpenedSession(StartedSession Session, EmailAddress Address, string? Pledge);
