namespace RecoveryCoP.Hub.About;

/// <summary>What the pages about this place say.</summary>
internal static class AboutText
{
    public static Text Title => new("À propos", "About");
    public static Text Lead => new(
        "Ce site réunit ce que de petites communautés de pratique du Québec ont appris sur le rétablissement en santé mentale.",
        "This site brings together what small communities of practice across Québec have learned about recovery in mental health.");
    public static Text WhoTitle => new("Qui écrit ici", "Who writes here");
    public static Text Who1 => new(
        "Des personnes utilisatrices de services, des proches et des gens de l’intervention, de la gestion et de la recherche, qui se réunissent sur un pied d’égalité. Personne n’y parle au nom de son employeur.",
        "People who use services, families and people from practice, management and research, who meet as equals. Nobody speaks there for an employer.");
    public static Text Who2 => new(
        "Ce carrefour transporte ce que les communautés partagent. Il ne peut ni le changer ni parler à leur place\u00a0: chaque pratique est signée par la communauté qui l’a écrite.",
        "This hub carries what the communities share. It can neither change it nor speak for them: each practice is signed by the community that wrote it.");
    public static Text UseTitle => new("Ce que vous pouvez en faire", "What you may do with it");
    public static Text Use1 => new(
        "Lire, imprimer et essayer chez vous. Chaque pratique dit à quelles conditions on peut la reprendre et l’adapter, et comment la citer.",
        "Read, print and try it where you are. Each practice says on what terms it can be reused and adapted, and how to cite it.");
    public static Text Use2 => new(
        "Une pratique est une expérience racontée, pas un avis médical. Ce qui a aidé quelqu’un ailleurs peut ne pas vous convenir.",
        "A practice is experience told, not medical advice. What helped somebody elsewhere may not suit you.");
    public static Text Read => new("Lire les pratiques", "Read the practices");

    public static Text Contact => new("Nous joindre", "Contact");
    public static Text ContactLead => new("À qui écrire, selon ce que vous cherchez.", "Whom to write to, depending on what you need.");
    public static Text TeamTitle => new("L’équipe du carrefour", "The hub’s team");
    public static Text TeamWhy => new(
        "Pour inscrire une communauté, signaler une erreur sur ce site ou une pratique qui pose problème.",
        "To enrol a community, or to report a fault on this site or a practice that is a problem.");
    public static Text TeamUnsaid => new(
        "L’équipe n’a pas encore publié d’adresse. Écrivez à la personne responsable de la protection des renseignements personnels, ci-dessous.",
        "The team has not published an address yet. Write to the person in charge of personal information, below.");
    public static Text CommunityTitle => new("Une communauté", "A community");
    public static Text CommunityWhy => new(
        "Pour assister à une rencontre ou parler d’une pratique, écrivez à la communauté elle-même. Sa page dit comment.",
        "To come to a meeting or talk about a practice, write to the community itself. Its page says how.");
    public static Text Communities => new("Trouver une communauté", "Find a community");
    public static Text OfficerTitle => new("Vos renseignements personnels", "Your personal information");
    public static Text HelpTitle => new("Besoin d’aide maintenant", "If you need help now");
    public static Text HelpWhy => new("Personne ne répond d’ici aux urgences. Ces lignes répondent jour et nuit\u00a0:", "Nobody here answers emergencies. These lines answer day and night:");
    public static IReadOnlyList<Text> HelpLines =>
    [
        new("811, option 2\u00a0: Info-Social", "811, option 2: Info-Social"),
        new("988\u00a0: ligne d’aide en cas de crise de suicide, par téléphone ou par texto", "988: suicide crisis helpline, by phone or text"),
        new("1\u00a0866\u00a0APPELLE (277-3553)\u00a0: prévention du suicide, au Québec", "1-866-APPELLE (277-3553): suicide prevention, in Québec"),
        new("911, si une vie est en danger", "911, if a life is in danger"),
    ];
}
