using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Templates;

/// <summary>The codes of a template and what pages say for them: those of a chapter's own forms, which a hub does not have.</summary>
public static class TemplateCodes
{
    /// <summary>What a meeting's item speaks to.</summary>
    public static IReadOnlyList<Option> Streams { get; } =
    [
        new("practice", new("Pratique", "Practice")),
        new("system", new("Système", "System")),
        new("community", new("Vie de la communauté", "Community life")),
    ];

    /// <summary>What people do with an item of an agenda.</summary>
    public static IReadOnlyList<Option> ItemKinds { get; } =
    [
        new("showcase", new("Présentation d’une pratique", "Showcase")),
        new("discussion", new("Discussion", "Discussion")),
        new("reading", new("Lecture", "Reading")),
        new("training", new("Formation", "Training")),
        new("decision", new("Décision", "Decision")),
        new("business", new("Affaires courantes", "Business")),
    ];

    /// <summary>Which week of the month.</summary>
    public static IReadOnlyList<Option> Weeks { get; } =
    [
        new("first", new("Le premier", "The first")),
        new("second", new("Le deuxième", "The second")),
        new("third", new("Le troisième", "The third")),
        new("fourth", new("Le quatrième", "The fourth")),
        new("last", new("Le dernier", "The last")),
    ];

    /// <summary>Which day of the week.</summary>
    public static IReadOnlyList<Option> Weekdays { get; } =
    [
        new("monday", new("lundi", "Monday")),
        new("tuesday", new("mardi", "Tuesday")),
        new("wednesday", new("mercredi", "Wednesday")),
        new("thursday", new("jeudi", "Thursday")),
        new("friday", new("vendredi", "Friday")),
        new("saturday", new("samedi", "Saturday")),
        new("sunday", new("dimanche", "Sunday")),
    ];

    /// <summary>How people take part.</summary>
    public static IReadOnlyList<Option> Modes { get; } =
    [
        new("in-person", new("En personne", "In person")),
        new("remote", new("À distance", "Remote")),
        new("hybrid", new("Hybride", "Hybrid")),
    ];
}
