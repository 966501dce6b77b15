namespace RecoveryCoP.Node.Operations;

/// <summary>A role of this program; a chapter and a hub have different ones.</summary>
/// <param name="Code">As in <see cref="Actor.Roles"/>, e.g. <c>steward</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it lets its holder do, in a sentence.</param>
/// <param name="GivenBy">Codes of the roles whose holders give and take it.</param>
public sealed record RoleDefinition(string Code, Text Name, Text Description, IReadOnlyList<string> GivenBy)
{
    /// <summary>
    /// True for a role that only its own holders give (steward, operator): they manage access, and there must always be one,
    /// or nobody could make another.
    /// </summary>
    public bool IsAdministrator => GivenBy.Contains(Code);
}

/// <summary>The roles of this program, in the order they are shown.</summary>
public sealed class RoleCatalogue(IEnumerable<RoleDefinition> roles)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<RoleDefinition> All { get; } = [.. roles];

    /// <summary>Codes of the roles whose holders manage access.</summary>
    public string[] Administrators => [.. All.Where(r => r.IsAdministrator).Select(r => r.Code)];

    /// <summary>The role of a code; null when there is none.</summary>
    public RoleDefinition? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}
