namespace RecoveryCoP.Node.OutsideQuebec;

/// <summary>Words of the sheet.</summary>
internal static class OutsideQuebecText
{
    public static Text Title => new("Hors du Québec", "Outside Québec");
    public static Text For => new("Une feuille à imprimer\u00a0: l’évaluation que la loi demande quand des données sortent du Québec.", "A sheet to print: the assessment that the law asks for when data goes out of Québec.");
    public static Text When => new(
        "La loi demande une évaluation avant de confier des renseignements personnels à un service hors du Québec (Loi sur la protection des renseignements personnels dans le secteur privé, article 17)\u00a0: hébergement, envoi des courriels, dossier des sauvegardes, carrefour. Si tout est au Québec, cochez-le, et gardez la feuille.",
        "The law asks for an assessment before personal information is entrusted to a service outside Québec (Act respecting the protection of personal information in the private sector, section 17): hosting, sending email, the folder of backups, a hub. If all is in Québec, tick it, and keep the sheet.");
    public static Text Paper => new(
        "Imprimez la feuille et remplissez-la à la main. Rien de ce que vous y écrivez n’est gardé ici.", "Print the sheet and fill it in by hand. Nothing that you write on it is kept here.");
    public static Text Print => new("Imprimer", "Print");
    public static Text PreparedOn => new("Préparé le {0}", "Prepared on {0}");

    public static Text PlacesTitle => new("Où sont les renseignements", "Where the information is");
    public static Text Service => new("Service", "Service");
    public static Text Holds => new("Ce qu’il reçoit", "What it is given");
    public static Text Known => new("Où", "Where");
    public static Text Place => new("Au Québec?", "In Québec?");
    public static Text None => new("Aucun", "None");
    public static Text InQuebec => new("☐\u00a0oui ☐\u00a0non, pays\u00a0:", "☐\u00a0yes ☐\u00a0no, country:");

    public static Text QuestionsTitle => new("Pour ce qui est hors du Québec", "For what is outside Québec");
    public static Text Sensitivity => new(
        "Sensibilité. Faire partie d’une communauté sur le rétablissement en santé mentale est un renseignement sensible. Quels autres renseignements le sont?",
        "Sensitivity. Being part of a community on recovery in mental health is sensitive information. Which other information is?");
    public static Text Purpose => new("But. À quoi le service sert-il, et pourquoi celui-là?", "Purpose. What is the service for, and why this one?");
    public static Text Protection => new("Protection.", "Protection.");
    public static Text Ticks => new(
        "☐\u00a0entente écrite ☐\u00a0chiffré en route ☐\u00a0chiffré là où c’est gardé ☐\u00a0accès limité ☐\u00a0effacé à la fin de l’entente. Autres mesures\u00a0:",
        "☐\u00a0written agreement ☐\u00a0encrypted on the way ☐\u00a0encrypted where it is kept ☐\u00a0limited access ☐\u00a0erased when the agreement ends. Other measures:");
    public static Text Law => new(
        "Lois de l’endroit. Quelle loi y protège les renseignements personnels, et qui peut les exiger?", "Law of the place. Which law protects personal information there, and who can demand it?");
    public static Text ConclusionTitle => new("Conclusion", "Conclusion");
    public static Text Conclusion => new(
        "☐\u00a0Tout est au Québec. ☐\u00a0La protection est adéquate, et une entente écrite en tient compte. ☐\u00a0Elle ne l’est pas\u00a0: rien n’est confié à ce service.",
        "☐\u00a0All is in Québec. ☐\u00a0Protection is adequate, and a written agreement reflects it. ☐\u00a0It is not: nothing is entrusted to this service.");
    public static Text Signed => new("Responsable de la protection des renseignements personnels\u00a0({0}), date et signature\u00a0:", "Person in charge of the protection of personal information ({0}), date and signature:");
}
