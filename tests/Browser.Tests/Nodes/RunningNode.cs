using System.Text.RegularExpressions;

namespace RecoveryCoP.Browser.Tests.Nodes;

/// <summary>A chapter or a hub as a process of its own, on an embedded database of its own.</summary>
public sealed class RunningNode : IAsyncDisposable
{
    private readonly string _program;
    private readonly Dictionary<string, string?> _settings;
    private readonly TemporaryFolder _folder = new();
    // Letters go when they are used; who asks for a second one has read the first.
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _letters = [];
    private NodeProcess? _process;

    private RunningNode(string program, Uri? address = null)
    {
        _program = program;
        Address = address ?? new Uri($"http://127.0.0.1:{FreePorts.Take()}");
        GrpcAddress = program == NodeProcess.Hub ? new Uri($"http://127.0.0.1:{FreePorts.Take()}") : null;
        _settings = new()
        {
            ["RECOVERYCOP_Node__DataFolder"] = _folder.File("data"),
            ["RECOVERYCOP_Node__Listen"] = Origin(Address),
            ["RECOVERYCOP_Node__GrpcListen"] = GrpcAddress is null ? "" : Origin(GrpcAddress),
        };
        if (program == NodeProcess.Chapter)
        {
            _settings["RECOVERYCOP_Sync__RetryMinimumSeconds"] = "1";
            _settings["RECOVERYCOP_Sync__RetryMaximumSeconds"] = "1";
            _settings["RECOVERYCOP_Sync__ProbeSeconds"] = "1";
        }
    }

    /// <summary><see cref="NodeProcess.Chapter"/> or <see cref="NodeProcess.Hub"/>.</summary>
    public string Program => _program;

    /// <summary>Where its pages are.</summary>
    public Uri Address { get; }

    /// <summary>Where a hub's calls arrive; null for a chapter.</summary>
    public Uri? GrpcAddress { get; }

    /// <summary>The address as a steward types it.</summary>
    public string Hub => Origin(GrpcAddress!);

    /// <summary>A node founded from the command line and started; with the link that lets its first person in.</summary>
    public static async Task<(RunningNode Node, string Link)> Found(
        string program, string language, string name, CancellationToken cancel, params (string Key, string Value)[] settings)
    {
        var node = new RunningNode(program);
        foreach (var (key, value) in settings)
        {
            node._settings[$"RECOVERYCOP_{key}"] = value;
        }

        var said = await node.Do(
            cancel,
            "init", language == "fr" ? "--name" : "--name-en", name, "--region", "05", "--person", "Claude", "--address", "claude@example.org", "--language", language,
            "--privacy-officer", "Secrétariat", "--privacy-contact", "vie-privee@example.org", "--contact", "bonjour@example.org");
        await node.Serve(cancel);
        return (node, Regex.Match(said, @"http://\S+#\S+").Value);
    }

    /// <summary>A node that nobody has founded yet, and the code that its console shows.</summary>
    public static async Task<(RunningNode Node, string Code)> StartNew(string program, CancellationToken cancel)
    {
        var node = new RunningNode(program);
        await node.Serve(cancel);
        var said = await node._process!.Line(@"give this code: (\S+)", cancel);
        return (node, said.Groups[1].Value);
    }

    /// <summary>A name and an address for a program that is no node, which the test runs itself.</summary>
    /// <param name="program">What it would be.</param>
    /// <param name="address">Where it listens, when that is decided already.</param>
    public static RunningNode InTheTest(string program, Uri? address = null) => new(program, address);

    /// <summary>What a verb of its command line prints.</summary>
    public async Task<string> Do(CancellationToken cancel, params string[] arguments)
    {
        var done = await NodeProcess.Run(_program, arguments, cancel, _settings);
        Assert.True(done.ExitCode == 0, $"{arguments[0]} ended with {done.ExitCode}: {done.Output}\n{done.Error}");
        return done.Output;
    }

    /// <summary>The addresses that it answers, as its own endpoints say.</summary>
    public async Task<IReadOnlyList<string>> Routes(CancellationToken cancel) =>
        [.. (await Do(cancel, "routes")).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The code in the newest letter to an address, once there are so many.</summary>
    public async Task<string> Code(string address, int letters, CancellationToken cancel) =>
        Regex.Match((await Letters(address, theirs => theirs.Count >= letters, cancel))[^1], @"(?m)^[A-Z2-9]{4}-[A-Z2-9]{4}(?=\r?$)").Value;

    /// <summary>The first link with a path in a letter to an address, once there is one.</summary>
    public async Task<string> LinkIn(string address, string path, CancellationToken cancel)
    {
        // Long lines are folded, and "=" is written as "=3D".
        string Unfolded(string letter) => letter.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        Match Found(string letter) => Regex.Match(Unfolded(letter), $@"(?m)^http\S+{Regex.Escape(path)}\S+");
        return Found((await Letters(address, theirs => theirs.Any(l => Found(l).Success), cancel)).Last(l => Found(l).Success)).Value;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }

    // Without a mail server, letters are files in the data folder, whose names begin with their time.
    private async Task<List<string>> Letters(string address, Func<List<string>, bool> isEnough, CancellationToken cancel)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var mail = new DirectoryInfo(_folder.File("data/mail"));
            foreach (var file in mail.Exists ? mail.GetFiles("*.eml").Where(file => !_letters.ContainsKey(file.Name)).ToList() : [])
            {
                try
                {
                    _letters[file.Name] = await File.ReadAllTextAsync(file.FullName, cancel);
                }
                catch (FileNotFoundException)
                {
                    // Used meanwhile, by whoever it was to.
                }
            }

            var theirs = _letters.OrderBy(letter => letter.Key, StringComparer.Ordinal).Select(letter => letter.Value)
                .Where(letter => Regex.IsMatch(letter, $@"(?m)^To: \S*{Regex.Escape(address)}")).ToList();
            if (isEnough(theirs))
            {
                return theirs;
            }

            await tick.WaitForNextTickAsync(cancel);
        }
    }

    private async Task Serve(CancellationToken cancel)
    {
        _process = NodeProcess.Start(_program, [], _settings, _folder.Path);
        await _process.Answers(new Uri(Address, "/readyz"), cancel);
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
