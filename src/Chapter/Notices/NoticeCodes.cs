using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>The letters that a community writes of its own; each can be chosen by itself.</summary>
public enum NewsKind
{
    /// <summary>A meeting is announced.</summary>
    Announcement,

    /// <summary>What there is to read before a meeting.</summary>
    PreReading,

    /// <summary>When or where a meeting is, or how to join it, has changed.</summary>
    Change,

    /// <summary>A meeting is cancelled.</summary>
    Cancellation,

    /// <summary>A meeting is tomorrow.</summary>
    Reminder,

    /// <summary>The minutes of a meeting are approved.</summary>
    Minutes,

    /// <summary>What became of a topic that its reader proposed.</summary>
    Topic,

    /// <summary>An action that its reader took on comes due or is late, or they are asked to take one on.</summary>
    Action,

    /// <summary>Its reader is asked to take a seat of a committee, or to keep it longer.</summary>
    Seat,

    /// <summary>What became of a practice that its reader would have liked to try.</summary>
    Intention,

    /// <summary>Somebody said something where its reader did, or about a topic or a practice of theirs. Only for who asks.</summary>
    Comment,

    /// <summary>What is new and what comes, on Monday mornings. Only for who asks.</summary>
    Digest,
}

/// <summary>What can be chosen of letters.</summary>
public static class NoticeCodes
{
    /// <summary>The letters there are.</summary>
    public static Options<NewsKind> Kinds { get; } = new()
    {
        { NewsKind.Announcement, new("Une rencontre est annoncée", "A meeting is announced") },
        { NewsKind.PreReading, new("Ce qu’il y a à lire, une semaine avant", "What there is to read, a week before") },
        { NewsKind.Change, new("Le moment, le lieu ou la façon de participer a changé", "The time, the place or the way to take part has changed") },
        { NewsKind.Cancellation, new("Une rencontre est annulée", "A meeting is cancelled") },
        { NewsKind.Reminder, new("Un rappel la veille", "A reminder the day before") },
        { NewsKind.Minutes, new("Le procès-verbal est adopté", "The minutes are approved") },
        { NewsKind.Topic, new("Un sujet que vous avez proposé est retenu, ou ne l’est pas", "A topic you proposed is taken up, or is not") },
        { NewsKind.Action, new("Un suivi dont vous vous chargez arrive à sa date, ou on vous demande d’en prendre un", "An action of yours comes due, or you are asked to take one on") },
        { NewsKind.Seat, new("On vous propose un siège dans un comité, ou de garder le vôtre", "You are offered a seat on a committee, or asked to keep yours") },
        { NewsKind.Intention, new("On vous demande où vous en êtes d’une pratique que vous aimeriez essayer", "You are asked what became of a practice that you would like to try") },
        { NewsKind.Comment, new("Quelqu’un a écrit un commentaire là où vous en avez écrit un, ou sur votre sujet ou votre pratique", "Somebody has commented where you did, or on your topic or practice") },
        { NewsKind.Digest, new("Un résumé le lundi matin, s’il y a du nouveau", "A summary on Monday mornings, when there is something new") },
    };

    /// <summary>Those that only who asks gets; the others everybody gets who does not decline.</summary>
    public static IReadOnlyList<NewsKind> OnlyIfAsked { get; } = [NewsKind.Comment, NewsKind.Digest];

    /// <summary>True when somebody wants letters of a kind.</summary>
    public static bool IsWantedBy(this NewsKind kind, Member member) =>
        OnlyIfAsked.Contains(kind) ? member.WantedLetters.Contains(CodeOf(kind)) : !member.DeclinedLetters.Contains(CodeOf(kind));

    /// <summary>The code of a kind, as it stands in the outbox and in a member's record.</summary>
    public static string CodeOf(NewsKind kind) => Options<NewsKind>.CodeOf(kind);
}
