namespace RecoveryCoP.Chapter.Home;

/// <summary>What the chapter's first page says: to a visitor who we are, to a member what comes next.</summary>
internal static class HomeText
{
    public static Text Tab => new("Accueil", "Home");
    public static Text Above => new("Communauté de pratique sur le rétablissement", "Recovery community of practice");
    public static Text Lead => new("Des personnes utilisatrices de services, des proches et des gens de l’intervention, de la gestion et de la recherche se parlent ici, sur un pied d’égalité, de ce qui aide à se rétablir.", "People who use services, families and people from practice, management and research talk here, as equals, about what helps recovery.");
    public static Text Question => new("Une question?", "A question?");
    public static Text Join => new("Se joindre à nous", "Join us");
    public static Text SignIn => new("Entrer", "Sign in");

    public static Text HowTitle => new("Comment vous joindre à nous", "How to join");
    public static Text How1 => new("Donnez un nom, ou un pseudonyme, et une adresse courriel\u00a0: aucune approbation n’est demandée.", "Give a name, or a pseudonym, and an email address: no approval is needed.");
    public static Text How2 => new("Lisez notre charte et acceptez-la.", "Read our charter and accept it.");
    public static Text How3 => new("Les autres membres ne voient de vous que ce que vous voulez montrer. Pour partir, un bouton suffit; revenir est aussi simple.", "Other members see only what you want to show. You can leave with one button, and come back as easily.");

    public static Text WhatTitle => new("Ce que nous faisons ensemble", "What we do together");
    public static Text What1 => new("Nous partageons ce que nous faisons, là où nous sommes, et ce que nous en avons appris.", "We share what we do, where we are, and what we learned from it.");
    public static Text What2 => new("Nous laissons les enjeux de nos organisations à la porte\u00a0: ici, chaque expérience compte autant qu’une autre.", "We leave our organizations’ issues at the door: here, every experience counts as much as any other.");
    public static Text What3 => new("Nous apprenons des autres communautés de la province, et elles apprennent de nous.", "We learn from the other communities in the province, and they learn from us.");

    public static Text Welcome => new("Bienvenue", "Welcome");
    public static Text Beside => new("Vos suivis et les nouveautés", "Your actions and what is new");
}
