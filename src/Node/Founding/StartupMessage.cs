using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Founding;

/// <summary>What the console says once the node serves: where it is, and, while it is new, how to found it.</summary>
public sealed class StartupMessage(NodeKind kind, NodeOptions options, DataFolder folder, ThisNode node, FoundingCode code)
{
    /// <summary>The text, in both languages.</summary>
    public string Text => node.IsFounded
        ? $"{kind.Name.Fr} · {kind.Name.En}: {options.Address}\n{Where}"
        : $"""
          {kind.Name.Fr} · {kind.Name.En}: {options.Address}
          {Where}

            Ce nœud n’est pas encore fondé. Ouvrez l’adresse et donnez ce code : {code.Text}
            This node is not founded yet. Open the address and give this code: {code.Text}
          """;

    // Whoever starts it in another place than last time sees at once why nobody is there.
    private string Where => $"Données · Data: {Path.GetFullPath(folder.Path)}";
}
