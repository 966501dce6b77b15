using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Guests;

/// <summary>What guests read, and what is said of them.</summary>
internal static class GuestText
{
    public static Text OnTheAgenda => new("Au programme", "On the agenda");
    public static Text Come => new("Je viens", "I am coming");
    public static Text CardWhy => new("Sans compte et sans nom\u00a0: une adresse courriel suffit, et elle est effacée le lendemain.", "Without an account or a name: an email address is enough, and it is erased the day after.");
    public static Text Map => new("Voir l’adresse sur une carte", "See the address on a map");

    public static Text Title => new("Venir à une rencontre", "Come to a meeting");
    public static Text Lead => new(
        "Dites-nous que vous venez, pour que l’on prépare une place. Personne ne verra votre adresse\u00a0: les personnes qui organisent voient seulement un nombre.",
        "Tell us that you are coming, so that a place is ready. Nobody will see your address: those who organize see only a number.");
    public static Text Address => new("Votre adresse courriel", "Your email address");
    public static Text AddressHelp => new(
        "Pour vous envoyer ce qu’il faut pour venir, et vous prévenir si la rencontre change. Elle est effacée le lendemain de la rencontre.",
        "To send you what you need to come, and to tell you if the meeting changes. It is erased the day after the meeting.");
    public static Text How => new("Comment viendrez-vous?", "How will you come?");
    public static Text Send => new("Recevoir le courriel de confirmation", "Get the email to confirm");
    public static Text AskedTitle => new("Regardez vos courriels", "Check your email");
    public static Text AskedWhy => new(
        "Un courriel est en route vers l’adresse que vous avez donnée. Ouvrez son lien et confirmez dans les 24 heures\u00a0: c’est alors noté.",
        "An email is on its way to the address you gave. Open its link and confirm within 24 hours: then it is noted.");

    public static Text NotOpenAnyMore => new("Cette rencontre n’est plus ouverte au public. Écrivez à la communauté si vous comptiez venir.", "This meeting is no longer open to everyone. Write to the community if you meant to come.");

    public static Text VisitTitle => new("Votre venue", "Your visit");
    public static Text ConfirmWhy => new("Appuyez sur le bouton pour confirmer que vous venez.", "Press the button to confirm that you are coming.");
    public static Text Confirm => new("Oui, je viens", "Yes, I am coming");
    public static Text YouCome => new("C’est noté\u00a0: vous venez.", "It is noted: you are coming.");
    public static Text LinkTheDayBefore => new("Le lien pour y participer à distance vous parviendra la veille.", "The link to take part remotely will reach you the day before.");
    public static Text ThirdVisit => new(
        "C’est au moins votre troisième rencontre avec nous. Si vous vous y sentez bien, joignez-vous à nous\u00a0: aucune approbation n’est demandée.",
        "This is at least your third meeting with us. If you feel at home, join us: no approval is needed.");
    public static Text Withdraw => new("Je ne viens plus", "I am not coming after all");
    public static Text WithdrawAsk => new("Votre place sera libre, et votre adresse effacée tout de suite.", "Your place will be free, and your address erased at once.");
    public static Text Withdrawn => new("C’est noté, et votre adresse est effacée. Vous pourrez venir une autre fois.", "It is noted, and your address is erased. You may come another time.");

    public static Text AskedSubject => new("Confirmez votre venue du {0}", "Confirm your visit on {0}");
    public static Text Asked => new("Quelqu’un a donné cette adresse pour venir le {0}, {1}.", "Somebody gave this address to come on {0}, {1}.");
    public static Text ConfirmHere => new("Si c’est vous, confirmez ici dans les 24 heures\u00a0:", "If it was you, confirm here within 24 hours:");
    public static Text AlreadyConfirmed => new("Vous aviez déjà confirmé. Pour voir votre venue ou l’annuler\u00a0:", "You had already confirmed. To see your visit or cancel it:");
    public static Text NotYou => new("Si ce n’est pas vous, ne faites rien\u00a0: l’adresse sera effacée.", "If it was not you, do nothing: the address will be erased.");
    public static Text ExpectedSubject => new("C’est noté pour le {0}", "See you on {0}");
    public static Text Expected => new("On vous attend le {0}, {1}.", "We look forward to seeing you on {0}, {1}.");
    public static Text CannotCome => new("Si vous ne venez plus\u00a0:", "If you are not coming after all:");
    public static Text Forgotten => new("Votre adresse sera effacée.", "Your address will be erased.");

    public static Text InPersonExpected(int count) => One.For(count);
    public static Text RemoteExpected(int count) => Remote.For(count);
    public static Text ExpectedTitle => new("Personnes invitées attendues", "Guests expected");

    public static RefusalText[] Refusals { get; } =
    [
        new("guest.address-unclear", new("Écrivez une adresse courriel complète, comme nom@exemple.org.", "Write a whole email address, such as name@example.org.")),
        new("guest.way-missing", new("Dites comment vous viendrez.", "Say how you will come.")),
        new("guest.not-open", new("Cette rencontre n’est pas ouverte aux personnes invitées.", "This meeting is not open to guests.")),
        new("guest.cancelled", new("Cette rencontre est annulée.", "This meeting is cancelled.")),
        new("guest.over", new("Cette rencontre est terminée.", "This meeting is over.")),
        new("guest.full", new("Toutes les places pour les personnes invitées sont prises. Écrivez-nous, ou venez à la rencontre suivante.", "All places for guests are taken. Write to us, or come to the meeting after.")),
        new("guest.unknown", new("Ce lien n’est plus valide. Dites de nouveau que vous venez, depuis la page d’accueil.", "This link is no longer valid. Say again that you are coming, from the home page.")),
        new("guest.no-mail", new("Ce site n’envoie pas encore de courriels. Venez sans prévenir, ou écrivez-nous.", "This site does not send email yet. Come without telling us, or write to us.")),
        new(GuestStore.TooMany, new("Trop de demandes en peu de temps. Réessayez dans une heure, ou venez sans prévenir.", "Too many requests in a short time. Try again in an hour, or come without telling us.")),
    ];

    private static Counted One => new(new("{0} en personne", "{0} in person"), new("{0} en personne", "{0} in person"));

    private static Counted Remote => new(new("{0} à distance", "{0} remote"), new("{0} à distance", "{0} remote"));
}
