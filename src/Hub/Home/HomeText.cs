namespace RecoveryCoP.Hub.Home;

/// <summary>What the hub's first page says.</summary>
internal static class HomeText
{
    public static Text Tab => new("Accueil", "Home");
    public static Text Above => new("Réseau des communautés de pratique sur le rétablissement", "Network of recovery communities of practice");
    public static Text Lead => new("De petites communautés, région par région, partagent ce qui aide au rétablissement en santé mentale.", "Small communities, region by region, share what helps recovery in mental health.");
    public static Text ReadLibrary => new("Lire les pratiques", "Read the practices");
    public static Text FindCommunity => new("Trouver une communauté", "Find a community");

    public static Text Newest => new("Les pratiques les plus récentes", "The most recent practices");
    public static Text NewestHow => new("Chaque communauté à son tour.", "Each community in turn.");
    public static Text AllPractices => new("Toutes les pratiques", "All practices");
    public static Text NothingYet => new("Les premières pratiques sont en route", "The first practices are on their way");
    public static Text NothingYetWhy => new("Dès qu’une communauté en partage une, on peut la lire ici.", "As soon as a community shares one, it can be read here.");

    public static Text FiguresTitle => new("Le réseau en trois chiffres", "The network in three numbers");
    public static Text FiguresWhy => new("On compte ici des activités, jamais des personnes\u00a0: ce carrefour ne sait pas qui est membre de quoi.", "What is counted here is activity, never people: this hub does not know who is a member of what.");
    public static Text Figures => new("Toutes les statistiques", "All statistics");
    public static Counted Chapters => new(new("communauté", "community"), new("communautés", "communities"));
    public static Text ChaptersMethod => new("Celles que ce carrefour a admises et qui échangent.", "Those that this hub admitted and that exchange.");
    public static Counted Practices => new(new("pratique partagée", "practice shared"), new("pratiques partagées", "practices shared"));
    public static Text PracticesMethod => new("Celles qu’on peut lire aujourd’hui dans la bibliothèque. Une pratique dans deux langues compte une fois; une pratique retirée ne compte plus.", "Those that can be read in the library today. A practice in two languages counts once; a withdrawn practice no longer counts.");
    public static Counted Revised => new(new("écrite ou révisée ce trimestre", "written or revised this quarter"), new("écrites ou révisées ce trimestre", "written or revised this quarter"));
    public static Text RevisedMethod => new("Parmi elles, celles dont la dernière version, dans l’une ou l’autre langue, date du {0} ou après.", "Among them, those whose latest version, in either language, dates from {0} or later.");

    public static Text WhatTitle => new("Ce que c’est", "What this is");
    public static Text What1 => new("Chaque mois, des personnes utilisatrices de services, des proches et des gens de l’intervention, de la gestion et de la recherche se parlent, sur un pied d’égalité, de ce qui aide à se rétablir.", "Every month, people who use services, families and people from practice, management and research talk, as equals, about what helps recovery.");
    public static Text What2 => new("Chaque communauté garde ses membres et ses rencontres chez elle. Ce qu’elle choisit de partager porte sa signature\u00a0: on voit d’où vient une pratique et ce qui a changé depuis.", "Each community keeps its members and its meetings to itself. What it chooses to share bears its signature: you see where a practice comes from and what has changed since.");

    public static Text FoundTitle => new("Fonder une communauté", "Start a community");
    public static Text FoundWhy => new("Il suffit de quelques personnes, d’un local et d’un petit serveur.", "All it takes is a few people, a room and a small server.");
    public static IReadOnlyList<Text> FoundSteps =>
    [
        new("Réunissez des personnes de tous les horizons\u00a0: vécu, proches, intervention, gestion, recherche.", "Bring people from all sides together: lived experience, family, practice, management, research."),
        new("Installez le logiciel sur votre serveur, puis fondez la communauté dans votre navigateur.", "Install the software on your server, then set up the community in your browser."),
        new("Demandez un code à ce carrefour, comparez les six mots de vive voix, et vous faites partie du réseau.", "Ask this hub for a code, compare the six words out loud, and you are part of the network."),
    ];
    public static Text PrivacyOfficer => new("Responsable de la protection des renseignements personnels\u00a0: ", "Person in charge of personal information: ");
    public static Text WriteUs => new("Écrivez-nous\u00a0: ", "Write to us: ");
}
