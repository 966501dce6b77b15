namespace RecoveryCoP.Testing;

/// <summary>A real chapter or hub, started as its own process from its own bin folder.</summary>
/// <remarks>Its output is in memory while it runs and in <c>{folder}/stdout.log</c> and <c>stderr.log</c> after it is disposed.</remarks>
public sealed class NodeProcess : IAsyncDisposable
{
    /// <summary>The project <c>src/Chapter</c>.</summary>
    public const string Chapter = "Chapter";

    /// <summary>The project <c>src/Hub</c>.</summary>
    public const string Hub = "Hub";

    /// <summary>The project <c>deploy/SampleChapters</c>: a chapter that can play a sample.</summary>
    public const string Sample = "SampleChapters";

    private readonly string? _folder;

    private NodeProcess(ChildProcess process, string? folder)
    {
        Process = process;
        _folder = folder;
    }

    /// <summary>The running program: its id, lines, and ends.</summary>
    public ChildProcess Process { get; }

    /// <summary>The process id.</summary>
    public int Id => Process.Id;

    /// <summary>Starts a node.</summary>
    /// <param name="program"><see cref="Chapter"/> or <see cref="Hub"/>.</param>
    /// <param name="arguments">The verb and its options.</param>
    /// <param name="environment">Settings, as environment variables; null removes one.</param>
    /// <param name="folder">The working folder, where its output is kept too.</param>
    public static NodeProcess Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null) =>
        new(ChildProcess.Start(Dotnet, [program == Sample ? Repository.SampleProgram : Repository.Program(program), .. arguments], environment, folder), folder);

    /// <summary>Runs a command-line verb until it ends.</summary>
    public static async Task<Finished> Run(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? folder = null)
    {
        await using var node = Start(program, arguments, environment, folder);
        node.Process.EndInput();
        return await node.Process.Ended(cancel);
    }

    /// <summary>Waits until a line of its output matches.</summary>
    public Task<Match> Line([StringSyntax(StringSyntaxAttribute.Regex)] string pattern, CancellationToken cancel) => Process.Line(pattern, cancel);

    /// <summary>Waits until it answers at an address.</summary>
    public Task Answers(Uri address, CancellationToken cancel) => Process.Answers(address, cancel);

    /// <summary>Ends exactly this process at once (SIGKILL).</summary>
    public Task Kill() => Process.Kill();

    /// <summary>Asks it to stop (SIGTERM) and waits until it has.</summary>
    public Task<Finished> Stop(CancellationToken cancel) => Process.Stop(cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        if (_folder is not null && Directory.Exists(_folder))
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "stdout.log"), Process.Output);
            await File.WriteAllTextAsync(Path.Combine(_folder, "stderr.log"), Process.Error);
        }
    }

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
