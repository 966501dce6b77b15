namespace RecoveryCoP.Node.Founding;

/// <summary>What the founding page says.</summary>
internal static class FoundingText
{
    public static Text Lead => new("Ce serveur est nouveau. Comptez une dizaine de minutes. Tout cela peut se changer ensuite.", "This server is new. Allow about ten minutes. All of this can be changed later.");
    public static Text Code => new("Code affiché sur la console du serveur", "Code shown on the server’s console");
    public static Text CodeHelp => new("Il prouve que ce serveur est bien le vôtre. Deux groupes de quatre caractères.", "It proves that this server is yours. Two groups of four characters.");
    public static Text NameFr => new("Nom en français", "Name in French");
    public static Text NameEn => new("Nom en anglais", "Name in English");
    public static Text NameHelp => new("Comme tout le réseau le lira. Un seul des deux noms suffit.", "As the whole network will read it. One of the two names is enough.");
    public static Text Region => new("Région", "Region");
    public static Text PublicContact => new("Comment le public peut vous joindre", "How the public can reach you");
    public static Text PublicContactHelp => new("Une adresse courriel ou un numéro de téléphone. Tout le monde pourra le voir, sur le carrefour.", "An email address or a telephone number. Everybody can see it, on the hub.");
    public static Text PrivacyTitleFr => new("Responsable de la protection des renseignements personnels, en français", "Person in charge of personal information, in French");
    public static Text PrivacyTitleEn => new("Responsable de la protection des renseignements personnels, en anglais", "Person in charge of personal information, in English");
    public static Text PrivacyTitleHelp => new("Le titre de la personne, par exemple\u00a0: secrétaire du comité exécutif. Une seule des deux langues suffit. La loi demande de le publier.", "The person’s title, for example: secretary of the executive committee. One of the two languages is enough. The law asks that it be published.");
    public static Text PrivacyContact => new("Comment joindre cette personne", "How to reach that person");
    public static Text PersonName => new("Votre nom", "Your name");
    public static Text PersonNameHelp => new("Ou le nom que vous voulez porter ici.", "Or the name you want to go by here.");
    public static Text PersonAddress => new("Votre adresse courriel", "Your email address");
    public static Text PersonAddressHelp => new("Pour entrer ici. Personne d’autre ne le verra.", "To sign in here. Nobody else will see it.");
    public static Text Found => new("Fonder", "Set up");
    public static Text DoneTitle => new("La fondation est faite", "It is set up");
    public static Text WordsTitle => new("Treize mots à écrire sur papier", "Thirteen words to write on paper");
    public static Text WordsWhy => new("Sans eux, personne ne peut rétablir une sauvegarde; et si le serveur est volé, ils prouvent qu’il est à vous. Écrivez-les ou imprimez-les, dans l’ordre, en deux copies, à garder chez deux personnes. Ils ne seront plus affichés après cette page.", "Without them nobody can restore a backup; and if the server is stolen, they prove that it is yours. Write or print two copies, in order, for two people to keep. They are not shown again after this page.");
    public static Text SixWordsTitle => new("Six mots qui vous identifient", "Six words that identify you");
    public static Text SixWordsWhy => new("Ce n’est pas un secret. On peut vous les demander au téléphone pour s’assurer que c’est bien vous.", "They are not a secret. Somebody may ask you for them on the phone, to make sure that it is you.");
    public static Text Print => new("Imprimer", "Print");
    public static Text AskBackTitle => new("Avez-vous les mots sur papier?", "Do you have the words on paper?");
    public static Text AskBackWhy => new("Lisez deux d’entre eux sur votre papier et tapez-les ici.", "Read two of them from your paper and type them here.");
    public static Text WordNumber => new("Mot {0}", "Word {0}");
    public static Text GoOn => new("Continuer", "Go on");
    public static Text WordsKept => new("Les mots sont en lieu sûr. Bienvenue.", "The words are safe. Welcome.");
}
