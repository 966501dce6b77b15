using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What is said where people see to what they took on.</summary>
internal static class ActionText
{
    public static readonly Text Lead = new("Ce dont vous vous chargez, de rencontre en rencontre, jusqu’à ce que ce soit fait.", "What you have taken on, from meeting to meeting, until it is done.");
    public static readonly Text NoneTitle = new("Aucun suivi pour vous", "No action for you");
    public static readonly Text NoneWhy = new("Quand vous vous chargerez de quelque chose à une rencontre, ce sera ici, avec la date.", "When you take something on at a meeting, it will be here, with its date.");
    public static readonly Text SeeAll = new("Tous vos suivis", "All your actions");
    public static readonly Text Offers = new("On vous le demande", "You are asked");
    public static readonly Text AskedBy = new("Suivi de\u00a0: {0}", "Action of: {0}");
    public static readonly Text Accept = new("Je m’en charge", "I will take it on");
    public static readonly Text Decline = new("Je ne peux pas", "I cannot");
    public static readonly Text HandOver = new("Confier ce suivi à quelqu’un", "Hand this action over");
    public static readonly Text HandOverShort = new("Confier", "Hand over");
    public static readonly Text HandOverHelp = new("La personne verra votre demande sur sa page d’accueil et un courriel le lui dira, à moins qu’elle n’en veuille pas. Le suivi ne change pas de mains avant qu’elle l’accepte.", "They will see your request on their home page, and a message tells them unless they want none. The action changes hands only when they accept.");
    public static readonly Text ToWhom = new("À qui?", "To whom?");
    public static readonly Text ToWhomHelp = new("Les membres qui ont choisi de se montrer aux autres.", "Members who chose to be seen by others.");
    public static readonly Text Ask = new("Demander", "Ask");
    public static readonly Text NobodySeen = new("Aucun autre membre n’a choisi de se montrer. Demandez à l’animation de confier ce suivi.", "No other member has chosen to be seen. Ask a facilitator to hand this action over.");
    public static readonly Text IsOffered = new("Demandé à {0}; sans réponse pour le moment.", "Asked of {0}; no answer yet.");
    public static readonly Text IsOfferedShort = new("Demandé à quelqu’un", "Asked of somebody");
    public static readonly Text TakeBack = new("Reprendre la demande", "Take the request back");
    public static readonly Text Yours = new("Retour à vos suivis", "Back to your actions");

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("meeting.successor-missing", new("Choisissez une autre personne, dans la liste.", "Choose somebody else, from the list.")),
        new("meeting.action-done", new("Ce suivi est déjà fait.", "This action is done already.")),
        new("meeting.not-asked", new("On ne vous demande plus ce suivi\u00a0: la demande a été reprise, ou une autre personne s’en charge.", "You are no longer asked to take this action on: the request was taken back, or somebody else took it on.")),
    ];

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("meeting.offered", new("La demande est faite. Le suivi ne change pas de mains avant la réponse.", "The request is made. The action does not change hands before they answer.")),
        new("meeting.taken-on", new("C’est noté\u00a0: vous vous en chargez. Merci!", "Noted: you have taken it on. Thank you!")),
        new("meeting.not-taken-on", new("C’est noté\u00a0: vous ne vous en chargez pas.", "Noted: you are not taking it on.")),
        new("meeting.offer-taken-back", new("La demande est reprise.", "The request is taken back.")),
    ];
}
