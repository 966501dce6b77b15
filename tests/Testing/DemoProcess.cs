using System.Text.Json;

namespace RecoveryCoP.Testing;

/// <summary>A node of a running demo, as its <c>network.json</c> tells.</summary>
/// <param name="Key">What its folder is called: <c>hub</c>, <c>montreal</c>, …</param>
/// <param name="Address">Where its pages are.</param>
/// <param name="Id">Its id in the network.</param>
public sealed record DemoNode(string Key, Uri Address, string Id);

/// <summary>A sign-in link of a running demo; it works once.</summary>
/// <param name="Node">The node's key.</param>
/// <param name="As">What the person is there: <c>member</c>, <c>facilitator</c>, <c>steward</c>, <c>operator</c>.</param>
/// <param name="Link">The link.</param>
public sealed record DemoLink(string Node, string As, string Link);

/// <summary>The demo of <c>deploy/Demo</c> as a process of its own, on a folder of the caller's.</summary>
public sealed class DemoProcess : IAsyncDisposable
{
    private const string Ready = "Ctrl-C: stop everything";

    // Each is waited for on its own: on a busy machine the whole takes longer than any one line.
    private static readonly string[] _steps = ["Founding|exist already", "http://", "The chapters exchange", "All libraries", Ready];

    private readonly string _folder;

    private DemoProcess(ChildProcess process, string folder)
    {
        Process = process;
        _folder = folder;
    }

    /// <summary>The running program.</summary>
    public ChildProcess Process { get; }

    /// <summary>The file in which it tells where everything is.</summary>
    public string NetworkFile => Path.Combine(_folder, "network.json");

    /// <summary>The nodes, the hub first.</summary>
    public IReadOnlyList<DemoNode> Nodes => Read("nodes", node => new DemoNode(Said(node, "key"), new Uri(Said(node, "address")), Said(node, "id")));

    /// <summary>The page that shows the letters which its nodes send.</summary>
    public Uri Letters
    {
        get
        {
            using var file = JsonDocument.Parse(File.ReadAllText(NetworkFile));
            return new(Said(file.RootElement.GetProperty("letters"), "address"));
        }
    }

    /// <summary>The newest links.</summary>
    public IReadOnlyList<DemoLink> Links => Read("links", link => new DemoLink(Said(link, "node"), Said(link, "as"), Said(link, "link")));

    /// <summary>Starts it, and does not wait.</summary>
    /// <param name="folder">Where it keeps its network.</param>
    /// <param name="arguments">Further options.</param>
    public static DemoProcess Launch(string folder, params string[] arguments)
    {
        string[] program = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Repository.DemoProgram, "--data", folder, "--language", "en", .. arguments];
        // Started from a script, a program may have been told to ignore Ctrl-C, and hands that on to all that it starts.
        string[] whole = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. program] : program;
        return new(ChildProcess.Start(whole[0], whole[1..]), folder);
    }

    /// <summary>Starts it and waits until its network is up.</summary>
    public static async Task<DemoProcess> Start(string folder, CancellationToken cancel, params string[] arguments)
    {
        var demo = Launch(folder, arguments);
        try
        {
            foreach (var step in _steps)
            {
                await demo.Process.Line(step, cancel);
            }

            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Presses Enter, and waits for the links that it brings.</summary>
    public async Task FreshLinks(CancellationToken cancel)
    {
        var before = Regex.Count(Process.Output, Ready);
        await Process.Type("", cancel);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Regex.Count(Process.Output, Ready) == before && !Process.HasEnded)
        {
            await tick.WaitForNextTickAsync(cancel);
        }
    }

    /// <summary>The newest link of somebody.</summary>
    public string LinkOf(string node, string person) => Links.Single(link => link.Node == node && link.As == person).Link;

    /// <summary>The processes of its nodes, as their folders say.</summary>
    public IReadOnlyList<int> NodeProcesses() =>
        [.. Directory.EnumerateFiles(_folder, "held-by", SearchOption.AllDirectories)
            .Select(file => int.Parse(File.ReadAllText(file).Split(' ')[1], CultureInfo.InvariantCulture))];

    /// <summary>Ends it in good order, with all its nodes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Process.HasEnded)
        {
            Process.EndInput();
            await Process.Ended(CancellationToken.None);
        }

        await Process.DisposeAsync();
    }

    private List<T> Read<T>(string list, Func<JsonElement, T> each)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(NetworkFile));
        return [.. file.RootElement.GetProperty(list).EnumerateArray().Select(each)];
    }

    private static string Said(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}
