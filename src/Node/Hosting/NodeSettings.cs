using Microsoft.Extensions.Configuration;

namespace RecoveryCoP.Node.Hosting;

/// <summary>
/// What a node was told: <c>settings.json</c> in its data folder, then <c>RECOVERYCOP_</c> variables of the environment
/// (<c>RECOVERYCOP_Node__Listen</c>), then the command line, each overriding the one before.
/// </summary>
public sealed class NodeSettings
{
    private static readonly Text noSection = new("cette section n’existe pas, mais il y a celles-ci", "there is no such section, but there are");

    private readonly string? unreadable;
    private readonly NodeKind kind;
    private readonly IReadOnlyDictionary<string, string?> commandLine;

    private NodeSettings(IConfiguration configuration, string dataFolder, string? unreadable, NodeKind kind, IReadOnlyDictionary<string, string?> commandLine)
    {
        Configuration = configuration;
        DataFolder = dataFolder;
        this.unreadable = unreadable;
        this.kind = kind;
        this.commandLine = commandLine;
    }

    /// <summary>All of it.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>Absolute path of the data folder.</summary>
    public string DataFolder { get; }

    /// <summary>Gathers the settings.</summary>
    /// <param name="kind">Which program, for the defaults.</param>
    /// <param name="commandLine">What the command line says, as keys and values.</param>
    public static NodeSettings Load(NodeKind kind, IReadOnlyDictionary<string, string?> commandLine)
    {
        var defaults = new Dictionary<string, string?>
        {
            ["Node:DataFolder"] = Path.Combine("data", kind.Code),
            ["Node:Listen"] = kind.DefaultListen,
        };
        if (kind.DefaultGrpcListen is { } grpc)
        {
            defaults["Node:GrpcListen"] = grpc;
        }

        // The data folder has to be known before the file inside it can be read.
        var folder = Path.GetFullPath(Gather(null).Build()["Node:DataFolder"]!);
        var inFolder = Path.Combine(folder, "settings.json");
        try
        {
            return new NodeSettings(Gather(inFolder).Build(), folder, null, kind, commandLine);
        }
        catch (Exception failure) when (failure is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            return new NodeSettings(Gather(null).Build(), folder, SettingFault.Of(inFolder, SettingFault.Unreadable, failure.GetBaseException().Message), kind, commandLine);
        }

        IConfigurationBuilder Gather(string? file)
        {
            var builder = new ConfigurationBuilder().AddInMemoryCollection(defaults);
            if (file is not null)
            {
                builder.AddJsonFile(file, optional: true, reloadOnChange: false);
            }

            return builder.AddEnvironmentVariables("RECOVERYCOP_").AddInMemoryCollection(commandLine);
        }
    }

    /// <summary>The same, for another data folder with what its own <c>settings.json</c> says.</summary>
    public NodeSettings In(string folder) => Load(kind, new Dictionary<string, string?>(commandLine, StringComparer.OrdinalIgnoreCase) { ["Node:DataFolder"] = folder });

    /// <summary>True when something other than the program's default says where the node is.</summary>
    internal bool NamesAddress => Configuration["Node:PublicAddress"] is { Length: > 0 } || Configuration["Node:Listen"] != kind.DefaultListen;

    /// <summary>The same, with the address people use.</summary>
    internal NodeSettings WithAddress(string address) => Load(kind, new Dictionary<string, string?>(commandLine, StringComparer.OrdinalIgnoreCase) { ["Node:PublicAddress"] = address });

    /// <summary>Everything wrong with the settings, each error with its key; empty when a node can start with them.</summary>
    public IReadOnlyList<string> Errors(IEnumerable<OptionsSection> sections)
    {
        if (unreadable is not null)
        {
            return [unreadable]; // the rest would be judged without what it says
        }

        var known = sections.ToList();
        var names = known.Select(s => s.Name).Append("Logging").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = Configuration.GetChildren().Where(c => !names.Contains(c.Key) && c.GetChildren().Any());
        return [.. unknown.Select(c => SettingFault.Of($"{c.Key}:", noSection, string.Join(", ", names.Order()))), .. known.SelectMany(s => s.Errors(Configuration))];
    }
}
