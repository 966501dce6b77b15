using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace RecoveryCoP.Demo;

/// <summary>
/// A program of this repository as a process of its own. Its input is a pipe whose other end is here, and it is told to end when that pipe does:
/// so it never outlives the demo, however the demo ends.
/// </summary>
internal sealed class Child : IAsyncDisposable
{
    /// <summary>On Ctrl-C the terminal tells the children too: one of them may have ended before this program has heard of it.</summary>
    public static readonly TimeSpan WordOfCtrlC = TimeSpan.FromMilliseconds(500);

    private const int LinesKept = 25;

    // A node takes at most 30 s to stop in good order. A verb is given less: what it leaves half done is done over.
    private static readonly TimeSpan nodePatience = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan verbPatience = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly Task<int> ended;
    private readonly Lock gate = new();
    private readonly Queue<string> last = [];
    private readonly TaskCompletionSource awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string awaitedText;
    private readonly StringBuilder said = new();

    private Child(Process process, string awaitedText)
    {
        this.process = process;
        this.awaitedText = awaitedText;
        ended = End(Hear(process.StandardOutput, Say), Hear(process.StandardError, Keep));
    }

    /// <summary>The exit code, once it has ended and all it printed is known.</summary>
    public Task<int> Ended => ended;

    /// <summary>The last lines it printed.</summary>
    public string Last
    {
        get
        {
            lock (gate)
            {
                return string.Join('\n', last.Select(line => "    " + line));
            }
        }
    }

    /// <summary>Starts a program of this repository.</summary>
    /// <param name="program">The project, from the repository's root.</param>
    /// <param name="arguments">Passed as they are.</param>
    /// <param name="awaitedText">How the line ends that <see cref="Awaited"/> waits for; empty for nothing.</param>
    public static Child Start(string program, IEnumerable<string> arguments, string awaitedText = "")
    {
        var start = new ProcessStartInfo(Dotnet(), [Built(program), .. arguments, "--set", "Node:EndsWithInput=true"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Settings meant for a real node on this machine do not concern the demo's.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("RECOVERYCOP_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            return new Child(Process.Start(start)!, awaitedText);
        }
        catch (Win32Exception failure)
        {
            throw new DemoException(new($"{start.FileName} ne démarre pas.", $"{start.FileName} does not start."), failure.Message);
        }
    }

    /// <summary>Runs a verb of a node's command line to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> Run(string program, Role role, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await using var child = Start(program, arguments);
        if (await child.Ended.WaitAsync(cancellationToken) == 0)
        {
            return child.said.ToString();
        }

        await Task.Delay(WordOfCtrlC, cancellationToken);
        throw new DemoException(
            new($"{role.Name.Fr}\u00a0: «\u00a0{arguments[0]}\u00a0» a été refusé.", $"{role.Name.En}: \"{arguments[0]}\" was refused."), child.Last);
    }

    /// <summary>Waits until it has printed what it was started to print.</summary>
    public async Task Awaited(CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(awaited.Task, ended).WaitAsync(cancellationToken) == ended)
        {
            throw Death();
        }
    }

    /// <summary>What to say when it ended by itself.</summary>
    public DemoException Death() => new(
        new($"Un nœud s’est arrêté de lui-même (code {ended.Result}). Ses dernières lignes\u00a0:", $"A node ended by itself (code {ended.Result}). Its last lines:"), Last);

    /// <summary>Ends it in good order and waits until it has; by force only when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        try
        {
            await ended.WaitAsync(awaitedText.Length > 0 ? nodePatience : verbPatience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await ended;
        }

        process.Dispose();
    }

    private async Task<int> End(params Task[] heard)
    {
        await process.WaitForExitAsync();
        await Task.WhenAll(heard);
        return process.ExitCode;
    }

    private static async Task Hear(StreamReader reader, Action<string> hear)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            hear(line);
        }
    }

    private void Say(string line)
    {
        Keep(line);
        if (awaitedText.Length == 0)
        {
            said.Append(line).Append('\n');
        }
        else if (line.EndsWith(awaitedText, StringComparison.Ordinal)) // what a node says of an address that it cannot have goes on after it
        {
            awaited.TrySetResult();
        }
    }

    private void Keep(string line)
    {
        lock (gate)
        {
            last.Enqueue(line);
            if (last.Count > LinesKept)
            {
                last.Dequeue();
            }
        }
    }

    // deploy/Demo/bin/Debug/net10.0/ → src/Hub/bin/Debug/net10.0/
    private static string Built(string program)
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.GetFullPath(Path.Combine(
            here.FullName, "..", "..", "..", "..", "..", program, "bin", here.Parent!.Name, here.Name, $"RecoveryCoP.{Path.GetFileName(program)}.dll"));
        return File.Exists(path) ? path : throw new DemoException(
            new($"{program} n’est pas construit\u00a0: dotnet build {program}", $"{program} is not built: dotnet build {program}"), path);
    }

    // The same dotnet that runs this program, wherever it was installed.
    private static string Dotnet()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }
}
