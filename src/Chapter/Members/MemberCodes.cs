using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Chapter.Members;

/// <summary>The lists of codes that members choose from.</summary>
public static class MemberCodes
{
    /// <summary>The stakeholder groups that meet in a chapter.</summary>
    public static IReadOnlyList<Option> Groups => PracticeCodes.Groups;

    /// <summary>How people like to take part.</summary>
    public static IReadOnlyList<Option> Modes { get; } =
    [
        new("in-person", new("En personne", "In person")),
        new("remote", new("À distance", "Remotely")),
        new("either", new("L’un ou l’autre", "Either")),
    ];

    /// <summary>The mail that people can ask for.</summary>
    public static IReadOnlyList<Option> Notices { get; } =
    [
        new("meetings", new("Les rencontres annoncées, déplacées ou annulées", "Meetings announced, moved or cancelled")),
        new("reading", new("Les lectures avant une rencontre", "What to read before a meeting")),
        new("minutes", new("Les procès-verbaux", "Minutes")),
    ];

    /// <summary>What others may see.</summary>
    public static IReadOnlyList<Option> Shown { get; } =
    [
        new("name", new("Mon nom, dans la liste des personnes", "My name, in the list of people")),
        new("affiliation", new("Mon organisation", "My organization")),
        new("talk-about", new("De quoi on peut me parler", "What people can talk to me about")),
    ];
}
