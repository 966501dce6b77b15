namespace RecoveryCoP.Node.Accounts.Roles;

/// <summary>The roles of this program, in the order they are shown.</summary>
public sealed class RoleCatalogue(IEnumerable<RoleDefinition> roles)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<RoleDefinition> All { get; } = [.. roles];

    /// <summary>Codes of the roles whose holders look after people.</summary>
    public string[] Keepers => [.. All.Where(r => r.IsKeeper).Select(r => r.Code)];

    /// <summary>The role of a code; null when there is none.</summary>
    public RoleDefinition? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}
