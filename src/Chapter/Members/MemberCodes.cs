using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Members;

/// <summary>The lists of codes that members choose from.</summary>
public static class MemberCodes
{
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
