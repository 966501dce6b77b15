using RecoveryCoP.Node.Accounts.Roles;

namespace RecoveryCoP.Hub;

/// <summary>The roles of a hub.</summary>
public static class HubRoles
{
    /// <summary>Serves the province part-time.</summary>
    public const string Operator = "operator";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RoleDefinition> All { get; } =
    [
        new(Operator, new("Équipe du carrefour", "Hub operator"), new("Admet les communautés, veille sur les échanges et publie les chiffres de la province.", "Admits the communities, looks after the exchange and publishes the province’s figures."), [Operator]),
    ];
}
