using System.Text.RegularExpressions;

namespace RecoveryCoP.Demo;

/// <summary>A node of the demo while it runs, and what can be asked of it from its command line.</summary>
internal sealed partial class RunningNode : IAsyncDisposable
{
    private readonly DemoFolder folder;
    private readonly Child child;

    private RunningNode(Role role, NodeEntry entry, DemoFolder folder)
    {
        Role = role;
        Entry = entry;
        this.folder = folder;
        child = Child.Start(role.Program, Where(role, entry, folder), awaitedText: entry.Address);
    }

    public Role Role { get; }

    public NodeEntry Entry { get; }

    /// <summary>Ends only with the process: then it says how.</summary>
    public Task<int> Ended => child.Ended;

    /// <summary>Why the demo cannot go on when this node has ended.</summary>
    public DemoException Death()
    {
        var death = child.Death();
        return new DemoException(new($"{Role.Name.Fr}\u00a0: {death.Words.Fr}", $"{Role.Name.En}: {death.Words.En}"), death.Details);
    }

    /// <summary>Founds a node that does not run: a chapter from its sample, whose two years are played in some seconds, or from a template.</summary>
    /// <param name="role">Which.</param>
    /// <param name="more">What its <c>init</c> is told besides <see cref="Role.Founding"/>.</param>
    /// <param name="entry">Where it will be.</param>
    /// <param name="folder">The demo's.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its id.</returns>
    public static async Task<string> Found(Role role, IReadOnlyList<string> more, NodeEntry entry, DemoFolder folder, CancellationToken cancellationToken)
    {
        var said = await Child.Run(role.Founder, role, ["init", .. role.Founding, .. more, .. Where(role, entry, folder)], cancellationToken);
        return FoundedAs().Match(said).Groups["id"].Value;
    }

    /// <summary>Does with a founded chapter that does not run what only the program of the samples can.</summary>
    public static Task Alter(Role role, NodeEntry entry, DemoFolder folder, CancellationToken cancellationToken, params string[] arguments) =>
        Child.Run("deploy/SampleChapters", role, [.. arguments, .. Where(role, entry, folder)], cancellationToken);

    /// <summary>Starts a founded node.</summary>
    public static RunningNode Start(Role role, NodeEntry entry, DemoFolder folder) => new(role, entry, folder);

    /// <summary>Waits until it serves.</summary>
    public async Task Ready(CancellationToken cancellationToken) => await child.Awaited(cancellationToken);

    /// <summary>What a verb of its command line prints; the running node does it.</summary>
    public Task<string> Ask(CancellationToken cancellationToken, params string[] arguments) =>
        Child.Run(Role.Program, Role, [.. arguments, .. Where(Role, Entry, folder)], cancellationToken);

    /// <summary>How many practices of each node it can show, by the node's id.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Library(CancellationToken cancellationToken) =>
        LibraryLine().Matches(await Ask(cancellationToken, "library")).ToDictionary(
            line => line.Groups["id"].Value, line => int.Parse(line.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture));

    public ValueTask DisposeAsync() => child.DisposeAsync();

    private static string[] Where(Role role, NodeEntry entry, DemoFolder folder) =>
    [
        "--data", folder.Of(role), "--listen", entry.Address,
        // A hub that is started again with everything else is not away for hours.
        .. entry.GrpcAddress is { } grpc ? ["--set", $"Node:GrpcListen={grpc}"] : new[] { "--set", "Sync:RetryMinimumSeconds=1", "--set", "Sync:RetryMaximumSeconds=5" },
        // No letter leaves this machine.
        "--set", "Mail:Host=127.0.0.1", "--set", $"Mail:Port={folder.Network.Letters!.SmtpPort.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "--set", "Mail:Security=None",
    ];

    [GeneratedRegex(@"Founded: (?<id>\S+)")]
    private static partial Regex FoundedAs();

    [GeneratedRegex(@"^ *(?<count>\d+)  (?<id>\S+)  ", RegexOptions.Multiline)]
    private static partial Regex LibraryLine();
}
