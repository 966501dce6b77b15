using Microsoft.Playwright;

namespace RecoveryCoP.Browser.Tests.Nodes;

/// <summary>
/// Somebody in front of a browser who reads a node in one language. What they use they find as people do: by what it is and what it says.
/// Everything said comes in French and English, in this order, as in the product.
/// </summary>
public sealed class Person : IAsyncDisposable
{
    // A wait is never measured; this only turns one that would last for ever into a failure.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly CancellationToken _cancel;

    private Person(Visitor visitor, RunningNode node, string language, CancellationToken cancel)
    {
        Visitor = visitor;
        Node = node;
        Language = language;
        _cancel = cancel;
    }

    public Visitor Visitor { get; }

    public RunningNode Node { get; }

    public string Language { get; }

    public IPage Page => Visitor.Page;

    public static async Task<Person> At(
        RunningNode node, Testing.Browser browser, string language, CancellationToken cancel, bool scripts = false, Screen screen = Screen.Desktop) =>
        new(await browser.Visit(cancel, screen, scripts, locale: language == "fr" ? "fr-CA" : "en-CA"), node, language, cancel);

    /// <summary>The side of what is said that this person reads.</summary>
    public string Said(string fr, string en) => Language == "fr" ? fr : en;

    /// <summary>Opens a page of the node by its address.</summary>
    public async Task<int> Open(string fr, string en) => (await Page.GotoAsync(new Uri(Node.Address, Said(fr, en)).ToString()))!.Status;

    /// <summary>Fills a field in.</summary>
    public Task Fill(string fr, string en, string value) => Page.GetByLabel(Said(fr, en), new() { Exact = true }).FillAsync(value);

    public Task Choose(string fr, string en, string optionFr, string optionEn) =>
        Page.GetByLabel(Said(fr, en), new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = Said(optionFr, optionEn) });

    /// <summary>Ticks a box or picks a choice.</summary>
    public Task Tick(string fr, string en) => Page.GetByLabel(Said(fr, en), new() { Exact = true }).CheckAsync();

    /// <summary>Presses a button; the status of the page that follows.</summary>
    public Task<int> Press(string fr, string en) => Land(() => Page.GetByRole(AriaRole.Button, new() { Name = Said(fr, en), Exact = true }).ClickAsync());

    /// <summary>Follows a link; the status of the page that follows.</summary>
    public Task<int> Follow(string fr, string en) => Land(() => Link(fr, en).ClickAsync());

    /// <summary>Follows a link to a place on this page.</summary>
    public Task Jump(string fr, string en) => Link(fr, en).ClickAsync();

    public ILocator Link(string fr, string en) => Page.GetByRole(AriaRole.Link, new() { Name = Said(fr, en), Exact = true });

    public ILocator Heading(string fr, string en) => Page.GetByRole(AriaRole.Heading, new() { Name = Said(fr, en), Exact = true });

    /// <summary>Opens what a page keeps closed until somebody asks.</summary>
    public Task Unfold(string fr, string en) => Page.Locator("summary").GetByText(Said(fr, en), new() { Exact = true }).ClickAsync();

    /// <summary>Reloads the page until it shows something: it is on its way through other programs.</summary>
    public Task Until(ILocator shown) => Reload(async () => await shown.First.IsVisibleAsync());

    /// <summary>Reloads the page until it answers with a status.</summary>
    public async Task UntilAnswered(int status)
    {
        var last = 0;
        await Reload(async () => last == status, response => last = response?.Status ?? 0);
    }

    /// <summary>Comes in with a link that was given, by pasting it: without scripts a page cannot read what follows the #.</summary>
    public async Task SignIn(string link)
    {
        await Open("/fr/entrer", "/en/sign-in");
        await Fill("Code ou lien", "Code or link", link);
        Assert.Equal(200, await Press("Entrer", "Sign in"));
        await Assertions.Expect(Page.Locator(".account > summary")).ToBeVisibleAsync();
        if (Page.Url.Contains(Said("/fr/charte/adherer", "/en/charter/accept"), StringComparison.Ordinal))
        {
            // A chapter asks everybody for its charter, its founder too.
            Assert.Equal(200, await Press("J’accepte la charte", "I accept the charter"));
        }
    }

    /// <summary>Lets a visitor go on with the session of this person.</summary>
    public async Task<Person> Again(Testing.Browser browser, string language, bool scripts, Screen screen = Screen.Desktop)
    {
        var again = await At(Node, browser, language, _cancel, scripts, screen);
        await again.Visitor.Context.AddCookiesAsync((await Visitor.Context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            Expires = cookie.Expires,
            HttpOnly = cookie.HttpOnly,
            Secure = cookie.Secure,
            SameSite = cookie.SameSite,
        }));
        return again;
    }

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();

    /// <summary>Does something that leads to another page, and waits until that page is there.</summary>
    public async Task<int> Land(Func<Task> act)
    {
        var before = await Page.QuerySelectorAsync("body");
        var forms = await Page.QuerySelectorAllAsync("form[data-parts]");
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Load(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Load;
        try
        {
            var response = await Page.RunAndWaitForResponseAsync(
                act, answer => (answer.Request.IsNavigationRequest && answer.Frame == Page.MainFrame && answer.Status is < 300 or >= 400) || IsShownInPlace(answer) || IsRefusedInPart(answer));
            if (IsRefusedInPart(response))
            {
                await Page.WaitForFunctionAsync("before => before.some(form => !form.isConnected)", forms);
                return response.Status;
            }

            if (IsShownInPlace(response))
            {
                await Page.WaitForFunctionAsync("before => !before.isConnected", before);
                return response.Status;
            }

            await loaded.Task.WaitAsync(_patience, TimeProvider.System, _cancel);
            return response.Status;
        }
        finally
        {
            Page.Load -= Load;
        }
    }

    // With scripts, a form that is refused does not leave the page; one that changes parts of it never does.
    private static bool IsShownInPlace(IResponse answer) => answer.Status != 204 && answer.Request.Headers.GetValueOrDefault("form-script") == "page";

    private static bool IsRefusedInPart(IResponse answer) => answer.Status >= 400 && answer.Request.Headers.GetValueOrDefault("form-script") == "parts";

    private async Task Reload(Func<Task<bool>> done, Action<IResponse?>? seen = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_cancel);
        limit.CancelAfter(_patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        try
        {
            while (!await done())
            {
                await tick.WaitForNextTickAsync(limit.Token);
                var response = await Page.ReloadAsync();
                seen?.Invoke(response);
            }
        }
        catch (OperationCanceledException) when (!_cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"{Page.Url} never showed what was waited for. It shows:\n{await Page.InnerTextAsync("body")}");
        }
    }
}
