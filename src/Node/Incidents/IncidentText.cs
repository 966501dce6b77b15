using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Incidents;

/// <summary>Words of the register of confidentiality incidents.</summary>
internal static class IncidentText
{
    public const string Yes = "yes", No = "no";

    public static Text Title => new("Incidents de confidentialité", "Confidentiality incidents");
    public static Text For => new("Le registre que la loi demande\u00a0: ce qui s’est passé, ce qui a été fait.", "The register that the law asks for: what happened, what was done.");
    public static Text Lead => new(
        "Un renseignement personnel vu, utilisé ou envoyé sans que la loi le permette, ou perdu\u00a0: c’est un incident, et il s’écrit ici, grave ou non. Il est gardé cinq ans.",
        "Personal information seen, used or sent without the law allowing it, or lost: that is an incident, and it is written here, serious or not. It is kept for five years.");
    public static Text NoNames => new(
        "N’écrivez pas le nom des personnes touchées, ni rien qui permette de les reconnaître.", "Do not write the names of the people concerned, nor anything that lets them be recognized.");
    public static Text None => new("Aucun incident n’est consigné.", "No incident is written down.");
    public static Text WriteOne => new("Consigner un incident", "Write an incident down");
    public static Text Known => new("Incident appris le {0}", "Incident learned of on {0}");
    public static Text Print => new("Imprimer", "Print");
    public static Text PrintedOn => new("Imprimé le {0}", "Printed on {0}");
    public static Text Amend => new("Corriger ou compléter", "Correct or add to it");
    public static Text AmendLead => new("Ce qui était écrit reste visible, avec sa date.", "What was written stays visible, with its date.");
    public static Text Save => new("Enregistrer", "Save");
    public static Text Back => new("Revenir", "Back");
    public static Text Written => new("Écrit le {0}\u00a0· {1}", "Written on {0} · {1}");
    public static Text Earlier => new("Ce qui était écrit avant", "What was written before");
    public static Text Changed => new("Seuls les faits qui ont changé ensuite sont montrés.", "Only the facts that changed afterwards are shown.");
    public static Text Nothing => new("Rien", "Nothing");
    public static Text Theirs => new("Ce que quelqu’un d’autre a écrit entre-temps", "What somebody else wrote meanwhile");
    public static Text TellCommission => new("Il reste à aviser la Commission d’accès à l’information, avec diligence.", "The Commission d’accès à l’information remains to be told, promptly.");
    public static Text TellPeople => new("Il reste à aviser les personnes touchées.", "The people concerned remain to be told.");

    public static Text Information => new("Les renseignements personnels touchés", "The personal information concerned");
    public static Text InformationHelp => new("Par exemple\u00a0: adresses courriel, présences. Si on ne le sait pas, écrivez pourquoi.", "For example: email addresses, attendance. If it is not known, write why.");
    public static Text Circumstances => new("Ce qui s’est passé", "What happened");
    public static Text CircumstancesHelp => new("Quelques phrases, sans noms.", "A few sentences, without names.");
    public static Text Happened => new("Quand c’est arrivé", "When it happened");
    public static Text HappenedHelp => new("Un jour ou une période; à peu près, si on ne le sait pas.", "A day or a period; roughly, if it is not known.");
    public static Text KnownOn => new("Le jour où nous l’avons appris", "The day on which we learned of it");
    public static Text KnownOnHelp => new("Si cela a pris plusieurs jours, le dernier. Les cinq ans se comptent à partir de là.", "If it took several days, the last. The five years count from it.");
    public static Text People => new("Combien de personnes sont touchées", "How many people are concerned");
    public static Text PeopleHelp => new("À peu près, si on ne le sait pas. Aucun nom.", "Roughly, if it is not known. No names.");
    public static Text Serious => new("Y a-t-il un risque de préjudice sérieux?", "Is there a risk of serious injury?");
    public static Text SeriousHelp => new("Si oui, la loi demande d’aviser la Commission d’accès à l’information et les personnes touchées.", "If so, the law asks that the Commission d’accès à l’information and the people concerned be told.");
    public static Text Reasons => new("Pourquoi", "Why");
    public static Text ReasonsHelp => new(
        "Dites si les renseignements sont sensibles, ce que l’on pourrait en faire, quelles conséquences sont à craindre, et si elles sont probables.",
        "Whether the information is sensitive, what could be done with it, the consequences to fear, and whether they are likely.");
    public static Text CommissionOn => new("Date de l’avis à la Commission d’accès à l’information", "Date of the notice to the Commission d’accès à l’information");
    public static Text PeopleOn => new("Date de l’avis aux personnes touchées", "Date of the notice to the people concerned");
    public static Text NoticeNotes => new("À propos de ces avis", "About these notices");
    public static Text NoticeNotesHelp => new("Si un avis est public, attend encore ou n’est pas donné, dites pourquoi.", "If a notice is public, waits or is not given, say why.");
    public static Text Measures => new("Ce qui a été fait pour réduire le risque", "What was done to reduce the risk");
    public static Text MeasuresHelp => new("Tout de suite, et pour que cela n’arrive plus.", "At once, and so that it does not happen again.");

    public static IReadOnlyList<Option> YesOrNo { get; } = [new(Yes, new("Oui", "Yes")), new(No, new("Non", "No"))];

    public static Confirmation[] Done { get; } =
    [
        new("incident.written", new("C’est consigné.", "It is written down.")),
        new("incident.amended", new("C’est enregistré; ce qui était écrit reste visible.", "Saved; what was written stays visible.")),
    ];

    public static RefusalText[] Refusals { get; } =
    [
        new("incident.information-missing", new("Dites quels renseignements personnels sont touchés, ou pourquoi on ne le sait pas.", "Say what personal information is concerned, or why that is not known.")),
        new("incident.circumstances-missing", new("Dites ce qui s’est passé.", "Say what happened.")),
        new("incident.happened-missing", new("Dites quand c’est arrivé, même à peu près.", "Say when it happened, even roughly.")),
        new("incident.known-missing", new("Dites quel jour vous l’avez appris.", "Say on which day you learned of it.")),
        new("incident.people-missing", new("Dites combien de personnes sont touchées, même à peu près.", "Say how many people are concerned, even roughly.")),
        new("incident.serious-missing", new("Dites s’il y a un risque de préjudice sérieux.", "Say whether there is a risk of serious injury.")),
        new("incident.reasons-missing", new("Dites pourquoi le risque est sérieux ou non.", "Say why the risk is serious or not.")),
        new("incident.measures-missing", new("Dites ce qui a été fait, ou que rien ne l’a encore été.", "Say what was done, or that nothing has been yet.")),
        new("incident.day-unclear", new("Choisissez un jour, comme 2026-03-15.", "Choose a day, like 2026-03-15.")),
        new("incident.day-to-come", new("Ce jour n’est pas encore venu. Choisissez-en un autre.", "That day has not come yet. Choose another one.")),
        new("incident.too-long-ago", new("C’était il y a plus de cinq ans\u00a0: le registre ne garde pas cet incident.", "That was more than five years ago: the register does not keep this incident.")),
        new("incident.stale", new("Quelqu’un d’autre vient d’écrire. Regardez plus bas ce qui est nouveau, puis enregistrez de nouveau.", "Somebody else has just written. Look below at what is new, then save again.")),
        new("incident.gone", new("Cet incident n’est plus gardé\u00a0: ses cinq ans sont passés.", "This incident is no longer kept: its five years are over.")),
        new("incident.too-often", new("Cet incident a été changé trop souvent. Consignez la suite comme un nouvel incident.", "This incident was changed too often. Write down what follows as a new one.")),
    ];
}
