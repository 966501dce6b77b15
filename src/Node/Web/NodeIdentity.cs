namespace RecoveryCoP.Node.Web;

/// <summary>What a page says about the node it belongs to.</summary>
/// <param name="Name">The community's or the hub's name, as its people wrote it.</param>
/// <param name="Discreet">True keeps the name out of tab titles and history: a family member or an employer may see those.</param>
public sealed record NodeIdentity(Bilingual Name, bool Discreet);

/// <summary>Holds the identity that pages show now; founding or a change of settings replaces it while the node runs.</summary>
public sealed class CurrentNodeIdentity
{
    private static readonly NodeIdentity unnamed = new(new Bilingual(WebText.NeutralName.Fr, WebText.NeutralName.En), Discreet: true);

    private volatile NodeIdentity current = unnamed;

    /// <summary>False until the node is founded: its other pages lead nowhere yet.</summary>
    public bool IsNamed => !ReferenceEquals(current, unnamed);

    /// <summary>The identity shown from the next page on.</summary>
    public NodeIdentity Current
    {
        get => current;
        set => current = value;
    }
}
