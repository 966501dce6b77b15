using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What can be chosen of a meeting and its agenda.</summary>
public static class MeetingCodes
{
    /// <summary>How people can take part.</summary>
    public static Options<MeetingMode> Modes { get; } = new()
    {
        { MeetingMode.InPerson, new("En personne", "In person") },
        { MeetingMode.Remote, new("À distance", "Remote") },
        { MeetingMode.Hybrid, new("Hybride", "Hybrid"), new("En personne et à distance, ensemble.", "In person and remote, together.") },
    };

    /// <summary>Who sees the link of the video call and the number to call in.</summary>
    public static Options<LinkAudience> LinkAudiences { get; } = new()
    {
        { LinkAudience.Members, new("L’ensemble des membres", "Every member") },
        { LinkAudience.Answered, new("Seulement les membres qui ont confirmé leur présence", "Only members who said they are coming") },
    };

    /// <summary>What an agenda item speaks to.</summary>
    public static Options<TopicStream> Streams { get; } = new()
    {
        { TopicStream.Practice, new("Pratique", "Practice") },
        { TopicStream.System, new("Système", "System") },
        { TopicStream.Community, new("Vie de la communauté", "Community life") },
    };

    /// <summary>What people do with an agenda item.</summary>
    public static Options<ItemKind> Kinds { get; } = new()
    {
        { ItemKind.Showcase, new("Présentation d’une pratique", "Showcase") },
        { ItemKind.Discussion, new("Discussion", "Discussion") },
        { ItemKind.Reading, new("Lecture", "Reading") },
        { ItemKind.Training, new("Formation", "Training") },
        { ItemKind.Decision, new("Décision", "Decision") },
        { ItemKind.Business, new("Affaires courantes", "Business") },
    };

    /// <summary>What people need to know of a plan to be there.</summary>
    public static Options<PlanPart> Parts { get; } = new()
    {
        { PlanPart.Start, new("le jour ou l’heure", "the day or the time") },
        { PlanPart.End, new("la durée", "the length") },
        { PlanPart.Mode, new("la façon de participer", "how to take part") },
        { PlanPart.Place, new("le lieu", "the place") },
        { PlanPart.VideoLink, new("le lien de la vidéoconférence", "the link of the video call") },
        { PlanPart.Phone, new("le numéro de téléphone", "the telephone number") },
    };

    /// <summary>The answers to an invitation.</summary>
    public static Options<RsvpAnswer> Answers { get; } = new()
    {
        { RsvpAnswer.InPerson, new("Je viens en personne", "I am coming in person") },
        { RsvpAnswer.Remote, new("Je viens à distance", "I am joining remotely") },
        { RsvpAnswer.Regrets, new("Je ne peux pas venir", "I cannot come") },
        { RsvpAnswer.Coming, new("Je viens", "I am coming") },
    };

    /// <summary>How somebody is there.</summary>
    public static Options<AttendanceMode> Presences { get; } = new()
    {
        { AttendanceMode.InPerson, new("En personne", "In person") },
        { AttendanceMode.Remote, new("À distance", "Remote") },
    };

    /// <summary>What keeps somebody from being there.</summary>
    public static Options<TroubleKind> Troubles { get; } = new()
    {
        { TroubleKind.Late, new("J’arriverai en retard", "I will be late") },
        { TroubleKind.CannotGetIn, new("Je n’arrive pas à entrer", "I cannot get in") },
    };

    /// <summary>What came of an item.</summary>
    public static Options<OutcomeKind> Outcomes { get; } = new()
    {
        { OutcomeKind.Information, new("Information", "Information") },
        { OutcomeKind.Decision, new("Décision", "Decision") },
        { OutcomeKind.Action, new("Suivi", "Action"), new("Une personne s’en charge.", "Somebody takes it on.") },
    };
}
