using RecoveryCoP.Node.Language;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>The exchange with the hub, in plain words.</summary>
internal static class FederationText
{
    public static Text Network => new("Réseau", "Network");

    public static Text ThisChapter => new("Ce chapitre", "This chapter");

    public static Text TheHub => new("Le carrefour", "The hub");

    public static Text Never => new("Jamais encore", "Not yet");

    public static Text StateOf(LinkState state) => state switch
    {
        LinkState.Pending => new("En attente d’admission", "Waiting to be admitted"),
        LinkState.Admitted => new("Admis dans le réseau", "Admitted to the network"),
        LinkState.Suspended => new("Échange suspendu", "Exchange suspended"),
        _ => new("Lien terminé", "Link ended"),
    };

    public static Text NextOf(LinkState state) => state switch
    {
        LinkState.Pending => new(
            "L’exploitant du carrefour va vous appeler. Lisez-vous les six mots l’un à l’autre\u00a0: s’ils sont les mêmes des deux côtés, il admet le chapitre. Rien ne part d’ici avant.",
            "The hub’s operator will call you. Read the six words to each other: if they are the same on both sides, the operator admits the chapter. Nothing leaves here before that."),
        LinkState.Admitted => new(
            "Ce que le chapitre partage avec le réseau part de lui-même, et ce que les autres partagent arrive de lui-même. Il n’y a rien à faire.",
            "What the chapter shares with the network leaves by itself, and what others share arrives by itself. There is nothing to do."),
        LinkState.Suspended => new(
            "Rien ne part et rien n’arrive. Ce que vous partagez attend ici, rien n’est perdu. Appelez l’exploitant du carrefour; dès que le lien est rétabli, l’échange reprend seul.",
            "Nothing leaves and nothing arrives. What you share waits here, nothing is lost. Call the hub’s operator; as soon as the link is restored, the exchange goes on by itself."),
        _ => new(
            "Le carrefour a mis fin à l’échange. Tout ce que le chapitre a écrit reste ici. Pour comprendre pourquoi, appelez son exploitant.",
            "The hub has ended the exchange. Everything the chapter wrote stays here. To understand why, call its operator."),
    };

    /// <summary>Why the exchange waits, and what to do about it.</summary>
    public static Text FailureOf(string code) => code switch
    {
        "UNAVAILABLE" or "DEADLINE_EXCEEDED" or "NOT_FOUNDED" or "TOO_MANY_CALLS" => new(
            "Le carrefour ne répond pas, ou l’accès à Internet est coupé. Rien n’est perdu; on réessaie tout seul.",
            "The hub does not answer, or the Internet is cut off. Nothing is lost; it is tried again by itself."),
        "STORAGE_UNAVAILABLE" => new(
            "Le carrefour ne peut rien enregistrer en ce moment. Rien n’est perdu; on réessaie tout seul.",
            "The hub cannot store anything right now. Nothing is lost; it is tried again by itself."),
        "QUOTA_EXCEEDED" or "RESOURCE_EXHAUSTED" => new(
            "Le chapitre a envoyé plus que ce qu’un jour permet. Le reste partira plus tard, tout seul.",
            "The chapter has sent more than a day allows. The rest leaves later, by itself."),
        "TOKEN_EXPIRED" => new(
            "L’horloge de ce serveur n’est pas à l’heure\u00a0: le carrefour refuse ses appels. Mettez l’horloge à l’heure.",
            "This server’s clock is wrong: the hub refuses its calls. Set the clock right."),
        "TOKEN_AUDIENCE" or "KEY_UNKNOWN" or "TOKEN_INVALID" or "TOKEN_METHOD" or "TOKEN_MISSING" or "UNAUTHENTICATED" => new(
            "Le carrefour ne reconnaît pas ce chapitre. Vérifiez avec son exploitant que l’adresse est la bonne.",
            "The hub does not recognise this chapter. Check with its operator that the address is the right one."),
        "NOT_ADMITTED" => new("Le chapitre n’est pas encore admis.", "The chapter is not admitted yet."),
        "SUSPENDED" => new("Le carrefour a suspendu l’échange.", "The hub has suspended the exchange."),
        "REVOKED" => new("Le carrefour a mis fin à l’échange.", "The hub has ended the exchange."),
        "PROTOCOL_UNSUPPORTED" or "UNIMPLEMENTED" or "ENROLMENT_STATE_UNKNOWN" => new(
            "Le carrefour et ce chapitre n’ont plus de langage commun. Mettez la plateforme à jour.",
            "The hub and this chapter have no language in common any more. Upgrade the platform."),
        "EPOCH_CHANGED" or "FUTURE_CURSOR" => new(
            "Le carrefour a été rétabli à partir d’une copie. Le chapitre relit tout depuis le début, tout seul.",
            "The hub was restored from a backup. The chapter reads everything again from the beginning, by itself."),
        ExchangeParkedException.OwnFork or "FORK" => new(
            "Un autre serveur parle au nom de ce chapitre, par exemple une vieille copie restée en marche. Éteignez-la, puis appelez l’exploitant du carrefour.",
            "Another server speaks in this chapter’s name, such as an old copy left running. Turn it off, then call the hub’s operator."),
        "OWN_STORAGE" => new(
            "Ce serveur ne peut pas écrire dans sa base de données. Vérifiez l’espace libre.",
            "This server cannot write to its database. Check the free space."),
        "OWN_FAULT" => new(
            "Une erreur imprévue s’est produite sur ce serveur; elle est dans son journal. On réessaie tout seul.",
            "Something unforeseen went wrong on this server; it is in its log. It is tried again by itself."),
        _ => new(
            "Le carrefour a refusé un envoi. Donnez le mot entre parenthèses à son exploitant.",
            "The hub refused something that was sent. Tell its operator the word in parentheses."),
    };

    /// <summary>Why the hub does not show an item.</summary>
    public static Text RefusalOf(string reason) => reason switch
    {
        "ITEM_TOO_LARGE" or "LIMIT_EXCEEDED" => new("Le texte dépasse une limite du réseau.", "The text is over a limit of the network."),
        "TYPE_UNKNOWN" => new(
            "Le carrefour ne connaît pas encore ce genre d’envoi; il le relira après sa mise à jour.",
            "The hub does not know this kind of item yet; it reads it again after its upgrade."),
        "CONTENT_MISSING" or "CONTENT_MISMATCH" => new("Le texte n’est pas arrivé avec l’envoi.", "The text did not arrive with the item."),
        "SIGNATURE_INVALID" => new("La signature du chapitre n’est pas reconnue.", "The chapter’s signature is not recognised."),
        "GAP" or "FORK" or "WRONG_NODE" => new("L’envoi ne suit pas ceux qui le précèdent.", "The item does not follow those before it."),
        "UNREADABLE" => new("Le carrefour n’arrive pas à lire l’envoi.", "The hub cannot read the item."),
        _ => new("Le carrefour l’a refusé.", "The hub refused it."),
    };
}
