namespace RecoveryCoP.Node.Web;

/// <summary>
/// What the page after a redirect says was done. The code travels in the address, so no cookie is needed; only registered
/// codes are shown, so nobody can put words in the node's mouth with a link.
/// </summary>
/// <param name="Code">Feature, dot, what was done: <c>practice.shared</c>.</param>
/// <param name="Text">One plain sentence.</param>
public sealed record Confirmation(string Code, Text Text)
{
    /// <summary>The query's name.</summary>
    public const string Key = "done";
}
