using RecoveryCoP.Federation.V1;
namespace RecoveryCoP.Chapter.Federation;

/// <summary>The exchange with the hub, in plain words.</summary>
internal static class FederationText
{
    public static Text Network => new("Réseau", "Network");
    public static Text ThisChapter => new("Cette communauté", "This community");
    public static Text TheHub => new("Le carrefour", "The hub");
    public static Text CallTheHub => new("Appelez l’équipe du carrefour\u00a0: deux copies du serveur d’une autre communauté ou du carrefour sont peut-être en marche.", "Call the hub’s operator: two copies of another community’s server, or of the hub’s, may be running.");
    public static Text Never => new("Pas encore", "Not yet");

    public static Text StateOf(EnrolmentState state) => state switch
    {
        EnrolmentState.Pending => new("En attente d’admission", "Waiting to be admitted"),
        EnrolmentState.Admitted => new("Admise dans le réseau", "Admitted to the network"),
        EnrolmentState.Suspended => new("Échange suspendu", "Exchange suspended"),
        _ => new("Lien terminé", "Link ended"),
    };

    public static Text NextOf(EnrolmentState state) => state switch
    {
        EnrolmentState.Pending => new(
            "Une personne de l’équipe du carrefour va vous appeler. Comparez les six mots à voix haute\u00a0: s’ils sont les mêmes des deux côtés, elle admettra votre communauté. Rien ne part d’ici avant.",
            "The hub’s operator will call you. Compare the six words out loud: if they are the same on both sides, the operator admits the community. Nothing leaves here before that."),
        EnrolmentState.Admitted => new(
            "Ce que la communauté partage avec le réseau part automatiquement, et ce que les autres partagent arrive de même. Il n’y a rien à faire.",
            "What the community shares with the network is sent automatically, and what others share arrives in the same way. There is nothing to do."),
        EnrolmentState.Suspended => new(
            "Seuls les retraits de textes passent encore\u00a0: ce que vous retirez disparaît aussi du réseau, et ce que d’autres retirent, ou le carrefour, disparaît aussi d’ici. Ce que vous partagez attend ici, rien n’est perdu. Appelez l’équipe du carrefour; dès que le lien sera rétabli, l’échange reprendra automatiquement.",
            "Only withdrawals still go through: what you withdraw disappears from the network too, and what others withdraw, or the hub takes down, disappears here too. What you share waits here, nothing is lost. Call the hub’s operator; as soon as the link is restored, the exchange resumes automatically."),
        _ => new(
            "Le carrefour a mis fin à l’échange. Tout ce que la communauté a écrit reste ici. Ce que vous retirez disparaît encore du réseau, et ce que d’autres retirent, ou le carrefour, disparaît aussi d’ici. Pour comprendre pourquoi, appelez l’équipe du carrefour.",
            "The hub has ended the exchange. Everything the community wrote stays here. What you withdraw still disappears from the network, and what others withdraw, or the hub takes down, disappears here too. To understand why, call the hub’s operator."),
    };

    /// <summary>Why the exchange waits, and what to do about it.</summary>
    public static Text FailureOf(string code) => code switch
    {
        "UNAVAILABLE" or "DEADLINE_EXCEEDED" or "NOT_FOUNDED" or "TOO_MANY_CALLS" => new(
            "Le carrefour ne répond pas, ou l’accès à Internet est coupé. Rien n’est perdu; un nouvel essai se fera automatiquement.",
            "The hub does not answer, or the Internet is cut off. Nothing is lost; it will be tried again automatically."),
        "ANSWER_UNCLEAR" => new(
            "Le carrefour a donné une réponse que ce serveur ne comprend pas. Rien n’est perdu; un nouvel essai se fera automatiquement. Si cela dure, appelez l’équipe du carrefour.",
            "The hub gave an answer that this server does not understand. Nothing is lost; it will be tried again automatically. If it goes on, call the hub’s operator."),
        "STORAGE_UNAVAILABLE" => new(
            "Le carrefour ne peut rien enregistrer en ce moment. Rien n’est perdu; un nouvel essai se fera automatiquement.",
            "The hub cannot store anything right now. Nothing is lost; it will be tried again automatically."),
        "QUOTA_EXCEEDED" or "RESOURCE_EXHAUSTED" => new(
            "La communauté a envoyé plus que ce qu’un jour permet. Le reste sera envoyé plus tard, automatiquement.",
            "The community has sent more than a day allows. The rest will be sent later, automatically."),
        "TOKEN_EXPIRED" => new(
            "L’horloge de ce serveur et celle du carrefour ne sont pas d’accord, et le carrefour refuse les appels. Vérifiez l’heure de ce serveur; si elle est juste, prévenez l’équipe du carrefour.",
            "This server’s clock and the hub’s do not agree, and the hub refuses the calls. Check this server’s time; if it is right, tell the hub’s operator."),
        "CERTIFICATE_UNTRUSTED" => new(
            "Le certificat du carrefour n’est pas reconnu par ce serveur\u00a0: il est peut-être expiré, ou l’adresse n’est pas la bonne. Rien n’est envoyé. Prévenez l’équipe du carrefour; un nouvel essai se fera automatiquement.",
            "This server does not trust the hub’s certificate: it may have expired, or the address is wrong. Nothing is sent. Tell the hub’s operator; it will be tried again automatically."),
        "TOKEN_AUDIENCE" or "KEY_UNKNOWN" or "TOKEN_INVALID" or "TOKEN_METHOD" or "TOKEN_MISSING" or "UNAUTHENTICATED" => new(
            "Le carrefour ne reconnaît pas cette communauté. Vérifiez auprès de son équipe que l’adresse est la bonne.",
            "The hub does not recognize this community. Check with its operator that the address is the right one."),
        "HELD_BACK" => new(
            "Quelqu’un qui a les treize mots est en train de reprendre cette communauté au carrefour. Si ce n’est pas vous, appelez son équipe tout de suite.",
            "Somebody who has the thirteen words is taking this community back at the hub. If it is not you, call its operator at once."),
        "NOT_ADMITTED" => new("La communauté n’est pas encore admise.", "The community is not admitted yet."),
        "SUSPENDED" => new("Le carrefour a suspendu l’échange.", "The hub has suspended the exchange."),
        "REVOKED" => new("Le carrefour a mis fin à l’échange.", "The hub has ended the exchange."),
        "PROTOCOL_UNSUPPORTED" or "UNIMPLEMENTED" or "ENROLMENT_STATE_UNKNOWN" => new(
            "Le carrefour et cette communauté n’ont plus de version en commun. Mettez la plateforme à jour.",
            "The hub and this community no longer have a version in common. Upgrade the platform."),
        "EPOCH_CHANGED" or "FUTURE_CURSOR" => new(
            "Le carrefour a été rétabli à partir d’une copie. La communauté compare ce que chacune des deux parties a et complète, sans que vous ayez à intervenir.",
            "The hub was restored from a backup. The community compares what each of the two has and completes it. There is nothing to do."),
        ExchangeParkedException.EpochSuperseded => new(
            "Une autre copie de ce serveur a parlé au carrefour depuis, et c’est elle qu’il écoute. Décidez laquelle continue\u00a0: éteignez l’autre, puis continuez ici.",
            "Another copy of this server has spoken to the hub since, and the hub listens to that one. Decide which of the two goes on: turn the other off, then go on here."),
        ExchangeParkedException.OwnFork or "FORK" => new(
            "Le carrefour a déjà reçu autre chose au nom de cette communauté\u00a0: ce serveur a sans doute été rétabli à partir d’une copie, ou une vieille copie est restée en marche. Éteignez l’autre s’il y en a une, puis continuez ici.",
            "The hub has already received something else in this community’s name: this server was probably restored from a backup, or an old copy was left running. Turn the other one off if there is one, then go on here."),
        "QUARANTINE_FULL" => new(
            "Le carrefour garde déjà trop d’envois de cette communauté qu’il ne comprend pas. Rien n’est perdu; la suite partira après sa mise à jour. Prévenez son équipe.",
            "The hub already keeps too many of this community’s items that it does not understand. Nothing is lost; the rest leaves after its upgrade. Tell its operator."),
        "OWN_STORAGE" => new(
            "Ce serveur ne peut pas écrire dans sa base de données. Vérifiez l’espace libre.",
            "This server cannot write to its database. Check the free space."),
        Exchange.LowDisk => new(
            "Il reste trop peu d’espace sur le disque de ce serveur pour ce que les autres partagent. Libérez de l’espace\u00a0: la suite viendra automatiquement.",
            "Too little room is left on this server’s disk for what others share. Make room: the rest comes automatically."),
        "OWN_FAULT" => new(
            "Une erreur imprévue s’est produite sur ce serveur; elle est dans son journal. Un nouvel essai se fera automatiquement.",
            "Something unforeseen went wrong on this server; it is in its log. It will be tried again automatically."),
        _ => new(
            "Le carrefour a refusé un envoi. Donnez à son équipe le mot entre parenthèses.",
            "The hub refused something that was sent. Tell its operator the word in parentheses."),
    };

    /// <summary>Why the hub does not show an item.</summary>
    public static Text RefusalOf(string reason) => reason switch
    {
        "ITEM_TOO_LARGE" or "LIMIT_EXCEEDED" => new("Le texte dépasse une limite du réseau.", "The text is over a limit of the network."),
        "TYPE_UNKNOWN" => new(
            "Le carrefour ne connaît pas encore cette sorte d’envoi; il le relira après sa mise à jour.",
            "The hub does not know this kind of item yet; it will read it again after its upgrade."),
        "QUARANTINE_FULL" => new(
            "Le carrefour garde déjà trop d’envois qu’il ne comprend pas; il prendra la suite après sa mise à jour.",
            "The hub already keeps too many items that it does not understand; it takes the rest after its upgrade."),
        "CONTENT_MISSING" or "CONTENT_MISMATCH" => new("Le texte n’est pas arrivé avec l’envoi.", "The text did not arrive with the item."),
        "SIGNATURE_INVALID" => new("La signature de la communauté n’est pas reconnue.", "The community’s signature is not recognized."),
        "GAP" or "FORK" or "WRONG_NODE" or "RUN_OVERLAP" or "RUN_MISMATCH" => new("L’envoi ne suit pas ceux qui le précèdent.", "The item does not follow those before it."),
        "UNREADABLE" => new("Le carrefour n’arrive pas à lire l’envoi.", "The hub cannot read the item."),
        _ => new("Le carrefour l’a refusé.", "The hub refused it."),
    };
}
