using RecoveryCoP.Node.Privacy;

namespace RecoveryCoP.Chapter.Members;

/// <summary>What the privacy page says of a community.</summary>
internal static class ChapterPrivacy
{
    public static PrivacyWords Words => new(
        new("Nous gardons le moins possible, nous ne montrons rien aux autres membres sans votre accord, et rien sur vous ne quitte cette communauté, sauf votre nom si vous voulez qu’il accompagne une pratique partagée.", "We keep as little as possible, we show nothing to other members without your consent, and nothing about you leaves this community, except your name if you want it to go with a shared practice."),
        [
            new("Aucun renseignement de santé. Ne mettez pas dans un texte ce qui permettrait de reconnaître une personne sans son accord.", "No health information. Put nothing into a text that would let a person be recognized without their agreement."),
            new("Le réseau provincial ne sait pas qui est membre. Il reçoit les pratiques que la communauté partage et des nombres approuvés par le comité exécutif.", "The provincial network does not know who is a member. It gets the practices that the community shares, and figures that the executive committee approved."),
        ],
        new("Quand vous partez", "When you leave"),
        new("Ce que vous avez dit de vous est effacé tout de suite. À la place de votre nom, on lit «\u00a0Ex-membre\u00a0». Nous gardons votre nom, votre adresse et vos dates pendant douze mois, pour que vous puissiez revenir. Ce que vous avez écrit reste, sauf si vous le retirez avant; vos commentaires partent avec vous si vous l’avez demandé dans votre page. Vous pouvez aussi partir et tout effacer\u00a0: votre page dit ce qui part et ce qui reste.", "What you said about yourself is erased at once. Your name becomes “Former member”. We keep your name, address and dates for twelve months, so that you can come back. What you wrote stays unless you withdraw it first; your comments go with you if you asked for that on your page. You can also leave and have everything erased: your page says what goes and what stays."))
    {
        Officers = [ChapterRoles.PrivacyOfficer],
    };
}
