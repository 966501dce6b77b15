using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Founding;

/// <summary>What the console says once the node serves: where it is, and, while it is new, how to found it.</summary>
public sealed class StartupMessage(NodeKind kind, NodeOptions options, ThisNode node, FoundingCode code)
{
    /// <summary>The text, in both languages.</summary>
    public string Text => node.IsFounded
        ? $"{kind.Name.Fr} · {kind.Name.En}: {options.Address}"
        : $"""
          {kind.Name.Fr} · {kind.Name.En}: {options.Address}

            Ce nœud n’est pas encore fondé. Ouvrez l’adresse et donnez ce code : {code.Text}
            This node is not founded yet. Open the address and give this code: {code.Text}
          """;
}
