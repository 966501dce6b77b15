namespace RecoveryCoP.Node.Library;

/// <summary>What the library's pages say.</summary>
internal static class LibraryText
{
    public static Text OfTheNetwork => new("Bibliothèque du réseau", "Network library");
    public static Text Library => new("Bibliothèque", "Library");

    public static Text LibraryLead => new(
        "Ce que les communautés de pratique du réseau ont choisi de partager. Chaque pratique est signée par la communauté d’où elle vient.",
        "What the network’s communities of practice have chosen to share. Each practice is signed by the community it comes from.");

    public static Text Words => new("Mots à chercher", "Words to look for");

    public static Text WordsHelp => new(
        "En français ou en anglais, avec ou sans accents, au féminin ou au masculin, au singulier ou au pluriel.",
        "In French or English, with or without accents, feminine or masculine, singular or plural.");

    public static Text Search => new("Chercher", "Search");

    public static Text Language => new("Langue", "Language");

    public static Text Chapter => new("Communauté", "Community");

    public static Text All => new("Peu importe", "Any");

    public static Text Choice => new("{0} ({1})", "{0} ({1})");

    public static Text Found(long total) => total switch
    {
        0 => new("Aucune pratique trouvée", "No practice found"),
        1 => new("Une pratique", "One practice"),
        _ => new Text("{0:N0} pratiques", "{0:N0} practices").With(total),
    };

    public static Text Shortened => new(
        "Seuls les premiers mots ont été cherchés. Pour un meilleur résultat, écrivez-en moins.",
        "Only the first words were searched. For better results, use fewer.");

    public static Text NothingYet => new("Les pratiques du réseau paraîtront ici", "The network’s practices will appear here");

    public static Text NothingYetWhy => new(
        "Quand une communauté partage une pratique avec le réseau, elle arrive ici, avec le nom de la communauté qui l’a signée. Vous pourrez la lire, et vous en inspirer.",
        "When a community shares a practice with the network, it comes here, with the name of the community that signed it. You will be able to read it and draw on it.");

    public static Text NothingFound => new("Rien ne correspond à cette recherche", "Nothing matches this search");

    public static Text NothingFoundWhy => new(
        "Essayez avec moins de mots, avec un mot plus court, ou sans choisir de thème ni de langue.",
        "Try fewer words, a shorter word, or no topic or language.");

    public static Text ShowAll => new("Voir toutes les pratiques", "See all practices");

    public static Text AdaptedFrom => new("Adaptée de\u00a0: ", "Adapted from: ");

    public static Text TakenFrom => new("Reprend quelque chose de\u00a0: ", "Takes something up from: ");

    public static Text AdaptedFromUnknown => new("une pratique qui n’est pas encore arrivée ici", "a practice that has not arrived here yet");

    public static Text NotShown => new("une pratique qui a été retirée", "a practice that was withdrawn");

    public static Text Adaptation => new("Ce qui a été adapté", "What was adapted");

    public static Text Lineage => new("D’une communauté à l’autre", "From one community to another");

    public static Text LineageHelp => new("Ce qui a été adapté de quoi. Chaque communauté l’a signé elle-même.", "What was adapted from what. Each community signed it itself.");

    public static Text Changed => new("changé\u00a0: ", "changed: ");

    public static Text Between => new("; ", "; ");

    public static Text NamelessChapter => new("Communauté sans nom", "Unnamed community");

    public static Text InFrench => new("en français", "in French");

    public static Text InEnglish => new("en anglais", "in English");

    public static Text InBoth => new("FR\u00a0·\u00a0EN", "FR\u00a0·\u00a0EN");

    public static Text SharedPractice => new("Pratique partagée", "Shared practice");

    public static Text About => new("À propos de cette pratique", "About this practice");

    public static Text Revisions => new("Révisions", "Revisions");

    public static Text Revision => new("Révision {0}", "Revision {0}");

    public static Text FirstRevision => new("Première version partagée", "First version shared");

    public static Text SeeChanges => new("Voir ce que la révision {0} a changé", "See what revision {0} changed");

    public static Text Changes => new("Ce que la révision {0} a changé", "What revision {0} changed");

    public static Text ChangesHelp => new(
        "Ce qui a été retiré est barré; ce qui a été ajouté est souligné.",
        "What was removed is struck through; what was added is underlined.");

    public static Text NoChange => new("Le texte est le même; les thèmes ou d’autres choix ont changé.", "The text is the same; topics or other choices have changed.");

    public static Text BackToPractice => new("Retour à la pratique", "Back to the practice");

    public static Text SignatureVerified => new("Signature vérifiée", "Signature verified");

    public static Text Provenance => new("D’où elle vient", "Where it comes from");

    public static Text SignedBy => new("Signée par\u00a0: ", "Signed by ");

    public static Text CalledBefore => new("Cette communauté s’appelait auparavant\u00a0: ", "This community used to be called: ");

    public static Text Citation => new("Pour citer cette pratique", "To cite this practice");

    public static Text CitedRevision => new("révision {0}", "revision {0}");

    public static Text ArrivedAt => new("Elle est arrivée ici le ", "It arrived here on ");

    public static Text Verified => new(
        "À son arrivée, la signature a été vérifiée\u00a0: personne n’a changé le texte en chemin.",
        "When it arrived, the signature was verified: nobody changed the text on the way.");

    public static Text SixWords => new(
        "Pour vous assurer que c’est bien cette communauté, demandez-lui au téléphone ses six mots. Ce doit être\u00a0:",
        "To make sure that it really is this community, ask them for their six words over the phone. They must be:");

    public static Text Details => new("Détails techniques", "Technical details");

    public static Text ItemId => new("Identifiant de l’élément signé", "ID of the signed item");

    public static Text NodeId => new("Identifiant de la communauté", "ID of the community");

    public static Text Contact => new("Contact public de la communauté\u00a0: ", "The community’s public contact: ");

    public static Text WithdrawnTitle => new("Cette pratique a été retirée", "This practice was withdrawn");

    public static Text WithdrawnOn => new("La communauté qui l’avait partagée l’a retirée le {0}.", "The community that had shared it withdrew it on {0}.");

    public static Text TakenDownOn => new("Le carrefour provincial l’a retirée le {0}. Raison\u00a0: {1}.", "The provincial hub took it down on {0}. Reason: {1}.");

    public static Text WithdrawnWhy => new(
        "Son texte a été effacé ici, comme partout dans le réseau. D’autres pratiques vous attendent dans la bibliothèque.",
        "Its text was erased here, as everywhere in the network. Other practices await you in the library.");
}
