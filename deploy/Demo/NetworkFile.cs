using System.Text.Encodings.Web;
using System.Text.Json;

namespace RecoveryCoP.Demo;

/// <summary>What the demo keeps of its network between two runs, and tells other programs: <c>network.json</c>, which only its owner can read.</summary>
internal sealed record NetworkFile
{
    /// <summary>By this the demo knows a folder of its own, and deletes no other.</summary>
    public const string Mark = "RecoveryCoP demo network";

    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For people to read and copy from; it is never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The mark; a file without one is somebody else's.</summary>
    public required string Is { get; init; }

    public IReadOnlyList<NodeEntry> Nodes { get; init; } = [];

    /// <summary>The newest links; each works once, for a day.</summary>
    public IReadOnlyList<LinkEntry> Links { get; init; } = [];

    /// <summary>Where the letters of all nodes arrive; null before the first start.</summary>
    public LettersEntry? Letters { get; init; }

    /// <summary>What a node keeps; null before it was founded.</summary>
    public NodeEntry? Find(string key) => Nodes.FirstOrDefault(n => n.Key == key);

    /// <summary>The same with one node changed, in its place, or added.</summary>
    public NetworkFile With(NodeEntry node) =>
        this with { Nodes = Find(node.Key) is null ? [.. Nodes, node] : [.. Nodes.Select(n => n.Key == node.Key ? node : n)] };

    /// <summary>Reads the file; null when it is not there or not the demo's.</summary>
    public static NetworkFile? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<NetworkFile>(File.ReadAllText(path), options) is { Is: Mark } network ? network : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the file, in place of what was there: at once or not at all.</summary>
    public void Write(string path)
    {
        var beside = path + ".new";
        File.Delete(beside);
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(beside, file))
        {
            JsonSerializer.Serialize(stream, this, options);
        }

        File.Move(beside, path, overwrite: true);
    }
}

/// <summary>A node of the network.</summary>
internal sealed record NodeEntry
{
    public required string Key { get; init; }

    /// <summary>What the community is called, in French.</summary>
    public string Name { get; init; } = "";

    public required int Port { get; init; }

    /// <summary>Where a hub's calls arrive; 0 at a chapter.</summary>
    public int GrpcPort { get; init; }

    /// <summary>Its id in the network; empty until it is founded, with all that its sample holds.</summary>
    public string Id { get; init; } = "";

    /// <summary>The hub's gRPC port when this chapter was last told of it.</summary>
    public int KnowsHubAt { get; init; }

    /// <summary>Where its pages are.</summary>
    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Where its calls arrive.</summary>
    public string? GrpcAddress => GrpcPort == 0 ? null : $"http://127.0.0.1:{GrpcPort}";
}

/// <summary>The demo's own mail server, and the page that shows what it took.</summary>
/// <param name="SmtpPort">Where nodes hand letters in.</param>
/// <param name="Port">Where the page is.</param>
/// <param name="Key">Keeps the page, whose letters let people in, from whoever else uses this machine.</param>
internal sealed record LettersEntry(int SmtpPort, int Port, string Key)
{
    /// <summary>The page.</summary>
    public string Address => $"http://127.0.0.1:{Port}/{Key}";
}

/// <summary>Signs somebody in.</summary>
/// <param name="Node">The node's key.</param>
/// <param name="As">What they are there.</param>
/// <param name="Name">The name they go by.</param>
/// <param name="Link">The link; it works once, for a day.</param>
internal sealed record LinkEntry(string Node, string As, string Name, string Link);
