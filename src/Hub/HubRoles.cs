
namespace RecoveryCoP.Hub;

/// <summary>The roles of a hub.</summary>
public static class HubRoles
{
    /// <summary>Serves the province part-time.</summary>
    public const string Operator = "operator";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RoleDefinition> All { get; } =
    [
        new(Operator, new("Équipe du carrefour", "Hub operator"), new("Admet les communautés et veille sur les échanges.", "Admits the communities and looks after the exchange."), [Operator]),
    ];
}
