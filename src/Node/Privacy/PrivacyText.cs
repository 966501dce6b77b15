namespace RecoveryCoP.Node.Privacy;

/// <summary>What the privacy page of every node says; what is kept comes from the features that keep it.</summary>
internal static class PrivacyText
{
    public static Text KeptTitle => new("Ce qui est gardé, pourquoi, et qui le voit", "What is kept, why, and who sees it");
    public static Text What => new("Quoi", "What");
    public static Text Why => new("Pourquoi", "Why");
    public static Text Who => new("Qui le voit", "Who sees it");
    public static Text NeverTitle => new("Ce que nous ne faisons pas", "What we do not do");
    public static Text NoTracking => new("Aucune publicité, aucun suivi, aucun fichier demandé à un autre site.", "No advertising, no tracking, no file requested from another site.");
    public static Text CookiesTitle => new("Témoins", "Cookies");
    public static Text Cookies => new("Trois petits témoins, nécessaires pour entrer et envoyer un formulaire. Leur nom ne dit rien de cet endroit. La personne qui fonde le site en a un de plus, pendant une heure au plus\u00a0: les mots de récupération, illisibles pour quiconque d’autre.", "Three small cookies, needed to sign in and to send a form. Their names say nothing about this place. Whoever sets the site up has one more, for an hour at most: the recovery words, unreadable to anybody else.");
    public static Text BackupsTitle => new("Sauvegardes", "Backups");
    public static Text Backups => new("Tout est copié, d’ordinaire chaque nuit, dans un fichier chiffré, qui ne sert qu’à rétablir le serveur s’il se perd. Ces copies sont gardées six mois au plus, sauf la dernière, gardée jusqu’à la suivante : ce qui est effacé ici est effacé partout ensuite.", "Everything is copied, as a rule every night, into an encrypted file, which serves only to restore the server if it is lost. These copies are kept for six months at most, except the last one, which is kept until there is another: what is erased here is gone everywhere after that.");
    public static Text OfficerTitle => new("Qui est responsable", "Who is in charge");
    public static Text OfficerWhy => new("Vous trouvez tout ce qui est gardé sur vous dans votre page, sous «\u00a0Mes données\u00a0». Écrivez-lui pour faire corriger ou effacer quelque chose, retirer un accord ou déposer une plainte. Vous aurez une réponse dans les 30 jours. Vous pouvez aussi vous adresser à la Commission d’accès à l’information du Québec.", "You find everything kept about you on your page, under “My data”. Write to them to have something corrected or erased, to withdraw an agreement, or to make a complaint. You will get an answer within 30 days. You can also turn to the Commission d’accès à l’information du Québec.");
    public static Text Nobody => new("La personne responsable n’a pas encore été nommée.", "The person in charge has not been named yet.");
}
