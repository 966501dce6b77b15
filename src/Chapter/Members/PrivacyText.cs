namespace RecoveryCoP.Chapter.Members;

/// <summary>What the privacy page says: all that this program keeps of people. Whoever makes it keep more writes it here.</summary>
internal static class PrivacyText
{
    public static Text Title => new("Vie privée", "Privacy");
    public static Text Lead => new("Nous gardons le moins possible, nous ne montrons rien aux autres membres sans votre accord, et rien sur vous ne quitte cette communauté.", "We keep as little as possible, we show nothing to other members without your consent, and nothing about you leaves this community.");
    public static Text KeptTitle => new("Ce qui est gardé, pourquoi, et qui le voit", "What is kept, why, and who sees it");
    public static Text What => new("Quoi", "What");
    public static Text Why => new("Pourquoi", "Why");
    public static Text Who => new("Qui le voit", "Who sees it");

    public static Text NeverTitle => new("Ce que nous ne faisons pas", "What we do not do");
    public static Text Never1 => new("Aucune publicité, aucun suivi, aucun fichier demandé à un autre site.", "No advertising, no tracking, no file requested from another site.");
    public static Text Never2 => new("Aucun renseignement de santé. Ne mettez pas dans un texte ce qui permettrait de reconnaître une personne sans son accord.", "No health information. Put nothing into a text that would let a person be recognized without their agreement.");
    public static Text Never3 => new("Le réseau provincial ne sait pas qui est membre. Il reçoit les pratiques que la communauté partage et des nombres approuvés par le comité exécutif.", "The provincial network does not know who is a member. It gets the practices that the community shares, and figures that the executive committee approved.");
    public static Text CookiesTitle => new("Témoins", "Cookies");
    public static Text Cookies => new("Trois petits témoins, nécessaires pour entrer et envoyer un formulaire. Leur nom ne dit rien de cet endroit.", "Three small cookies, needed to sign in and to send a form. Their names say nothing about this place.");
    public static Text LeaveTitle => new("Quand vous partez", "When you leave");
    public static Text Leave => new("Ce que vous avez dit de vous est effacé tout de suite. À la place de votre nom, on lit «\u00a0Ex-membre\u00a0». Nous gardons votre nom, votre adresse et vos dates, pour que vous puissiez revenir. Ce que vous avez écrit reste, sauf si vous le retirez avant.", "What you said about yourself is erased at once. Your name becomes “Former member”. We keep your name, address and dates so that you can come back. What you wrote stays unless you withdraw it first.");
    public static Text OfficerTitle => new("Qui est responsable", "Who is in charge");
    public static Text OfficerWhy => new("Écrivez-lui pour voir tout ce qui est gardé sur vous, le faire corriger ou effacer, retirer un accord ou déposer une plainte. Vous aurez une réponse dans les 30 jours. Vous pouvez aussi vous adresser à la Commission d’accès à l’information du Québec.", "Write to them to see everything kept about you, to have it corrected or erased, to withdraw an agreement, or to make a complaint. You will get an answer within 30 days. You can also turn to the Commission d’accès à l’information du Québec.");
    public static Text Nobody => new("La personne responsable n’a pas encore été nommée.", "The person in charge has not been named yet.");
}
