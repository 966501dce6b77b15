using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RecoveryCoP.Testing;

/// <summary>One visitor in the browser, with a profile of their own. Leaving fails the test when a page asked another host for anything.</summary>
public sealed class Visitor : IAsyncDisposable
{
    // WCAG 2.2 level AA, and all it includes.
    private static readonly string[] _accessible = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly BundledAxeScriptProvider _axe = new();

    private readonly ConcurrentQueue<string> _strangers = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private readonly bool _scripts;

    private Visitor(IBrowserContext context, IPage page, bool scripts)
    {
        Context = context;
        Page = page;
        _scripts = scripts;
    }

    /// <summary>Cookies and other pages of the same visitor.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The visitor's page.</summary>
    public IPage Page { get; }

    /// <summary>Addresses asked for beyond the allowed hosts, in their order.</summary>
    public IReadOnlyCollection<string> Strangers => _strangers;

    /// <summary>What the browser's console reported as an error: a refused style, a script's fault, a missing file.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The accessibility rules (WCAG 2.2 AA) that the page breaks: rule, what it means, and where. The visitor must allow scripts.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        if (!_scripts)
        {
            // The search is itself a script: with scripts off it would wait for ever.
            throw new InvalidOperationException("Barriers are searched for by a script: visit with scripts on");
        }

        // By axe itself: Deque's package for Playwright gathers what it found in a page of its own, for the sake of frames, and pages here have none. That is
        // a process of the browser for every search.
        Assert.Single(Page.Frames);
        if (await Page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await Page.EvaluateAsync(_axe.GetScript());
        }

        return await Page.EvaluateAsync<string[]>(
            """
            async values => {
              const found = await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
              return found.violations.flatMap(broken => broken.nodes.map(node => `${broken.id}: ${broken.help}: ${node.html}`));
            }
            """,
            _accessible);
    }

    /// <summary>Keeps a picture of the whole page as <c>artifacts/screenshots/{name}.png</c> and returns its path.</summary>
    public async Task<string> Screenshot(string name)
    {
        var path = Path.Combine(Repository.Artifacts("screenshots"), $"{name}.png");
        await Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        return path;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        if (!_strangers.IsEmpty)
        {
            Assert.Fail($"A page asked other hosts: {string.Join(", ", _strangers)}");
        }
    }

    internal static async Task<Visitor> Enter(IBrowserContext context, bool scripts, IReadOnlyCollection<string> allowedHosts)
    {
        var visitor = new Visitor(context, await context.NewPageAsync(), scripts);
        context.Request += (_, request) => visitor.Notice(request.Url, allowedHosts);
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                visitor._complaints.Enqueue(message.Text);
            }
        };
        context.WebError += (_, error) => visitor._complaints.Enqueue(error.Error);
        return visitor;
    }

    private void Notice(string address, IReadOnlyCollection<string> allowedHosts)
    {
        var uri = new Uri(address);
        var inside = uri.Scheme is "data" or "blob" or "about" || uri.IsLoopback || allowedHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);
        if (!inside)
        {
            _strangers.Enqueue(address);
        }
    }
}
