using System.Runtime.InteropServices;

namespace RecoveryCoP.Testing;

/// <summary>What a program that has ended left behind.</summary>
/// <param name="ExitCode">Zero when it succeeded; 128 + n when signal n ended it.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record Finished(int ExitCode, string Output, string Error);

/// <summary>A program started by a test: everything it prints is kept, and it never outlives the test.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    // A journey is never timed; this only turns a wait that would last for ever into a failure that shows what was printed.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private const int Interrupt = 2, Terminate = 15, Continue = 18, Pause = 19;

    private readonly Process _process;
    private readonly Transcript _output = new();
    private readonly Transcript _error = new();
    private readonly Task _drained;
    private readonly string _name;

    private ChildProcess(Process process, string name)
    {
        _process = process;
        _name = name;
        // The pipes close when the program has ended: what it printed last is never missed.
        _drained = Task.WhenAll(_output.Drain(process.StandardOutput), _error.Drain(process.StandardError));
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>True once it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What it has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What it has printed so far.</summary>
    public string Output => _output.Text;

    /// <summary>What it has printed on standard error so far.</summary>
    public string Error => _error.Text;

    /// <summary>Starts a program.</summary>
    /// <param name="file">The program: a path, or a name found in PATH.</param>
    /// <param name="arguments">Passed as they are; no shell reads them.</param>
    /// <param name="environment">Added to this process's own; null removes a variable.</param>
    /// <param name="folder">Its working folder.</param>
    public static ChildProcess Start(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start");
        return new ChildProcess(process, Path.GetFileName(file));
    }

    /// <summary>Writes one line to its standard input.</summary>
    public async Task Type(string line, CancellationToken cancel)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancel);
        await _process.StandardInput.FlushAsync(cancel);
    }

    /// <summary>Closes its standard input.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Waits until a line of either stream matches; a program that ends before fails the test with what it printed.</summary>
    public async Task<Match> Line([StringSyntax(StringSyntaxAttribute.Regex)] string pattern, CancellationToken cancel)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant);
        using var limit = Limit(cancel);
        var output = _output.Find(regex, limit.Token);
        var error = _error.Find(regex, limit.Token);
        try
        {
            var first = await await Task.WhenAny(output, error);
            var match = first ?? await (output.IsCompleted ? error : output);
            return match ?? throw new InvalidOperationException(Describe($"ended without a line like '{pattern}'"));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException(Describe($"never printed a line like '{pattern}'"));
        }
        finally
        {
            await limit.CancelAsync();
        }
    }

    /// <summary>Asks an address until anything answers, whatever the status.</summary>
    public async Task Answers(Uri address, CancellationToken cancel)
    {
        using var limit = Limit(cancel);
        using var client = new HttpClient();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await tick.WaitForNextTickAsync(limit.Token))
            {
                if (HasEnded)
                {
                    throw new InvalidOperationException(Describe($"ended before it answered at {address}"));
                }

                try
                {
                    using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                    return;
                }
                catch (HttpRequestException)
                {
                    // Not listening yet.
                }
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException(Describe($"never answered at {address}"));
        }
    }

    /// <summary>Ends exactly this process at once, as a power cut would (SIGKILL); its own children live on.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks it to stop (SIGTERM) and waits until it has.</summary>
    public Task<Finished> Stop(CancellationToken cancel) => Stop(Terminate, cancel);

    /// <summary>Presses Ctrl-C (SIGINT) and waits until it has stopped.</summary>
    public Task<Finished> PressCtrlC(CancellationToken cancel) => Stop(Interrupt, cancel);

    /// <summary>Lets it stand still (SIGSTOP) until it is thawed; all of it does once this returns.</summary>
    public void Freeze()
    {
        Tell(Pause);
        SpinWait.SpinUntil(() => HasEnded || IsStill());
    }

    /// <summary>Lets it go on (SIGCONT).</summary>
    public void Thaw() => Tell(Continue);

    private bool IsStill()
    {
        try
        {
            // The letter after the name in parentheses is the thread's state, T once it is stopped.
            return Directory.EnumerateDirectories($"/proc/{Id}/task").All(thread => File.ReadAllText(Path.Combine(thread, "stat")).Split(") ")[^1][0] == 'T');
        }
        catch (IOException)
        {
            return false; // a thread ended meanwhile
        }
    }

    private async Task<Finished> Stop(int signal, CancellationToken cancel)
    {
        Tell(signal);
        return await Ended(cancel);
    }

    private void Tell(int signal)
    {
        if (!HasEnded && Signal(Id, signal) != 0 && !HasEnded)
        {
            throw new InvalidOperationException(Describe($"could not be told signal {signal} (error {Marshal.GetLastPInvokeError()})"));
        }
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<Finished> Ended(CancellationToken cancel)
    {
        using var limit = Limit(cancel);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            await _drained.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException(Describe("never ended"));
        }

        return new Finished(_process.ExitCode, Output, Error);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!HasEnded)
        {
            await Kill();
        }

        _process.Dispose();
    }

    private static CancellationTokenSource Limit(CancellationToken cancel)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_patience);
        return limit;
    }

    private string Describe(string what) => $"{_name} (process {Id}) {what}.\n--- output\n{Output}\n--- error\n{Error}";

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Signal(int process, int signal);
}
