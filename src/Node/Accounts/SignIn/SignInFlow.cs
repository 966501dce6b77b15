using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>
/// How a browser comes in: it asks for a letter, and brings the letter's link or code. For pages; keeps the browser's cookies.
/// Asking says and takes the same whoever the address belongs to.
/// </summary>
public sealed class SignInFlow
{
    private readonly SlidingCount networks;
    private readonly RecentLetters letters;
    private readonly SignInQueue queue;
    private readonly SignInStore requests;
    private readonly SessionStore sessions;
    private readonly AccountCookies cookies;
    private readonly AskValidator askValidator = new();
    private readonly KeyValidator keyValidator = new();
    private readonly IEnumerable<IMembershipListener> listeners;

    internal SignInFlow(
        RecentLetters letters, SignInQueue queue, SignInStore requests, SessionStore sessions, AccountCookies cookies, IEnumerable<IMembershipListener> listeners,
        SignInOptions options, TimeProvider clock)
    {
        networks = new(options.PerNetwork, TimeSpan.FromMinutes(options.NetworkMinutes), clock);
        (this.letters, this.queue, this.requests, this.sessions, this.cookies, this.listeners) = (letters, queue, requests, sessions, cookies, listeners);
    }

    /// <summary>True when this browser asked lately: it may have a code to type.</summary>
    public bool HasAsked(HttpContext browser) => cookies.Browser(browser) is not null;

    /// <summary>
    /// The address that this browser itself typed lately, masked; null when it typed none. Nothing else says whom a link is for: the link's own token would, to
    /// whoever found it.
    /// </summary>
    public async Task<string?> AskedFor(HttpContext browser) =>
        cookies.Browser(browser) is { } secret ? (await requests.AskedFor(secret, browser.RequestAborted).ConfigureAwait(false))?.Masked : null;

    /// <summary>Asks for a letter to an address, which comes when somebody here has it.</summary>
    public async Task<Result> Ask(HttpContext browser, string? address) =>
        askValidator.Errors(new SignInForm(address, null)) is { Count: > 0 } errors
            ? Result.Refused(errors) : await Take(browser, EmailAddress.Parse(address)!, null).ConfigureAwait(false);

    /// <summary>Asks to join: the letter comes in any case, to a newcomer as to somebody who is here already.</summary>
    public async Task<Result> Ask(HttpContext browser, Newcomer newcomer) =>
        NewcomerValidator.Instance.Errors(newcomer) is { Count: > 0 } errors
            ? Result.Refused(errors) : await Take(browser, EmailAddress.Parse(newcomer.Address)!, newcomer).ConfigureAwait(false);

    /// <summary>Comes in with a letter's code or link; a newcomer's account begins here.</summary>
    public async Task<Result> Enter(HttpContext browser, string? key)
    {
        if (keyValidator.Errors(new SignInForm(null, key)) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        var device = Device.Describe(browser.Request.Headers.UserAgent.ToString());
        var used = await requests.Use(SignInKey.Read(key)!, cookies.Browser(browser), device, browser.RequestAborted).ConfigureAwait(false);
        if (used.Value is not { } opened)
        {
            return used.WithoutValue;
        }

        if (SignedIn.Of(browser) is { } before)
        {
            await sessions.End(before.Actor.Id, before.Session, CancellationToken.None).ConfigureAwait(false);
        }

        letters.Used(opened.Address);
        cookies.KeepSession(browser, opened.Session.Key);
        cookies.ForgetBrowser(browser);
        if (opened.Pledge is { } pledge)
        {
            foreach (var listener in listeners)
            {
                await listener.Joined(opened.Session.Account, opened.Session.Stay, pledge, CancellationToken.None).ConfigureAwait(false);
            }
        }

        return Result.Done;
    }

    /// <summary>How a page answers when it shows why somebody was turned away.</summary>
    public static int StatusOf(Result refused) =>
        refused.Refusals.Any(r => r.Code == "sign-in.too-many") ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;

    // The same for everybody, in words and in work: who has the address is looked up when the letter is written, and when a key comes back.
    private async Task<Result> Take(HttpContext browser, EmailAddress address, Newcomer? newcomer)
    {
        if (!networks.Admits(VisitorNetwork.Of(browser)))
        {
            return Refusal.Of("sign-in.too-many");
        }

        // One secret a browser: a second request must not make the first letter's code worthless here.
        var secret = cookies.Browser(browser) ?? Secret.New();
        var purpose = newcomer is null ? LetterPurpose.Entering : LetterPurpose.Joining;
        var (letter, isNew) = letters.For(address, purpose);
        var isSent = !isNew;
        try
        {
            // To its end, whether the browser waits for it or not: a letter that was counted is written.
            await requests.Open(letter, isNew, address, newcomer, secret, CancellationToken.None).ConfigureAwait(false);
            isSent = isSent || queue.Add(letter, address, purpose, Language.Of(newcomer?.Language));
        }
        finally
        {
            if (!isSent)
            {
                letters.Unsent(address, purpose, letter);
            }
        }

        cookies.KeepBrowser(browser, secret);
        return Result.Done;
    }
}
