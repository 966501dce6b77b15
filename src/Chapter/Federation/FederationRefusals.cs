using RecoveryCoP.Node.Federation.Client;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Why a chapter is not enrolled.</summary>
internal static class FederationRefusals
{
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("federation.not-founded", new Text(
            "Cette communauté n’est pas encore fondée. Fondez-la d’abord.",
            "This community is not set up yet. Set it up first.")),
        new("federation.code-mistyped", new Text(
            "Ce code n’est pas complet ou contient une faute. Il compte sept groupes de six caractères\u00a0: vérifiez-les un par un.",
            "This code is not complete or has a mistake in it. It has seven groups of six characters: check them one by one.")),
        new("federation.code-unknown", new Text(
            "Le carrefour ne connaît pas ce code. Demandez à son équipe de vous le relire.",
            "The hub does not know this code. Ask its operator to read it to you again.")),
        new("federation.code-used", new Text(
            "Une autre communauté a déjà utilisé ce code. Demandez un nouveau code à l’équipe du carrefour.",
            "Another community has used this code already. Ask the hub’s operator for a new one.")),
        new("federation.code-expired", new Text(
            "Ce code a plus de 72 heures et n’est plus valide. Demandez un nouveau code à l’équipe du carrefour.",
            "This code is more than 72 hours old and is no longer valid. Ask the hub’s operator for a new one.")),
        new("federation.revoked", new Text(
            "Le carrefour a mis fin au lien avec cette communauté. Un nouveau code n’y change rien\u00a0: appelez son équipe.",
            "The hub has ended its link with this community. A new code does not change that: call its operator.")),
        new("federation.hub-address-invalid", new Text(
            "Écrivez l’adresse du carrefour, par exemple https://carrefour.example.org:5443, sans rien après.",
            "Write the hub’s address, such as https://hub.example.org:5443, with nothing after it.")),
        new("federation.hub-address-plain", new Text(
            "À cette adresse, n’importe qui sur le chemin peut lire ce qui est échangé. Écrivez une adresse qui commence par https, ou voyez Node:AllowPlainHttp dans le guide.",
            "At this address, anybody on the way can read what is exchanged. Write an address that begins with https, or see Node:AllowPlainHttp in the guide.")),
        new("federation.wrong-hub", new Text(
            "Le carrefour qui a répondu n’est pas celui qui a donné ce code. Rien n’a été partagé. Vérifiez l’adresse auprès de son équipe.",
            "The hub that answered is not the one that gave this code. Nothing was shared. Check the address with its operator.")),
        new("federation.already-linked", new Text(
            "Cette communauté est déjà reliée à un autre carrefour. Une communauté n’en a qu’un.",
            "This community is already linked to another hub. A community has only one.")),
        new("federation.hub-away", new Text(
            "Le carrefour ne répond pas à cette adresse. Vérifiez l’adresse, ou essayez plus tard\u00a0: le code reste valide.",
            "The hub does not answer at this address. Check the address, or try later: the code is still valid.")),
        new("federation.certificate-untrusted", new Text(
            "Ce serveur ne reconnaît pas le certificat de cette adresse. Vérifiez l’adresse auprès de l’équipe du carrefour.",
            "This server does not trust the certificate at this address. Check the address with the hub’s operator.")),
        new("federation.hub-unclear", new Text(
            "Cette version ne comprend pas la réponse du carrefour. Mettez la plateforme à jour, puis recommencez.",
            "This version does not understand the hub’s answer. Upgrade the platform, then try again.")),
        new("federation.words-mistyped", new Text(
            "Ce ne sont pas les treize mots qui ont été imprimés\u00a0: il en manque un, ou l’un d’eux est mal écrit.",
            "These are not the thirteen words that were printed: one is missing, or misspelt.")),
        new("federation.words-of-another", new Text(
            "Ces mots sont justes, mais ce sont ceux d’une autre communauté, ou ceux qui valaient avant une reprise.",
            "These words are right, but they are another community’s, or those that counted before an earlier recovery.")),
        new("federation.own-fork", new Text(
            "Le carrefour a, sous le nom de cette communauté, autre chose que ce qui est ici au même endroit. Rien n’a été changé. Appelez son équipe.",
            "Under this community’s name the hub holds something else than what is here at the same place. Nothing was changed. Call its operator.")),
        new("federation.not-linked", new Text(
            "Cette communauté n’est reliée à aucun carrefour.",
            "This community is linked to no hub.")),
        new("federation.recovery-hub-away", new Text(
            "Le carrefour ne répond pas comme il faut ({0}). Rien n’a été changé\u00a0: recommencez quand il sera de retour.",
            "The hub does not answer as it should ({0}). Nothing was changed: try again when it is back.")),
        new("federation.recovery-refused", new Text(
            "Le carrefour a refusé la nouvelle clé ({0}). Donnez ce mot à son équipe.",
            "The hub refused the new key ({0}). Tell its operator that word.")),
        new("federation.hub-refused", new Text(
            "Le carrefour a refusé la demande ({0}). Donnez ce mot à son équipe.",
            "The hub refused the request ({0}). Tell its operator that word.")),
    ];
}

/// <summary>Says in our codes why a hub refused an enrolment.</summary>
internal static class EnrolRefusals
{
    public static Refusal Of(CallFailure failure) => failure.Code switch
    {
        "CODE_UNKNOWN" => Refusal.Of("federation.code-unknown", nameof(EnrolChapter.Code)),
        "CODE_USED" => Refusal.Of("federation.code-used", nameof(EnrolChapter.Code)),
        "CODE_EXPIRED" => Refusal.Of("federation.code-expired", nameof(EnrolChapter.Code)),
        "REVOKED" => Refusal.Of("federation.revoked", nameof(EnrolChapter.Code)),
        "ANSWER_UNCLEAR" => Refusal.Of("federation.hub-unclear", nameof(EnrolChapter.Address)),
        "CERTIFICATE_UNTRUSTED" => Refusal.Of("federation.certificate-untrusted", nameof(EnrolChapter.Address)),
        _ when failure.Reaction == Reaction.Retry => Refusal.Of("federation.hub-away", nameof(EnrolChapter.Address)),
        var other => Refusal.Of("federation.hub-refused", "", other),
    };
}
