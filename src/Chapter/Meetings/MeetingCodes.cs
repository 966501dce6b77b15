using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A value that is chosen from a list: how it stands in a form, and what it is called.</summary>
/// <typeparam name="T">The list.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Code">What the form posts.</param>
/// <param name="Name">What is read.</param>
/// <param name="Help">A sentence below it, where it is chosen.</param>
public sealed record Choosable<T>(T Value, string Code, Text Name, Text? Help = null) where T : struct, Enum;

/// <summary>What can be chosen of a meeting and its agenda.</summary>
public static class MeetingCodes
{
    /// <summary>How people can take part.</summary>
    public static IReadOnlyList<Choosable<MeetingMode>> Modes { get; } =
    [
        new(MeetingMode.InPerson, "in-person", new("En personne", "In person")),
        new(MeetingMode.Remote, "remote", new("À distance", "Remote")),
        new(MeetingMode.Hybrid, "hybrid", new("Hybride", "Hybrid"), new("En personne et à distance, ensemble.", "In person and remote, together.")),
    ];

    /// <summary>Who sees the link of the video call and the number to call in.</summary>
    public static IReadOnlyList<Choosable<LinkAudience>> LinkAudiences { get; } =
    [
        new(LinkAudience.Members, "members", new("L’ensemble des membres", "Every member")),
        new(LinkAudience.Answered, "answered", new("Seulement les membres qui ont confirmé leur présence", "Only members who said they are coming")),
    ];

    /// <summary>What an agenda item speaks to.</summary>
    public static IReadOnlyList<Choosable<TopicStream>> Streams { get; } =
    [
        new(TopicStream.Practice, "practice", new("Pratique", "Practice")),
        new(TopicStream.System, "system", new("Système", "System")),
        new(TopicStream.Community, "community", new("Vie de la communauté", "Community life")),
    ];

    /// <summary>What people do with an agenda item.</summary>
    public static IReadOnlyList<Choosable<ItemKind>> Kinds { get; } =
    [
        new(ItemKind.Showcase, "showcase", new("Présentation d’une pratique", "Showcase")),
        new(ItemKind.Discussion, "discussion", new("Discussion", "Discussion")),
        new(ItemKind.Reading, "reading", new("Lecture", "Reading")),
        new(ItemKind.Training, "training", new("Formation", "Training")),
        new(ItemKind.Decision, "decision", new("Décision", "Decision")),
        new(ItemKind.Business, "business", new("Affaires courantes", "Business")),
    ];

    /// <summary>The answers to an invitation.</summary>
    public static IReadOnlyList<Choosable<RsvpAnswer>> Answers { get; } =
    [
        new(RsvpAnswer.InPerson, "in-person", new("Je viens en personne", "I am coming in person")),
        new(RsvpAnswer.Remote, "remote", new("Je viens à distance", "I am joining remotely")),
        new(RsvpAnswer.Regrets, "regrets", new("Je ne peux pas", "I cannot come")),
    ];

    /// <summary>How somebody is there.</summary>
    public static IReadOnlyList<Choosable<AttendanceMode>> Presences { get; } =
    [
        new(AttendanceMode.InPerson, "in-person", new("En personne", "In person")),
        new(AttendanceMode.Remote, "remote", new("À distance", "Remote")),
    ];

    /// <summary>What came of an item.</summary>
    public static IReadOnlyList<Choosable<OutcomeKind>> Outcomes { get; } =
    [
        new(OutcomeKind.Information, "information", new("Information", "Information")),
        new(OutcomeKind.Decision, "decision", new("Décision", "Decision")),
        new(OutcomeKind.Action, "action", new("Suivi", "Action"), new("Une personne le promet.", "Somebody promises it.")),
    ];

    /// <summary>The value of a posted code; null for anything that is not in the list.</summary>
    public static T? ValueOf<T>(this IReadOnlyList<Choosable<T>> list, string? code) where T : struct, Enum => list.FirstOrDefault(c => c.Code == code)?.Value;

    /// <summary>What a value is called.</summary>
    public static Text NameOf<T>(this IReadOnlyList<Choosable<T>> list, T value) where T : struct, Enum => list.Single(c => c.Value.Equals(value)).Name;

    /// <summary>What a form posts for a value.</summary>
    public static string CodeOf<T>(this IReadOnlyList<Choosable<T>> list, T value) where T : struct, Enum => list.Single(c => c.Value.Equals(value)).Code;

    /// <summary>The list as a field shows it.</summary>
    public static IReadOnlyList<Option> Options<T>(this IReadOnlyList<Choosable<T>> list) where T : struct, Enum => [.. list.Select(c => new Option(c.Code, c.Name, c.Help))];
}
