using RecoveryCoP.Node.Language;

namespace RecoveryCoP.Chapter.Home;

/// <summary>What the chapter's first page says.</summary>
internal static class HomeText
{
    public static Text Tab => new("Accueil", "Home");
    public static Text Above => new("Communauté de pratique sur le rétablissement", "Recovery community of practice");
    public static Text Lead => new("Des personnes qui utilisent les services, des proches, des intervenantes et intervenants, des gestionnaires, des chercheuses et chercheurs se rencontrent ici d’égal à égal, pour faire du rétablissement en santé mentale une réalité.", "People who use services, families, practitioners, managers and researchers meet here as equals, to make recovery in mental health a reality.");
    public static Text WhatTitle => new("Ce que nous faisons ensemble", "What we do together");
    public static Text What1 => new("Nous partageons ce que nous faisons, là où nous sommes, et ce que nous en avons appris.", "We share what we do, where we are, and what we learned from it.");
    public static Text What2 => new("Nous laissons les enjeux de nos organisations à la porte\u00a0: ici, chaque expérience compte autant qu’une autre.", "We leave our organisations’ issues at the door: here, every experience counts as much as another.");
    public static Text What3 => new("Nous apprenons des autres communautés de la province, et elles de nous.", "We learn from the other communities of the province, and they from us.");
    public static Text SignIn => new("Entrer", "Sign in");
    public static Text Welcome => new("Bienvenue", "Welcome");
    public static Text WriteTitle => new("Une pratique à partager?", "A practice to share?");
    public static Text WriteWhy => new("Ce que vous faites peut servir à d’autres. Un brouillon n’est vu que de vous et du comité exécutif.", "What you do can help others. Only you and the executive committee see a draft.");
    public static Text Write => new("Écrire une pratique", "Write a practice");
    public static Text OursTitle => new("Les pratiques d’ici", "Practices from here");
    public static Text OursWhy => new("Celles que les membres de cette communauté ont écrites.", "Those that this community’s members wrote.");
    public static Text Ours => new("Voir nos pratiques", "See our practices");
    public static Text LibraryTitle => new("La bibliothèque du réseau", "The network’s library");
    public static Text LibraryWhy => new("Les pratiques de toutes les communautés de la province, signées par elles.", "Practices from every community of the province, signed by them.");
    public static Text Library => new("Ouvrir la bibliothèque", "Open the library");

    public static Text PracticesPath => new("/fr/pratiques", "/en/practices");
    public static Text WritePath => new("/fr/pratiques/ecrire", "/en/practices/write");
    public static Text LibraryPath => new("/fr/bibliotheque", "/en/library");
}
