using Microsoft.Playwright;

namespace RecoveryCoP.Testing;

/// <summary>The screens that every page is tried on.</summary>
public enum Screen
{
    /// <summary>1280 × 900.</summary>
    Desktop,

    /// <summary>390 × 844, touch.</summary>
    Phone,
}

/// <summary>
/// The machine's own Chromium, one for a test assembly: <c>[assembly: AssemblyFixture(typeof(Browser))]</c>. Nothing is downloaded.
/// It is found in PATH, or named by <c>RECOVERYCOP_CHROMIUM</c>. Without one the test is skipped, or fails where <see cref="Required"/> says so.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>The environment variable that names the browser's program.</summary>
    public const string Variable = "RECOVERYCOP_CHROMIUM";

    // The shell is the same engine without the windows, tabs and menus that nobody looks at in a test: a third of the processor time.
    private static readonly string[] _names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    // The browser itself must not speak to anybody: no updates, no sync, and no name resolves but this machine's.
    private static readonly string[] _quiet =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-domain-reliability",
        "--disable-sync", "--no-first-run", "--no-pings", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A visitor with a fresh profile: no cookies, nothing cached.</summary>
    /// <param name="cancel">Ends the wait for the browser to start.</param>
    /// <param name="screen">Phone or desktop.</param>
    /// <param name="scripts">False: the page must work without JavaScript.</param>
    /// <param name="dark">True: the visitor prefers dark colours.</param>
    /// <param name="locale">The visitor's language.</param>
    /// <param name="allowedHosts">Hosts that pages may ask besides the loopback.</param>
    public async Task<Visitor> Visit(
        CancellationToken cancel,
        Screen screen = Screen.Desktop,
        bool scripts = true,
        bool dark = false,
        string locale = "fr-CA",
        params string[] allowedHosts)
    {
        var browser = await Started(cancel);
        var phone = screen is Screen.Phone;
        var context = await browser.NewContextAsync(new()
        {
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = phone,
            IgnoreHTTPSErrors = true,
            IsMobile = phone,
            JavaScriptEnabled = scripts,
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "America/Toronto",
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
        });
        return await Visitor.Enter(context, scripts, allowedHosts);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }

    private async Task<IBrowser> Started(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            return _browser ??= await Start();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<IBrowser> Start()
    {
        if (FindProgram() is not { } program)
        {
            Required.Missing("browser", "Chromium is not on this machine.", $"Install it (apt-get install chromium) or name its program in {Variable}.");
            throw new UnreachableException();
        }

        // Playwright's own driver program, used from the package folder.
        var driver = typeof(Browser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PlaywrightDriver").Value;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", driver);
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            // Chromium's sandbox refuses to run as root, as tests do in a container.
            Args = Environment.IsPrivilegedProcess ? [.. _quiet, "--no-sandbox"] : _quiet,
        });
    }

    private static string? FindProgram()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"{Variable} names a program that is not there", named);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return _names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
