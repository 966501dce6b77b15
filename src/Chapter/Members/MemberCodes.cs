using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Members;

/// <summary>The lists of codes that members choose from.</summary>
public static class MemberCodes
{
    /// <summary>The stakeholder groups that meet in a chapter.</summary>
    public static IReadOnlyList<Option> Groups { get; } =
    [
        new("service-user", new("Personnes utilisatrices de services", "Service users")),
        new("family-member", new("Proches", "Family members")),
        new("peer-support-worker", new("Pairs aidants et paires aidantes", "Peer support workers")),
        new("practitioner", new("Intervenantes et intervenants", "Practitioners")),
        new("agency-administrator", new("Gestionnaires et directions d’organismes", "Managers and agency administrators")),
        new("researcher", new("Chercheuses et chercheurs", "Researchers")),
        new("community-member", new("Membres de la collectivité", "Community members")),
        new("ministry-observer", new("Personnel du ministère", "Ministry staff")),
    ];

    /// <summary>How people like to take part.</summary>
    public static IReadOnlyList<Option> Modes { get; } =
    [
        new("in-person", new("En personne", "In person")),
        new("remote", new("À distance", "Remotely")),
        new("either", new("L’un ou l’autre", "Either")),
    ];

    /// <summary>What others may see.</summary>
    public static IReadOnlyList<Option> Shown { get; } =
    [
        new("name", new("Mon nom, dans la liste des personnes", "My name, in the list of people")),
        new("affiliation", new("Mes organisations", "My organizations")),
        new("talk-about", new("De quoi on peut me parler", "What people can talk to me about")),
    ];
}
