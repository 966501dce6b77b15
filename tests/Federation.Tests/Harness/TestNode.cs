using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Federation.Tests.Checks;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>Where a node listens.</summary>
public sealed record Ports(int Web, int Grpc)
{
    public static Ports Take(string program) => new(FreePorts.Take(), program == NodeProcess.Hub ? FreePorts.Take() : 0);
}

/// <summary>One node of a test: its data folder, its ports, and the process that runs on them now.</summary>
public sealed class TestNode(string program, string name, string folder, Ports ports) : IAsyncDisposable
{
    // Short waits, so that a test is over soon.
    private static readonly Dictionary<string, string?> _chapterSettings = new()
    {
        ["RECOVERYCOP_Sync__RetryMinimumSeconds"] = "1",
        ["RECOVERYCOP_Sync__RetryMaximumSeconds"] = "1",
        ["RECOVERYCOP_Sync__ProbeSeconds"] = "1",
        ["RECOVERYCOP_Sync__PullWaitSeconds"] = "10",
    };

    // A test is a long day for a quota.
    private static readonly Dictionary<string, string?> _hubSettings = new() { ["RECOVERYCOP_Exchange__ItemsPerDay"] = "1000000" };

    private readonly Dictionary<string, string?> _settings = new(program == NodeProcess.Hub ? _hubSettings : _chapterSettings);
    private NodeProcess? _process;

    public string Name => name;

    public string Folder => folder;

    public bool IsHub => program == NodeProcess.Hub;

    public Uri Address { get; } = new($"http://127.0.0.1:{ports.Web}");

    public Uri GrpcAddress { get; } = new($"http://127.0.0.1:{ports.Grpc}");

    /// <summary>The process that runs now, or ran last.</summary>
    public NodeProcess Process => _process ?? throw new InvalidOperationException($"{name} was never started");

    /// <summary>What its database holds.</summary>
    public NodeState Read() => NodeState.Read(name, Path.Combine(folder, "node.db"));

    /// <summary>Starts it on its folder, and waits until it answers.</summary>
    public async Task Start(CancellationToken cancel)
    {
        await Launch();
        await Process.Answers(Address, cancel);
    }

    /// <summary>Starts it to die at a named point, and waits until it has.</summary>
    public async Task DieAt(string point, int pass, CancellationToken cancel)
    {
        await Launch(("RECOVERYCOP_Faults__CrashAt", point), ("RECOVERYCOP_Faults__CrashOnPass", pass.ToString(CultureInfo.InvariantCulture)));
        var end = await Process.Process.Ended(cancel);
        Assert.True(end.ExitCode == 128 + 9, $"{name} was to be killed at {point} but ended with {end.ExitCode}:\n{end.Output}\n{end.Error}");
    }

    /// <summary>Asks it to stop; it must do so in good order.</summary>
    public async Task Stop(CancellationToken cancel)
    {
        if (_process is { Process.HasEnded: false } running)
        {
            var end = await running.Stop(cancel);
            Assert.True(end.ExitCode == 0, $"{name} was asked to stop and ended with {end.ExitCode}:\n{end.Output}\n{end.Error}");
        }
    }

    /// <summary>Runs a verb on its folder.</summary>
    public Task<Finished> Run(CancellationToken cancel, params string[] arguments) => NodeProcess.Run(program, [.. arguments, .. Where], cancel, _settings);

    /// <summary>Runs a verb on its folder, and types a line that it reads.</summary>
    public async Task<Finished> Type(string line, CancellationToken cancel, params string[] arguments)
    {
        await using var asked = NodeProcess.Start(program, [.. arguments, .. Where], _settings);
        await asked.Process.Type(line, cancel);
        asked.Process.EndInput();
        return await asked.Process.Ended(cancel);
    }

    /// <summary>Makes a backup, while it runs or not.</summary>
    public async Task<string> Backup(CancellationToken cancel)
    {
        var made = await Run(cancel, "backup");
        Assert.True(made.ExitCode == 0, made.Output + made.Error);
        return made.Output.Split('\n')[0].Trim();
    }

    /// <summary>Its folder is gone, and a backup is restored in its place; killed at a point the first time, if one is named.</summary>
    public async Task RestoreFrom(string backup, string words, CancellationToken cancel, string? killedAt = null)
    {
        var kept = Path.Combine(Path.GetDirectoryName(folder)!, Path.GetFileName(backup));
        File.Copy(backup, kept);
        Directory.Delete(folder, recursive: true);
        if (killedAt is not null)
        {
            var killed = await Restoring("--set", $"Faults:CrashAt={killedAt}");
            Assert.True(killed.ExitCode == 128 + 9, killed.Output + killed.Error);
        }

        var end = await Restoring();
        Assert.True(end.ExitCode == 0, end.Output + end.Error);

        async Task<Finished> Restoring(params string[] more)
        {
            await using var restoring = NodeProcess.Start(program, ["restore", kept, .. Where, .. more], _settings);
            await restoring.Process.Type(words, cancel);
            return await restoring.Process.Ended(cancel);
        }
    }

    /// <summary>Waits until it has come so far.</summary>
    public Task Until(Func<NodeState, bool> so, CancellationToken cancel) => Until(() => Task.FromResult(so(Read())), cancel);

    /// <inheritdoc cref="Until(Func{NodeState, bool}, CancellationToken)"/>
    public Task Until(Func<Task<bool>> so, CancellationToken cancel) =>
        Patiently.Until(so, () => $"{name} never came so far:\n{Process.Process.Output}\n{Process.Process.Error}", cancel);

    /// <summary>The folder is the node's own from now on and no copy of another's, for which it would wait to hear from its hub.</summary>
    public void MoveIn() => MoveIn(folder);

    /// <inheritdoc cref="MoveIn()"/>
    public static void MoveIn(string folder) => Change(folder, "update node set home = null");

    /// <summary>A folder is a copy of one in which a node had run, even when it had not yet.</summary>
    public static void MoveOut(string folder) => Change(folder, "update node set home = 'elsewhere' where home is null");

    /// <summary>A chapter calls its hub there from its next start on.</summary>
    public void CallHubAt(Uri address) => Change(folder, "update hub_link set address = @address", new { address = Plain(address) });

    /// <summary>A chapter has no idea how far it had pulled.</summary>
    public void ForgetCursor() => Change(folder, "update hub_link set cursor = x''");

    /// <summary>A setting of its own, from its next start on.</summary>
    public void Set(string key, string value) => _settings[$"RECOVERYCOP_{key}"] = value;

    /// <summary>Puts an older copy of its folder in its place, as somebody would who restores a backup and tells nobody.</summary>
    public void Restore(string backup)
    {
        Directory.Delete(folder, recursive: true);
        Folders.Copy(backup, folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private string[] Where => IsHub
        ? ["--data", folder, "--listen", Plain(Address), "--set", $"Node:GrpcListen={Plain(GrpcAddress)}"]
        : ["--data", folder, "--listen", Plain(Address)];

    private static void Change(string folder, string sql, object? values = null)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "node.db")};Pooling=False");
        database.Execute(sql, values);
    }

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private async Task Launch(params (string Name, string Value)[] more)
    {
        await DisposeAsync();
        var environment = more.Aggregate(new Dictionary<string, string?>(_settings), (all, one) => { all[one.Name] = one.Value; return all; });
        _process = NodeProcess.Start(program, Where, environment);
    }
}
