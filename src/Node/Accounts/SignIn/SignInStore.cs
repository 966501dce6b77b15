using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>The requests to sign in that are open, and the one statement that closes each.</summary>
internal sealed class SignInStore(Database database, AccountStore accounts, SessionStore sessions, SignInOptions options, TimeProvider clock)
{
    /// <summary>Opens a request for somebody who is here; false when they have left meanwhile. An earlier one of the same person in the same browser is void.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="account">Whose.</param>
    /// <param name="token">The link's token.</param>
    /// <param name="bound">The browser's secret and the typed code; null for a link that is good in any browser.</param>
    /// <param name="lasts">How long it is good.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<bool> Open(Guid id, Guid account, string token, (string Browser, string Code)? bound, TimeSpan lasts, CancellationToken cancellationToken) =>
        Open(Request.Of(id, token, bound, clock.GetUtcNow(), lasts) with { Account = account }, cancellationToken);

    /// <summary>Opens a request for somebody who asks to join. An earlier one of the same address in the same browser is void.</summary>
    public Task Open(Guid id, EmailAddress address, Newcomer newcomer, string token, (string Browser, string Code) bound, TimeSpan lasts, CancellationToken cancellationToken) =>
        Open(
            Request.Of(id, token, bound, clock.GetUtcNow(), lasts) with
            {
                Address = address.Value,
                Name = newcomer.Name!.Trim(),
                Language = newcomer.Language,
                Pledge = newcomer.Pledge,
            },
            cancellationToken);

    private Task<bool> Open(Request request, CancellationToken cancellationToken) => database.Write(
        async t =>
        {
            await t.Execute(
                """
                delete from sign_in_request
                 where expires_at < @LongAgo or (browser = @Browser and used_at is null and (account_id = @Account or address = @Address))
                """,
                request).ConfigureAwait(false);
            return await t.Execute(
                request.Account is null
                    ? """
                      insert into sign_in_request (id, address, name, language, pledge, token, code, browser, tries, made_at, expires_at)
                      values (@Id, @Address, @Name, @Language, @Pledge, @Token, @Code, @Browser, 0, @Now, @Ends)
                      """
                    : """
                      insert into sign_in_request (id, account_id, token, code, browser, tries, made_at, expires_at)
                      select @Id, id, @Token, @Code, @Browser, 0, @Now, @Ends from account where id = @Account and left_at is null
                      """,
                request).ConfigureAwait(false) == 1;
        },
        cancellationToken);

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

            return await sessions.Start(t, request.AccountId ?? await Admit(t, request).ConfigureAwait(false), device).ConfigureAwait(false) is { } started
                ? new OpenedSession(started, request.Pledge)
                : Refusal.Of("sign-in.unknown-link", nameof(SignInForm.Key));
        },
        cancellationToken);

    /// <summary>The newcomer's account; that of the address when it joined in another browser meanwhile. What they said of themselves is then kept there alone.</summary>
    private async Task<Guid> Admit(Transaction t, UsedRow request)
    {
        var address = EmailAddress.Parse(request.Address)!;
        var added = await accounts.Add(t, request.Name!, address, request.Language!, [], null).ConfigureAwait(false);
        var account = added.Value ?? (await AccountStore.Find(t, address).ConfigureAwait(false))!;
        await t.Execute(
            "update sign_in_request set account_id = @account, address = null, name = null, language = null, pledge = null where id = @Id",
            new { request.Id, account = account.Id }).ConfigureAwait(false);
        return account.Id;
    }

    private static async Task<(UsedRow? Request, string Fault)> UseLink(Transaction t, SignInKey.Link link, byte[]? browser, DateTimeOffset now)
    {
        var token = Secret.Hash(link.Token);
        var request = await t.Find<UsedRow>(
            $"""
            update sign_in_request set used_at = @now
             where token = @token and (browser is null or browser = @browser) and used_at is null and expires_at > @now
            returning {UsedRow.Columns}
            """,
            new { token, browser, now }).ConfigureAwait(false);
        if (request is not null)
        {
            return (request, "");
        }

        var there = await t.Find<UsedRow>($"select {UsedRow.Columns} from sign_in_request where token = @token", new { token }).ConfigureAwait(false);
        return (null, there switch
        {
            null => "sign-in.unknown-link",
            { UsedAt: not null } => "sign-in.used",
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
            update sign_in_request set tries = tries + 1, used_at = case when code = @Code then @now else used_at end
             where browser = @browser and used_at is null and expires_at > @now and tries < @CodeTries
            returning {UsedRow.Columns}
            """,
            new { browser, Code = Secret.Hmac(secret, code.Characters), now, options.CodeTries }).ConfigureAwait(false);
        return tried.FirstOrDefault(r => r.UsedAt is not null) is { } right ? (right, "")
            : (null, tried.Any(r => r.Tries < options.CodeTries) ? "sign-in.wrong-code" : "sign-in.no-code");
    }

    private sealed record Request
    {
        public required Guid Id { get; init; }
        public Guid? Account { get; init; }
        public string? Address { get; init; }
        public string? Name { get; init; }
        public string? Language { get; init; }
        public string? Pledge { get; init; }
        public required byte[] Token { get; init; }
        public required byte[]? Code { get; init; }
        public required byte[]? Browser { get; init; }
        public required DateTimeOffset Now { get; init; }
        public required DateTimeOffset Ends { get; init; }
        public required DateTimeOffset LongAgo { get; init; }

        public static Request Of(Guid id, string token, (string Browser, string Code)? bound, DateTimeOffset now, TimeSpan lasts) => new()
        {
            Id = id,
            Token = Secret.Hash(token),
            Code = bound is { } b ? Secret.Hmac(b.Browser, b.Code) : null,
            Browser = bound is { } c ? Secret.Hash(c.Browser) : null,
            Now = now,
            Ends = now + lasts,
            LongAgo = now.AddDays(-1),
        };
    }

    private sealed record UsedRow
    {
        public const string Columns = "id, account_id, address, name, language, pledge, used_at, expires_at, tries";

        public required Guid Id { get; init; }
        public required Guid? AccountId { get; init; }
        public required string? Address { get; init; }
        public required string? Name { get; init; }
        public required string? Language { get; init; }
        public required string? Pledge { get; init; }
        public required DateTimeOffset? UsedAt { get; init; }
        public required DateTimeOffset ExpiresAt { get; init; }
        public required long Tries { get; init; }
    }
}

/// <summary>A key that opened: the session it started and, when it was a newcomer's, what they agreed to.</summary>
internal sealed record OpenedSession(StartedSession Session, string? Pledge);
