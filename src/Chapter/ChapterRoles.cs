
namespace RecoveryCoP.Chapter;

/// <summary>The roles of a chapter. A member without a role is a member like any other.</summary>
public static class ChapterRoles
{
    /// <summary>Looks after the server and after who may come in.</summary>
    public const string Steward = "steward";

    /// <summary>One of the voluntary executive committee.</summary>
    public const string Executive = "executive";

    /// <summary>Prepares and leads the meetings.</summary>
    public const string Facilitator = "facilitator";

    /// <summary>Keeps the minutes.</summary>
    public const string Secretary = "secretary";

    /// <summary>In charge of personal information.</summary>
    public const string PrivacyOfficer = "privacy-officer";

    /// <summary>All of them, in the order they are shown.</summary>
    public static IReadOnlyList<RoleDefinition> All { get; } =
    [
        new(Steward, new("Intendance", "Steward"), new("Veille sur le serveur, les sauvegardes et les accès, et relie la communauté au réseau.", "Looks after the server, the backups and access, and links the community to the network."), [Steward]),
        new(Executive, new("Comité exécutif", "Executive committee"), new("Facilite les décisions entre les rencontres et approuve ce qui part vers le réseau.", "Facilitates decisions between meetings and approves what goes out to the network."), [Steward]),
        new(Facilitator, new("Animation", "Facilitator"), new("Prépare et anime les rencontres.", "Prepares and leads meetings."), [Steward, Executive]),
        new(Secretary, new("Secrétariat", "Secretary"), new("Tient les procès-verbaux.", "Keeps the minutes."), [Steward, Executive]),
        new(PrivacyOfficer, new("Protection des renseignements personnels", "Privacy officer"), new("Répond aux demandes sur les renseignements personnels et tient le registre des incidents.", "Answers requests about personal information and keeps the register of incidents."), [Steward]),
    ];
}
