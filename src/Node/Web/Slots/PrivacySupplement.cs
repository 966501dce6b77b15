namespace RecoveryCoP.Node.Web.Slots;

/// <summary>What a feature adds to the privacy page in words of this node's people.</summary>
/// <param name="Component">A component without parameters that brings a section, or nothing.</param>
public sealed record PrivacySupplement(Type Component);
