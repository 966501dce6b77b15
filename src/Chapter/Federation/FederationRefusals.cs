using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Why a chapter is not enrolled.</summary>
internal static class FederationRefusals
{
    public const string NotSteward = "federation.not-steward";
    public const string NotFounded = "federation.not-founded";
    public const string CodeMistyped = "federation.code-mistyped";
    public const string CodeUnknown = "federation.code-unknown";
    public const string CodeUsed = "federation.code-used";
    public const string CodeExpired = "federation.code-expired";
    public const string AddressInvalid = "federation.hub-address-invalid";
    public const string WrongHub = "federation.wrong-hub";
    public const string AlreadyLinked = "federation.already-linked";
    public const string HubAway = "federation.hub-away";
    public const string HubUnclear = "federation.hub-unclear";
    public const string HubRefused = "federation.hub-refused";

    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new(NotSteward, new Text(
            "Seule l’intendance peut relier la communauté à un carrefour.",
            "Only a steward can link the chapter to a hub.")),
        new(NotFounded, new Text(
            "Cette communauté n’est pas encore fondée. Fondez-la d’abord.",
            "This chapter is not founded yet. Found it first.")),
        new(CodeMistyped, new Text(
            "Ce code n’est pas complet ou contient une faute. Il compte sept groupes de six caractères\u00a0: vérifiez-les un par un.",
            "This code is not complete or has a mistake in it. It has seven groups of six characters: check them one by one.")),
        new(CodeUnknown, new Text(
            "Le carrefour ne connaît pas ce code. Demandez à son équipe de vous le relire.",
            "The hub does not know this code. Ask its operator to read it to you again.")),
        new(CodeUsed, new Text(
            "Une autre communauté a déjà utilisé ce code. Demandez un nouveau code à l’équipe du carrefour.",
            "Another chapter has used this code already. Ask the hub’s operator for a new one.")),
        new(CodeExpired, new Text(
            "Ce code a plus de 72 heures et n’est plus bon. Demandez un nouveau code à l’équipe du carrefour.",
            "This code is more than 72 hours old and no longer works. Ask the hub’s operator for a new one.")),
        new(AddressInvalid, new Text(
            "Écrivez l’adresse du carrefour, par exemple https://carrefour.example.org:5443, sans rien après.",
            "Write the hub’s address, such as https://hub.example.org:5443, with nothing after it.")),
        new(WrongHub, new Text(
            "Le carrefour qui a répondu n’est pas celui qui a donné ce code. Rien n’a été partagé. Vérifiez l’adresse auprès de son équipe.",
            "The hub that answered is not the one that gave this code. Nothing was shared. Check the address with its operator.")),
        new(AlreadyLinked, new Text(
            "Cette communauté est déjà reliée à un autre carrefour. Une communauté n’en a qu’un.",
            "This chapter is already linked to another hub. A chapter has only one.")),
        new(HubAway, new Text(
            "Le carrefour ne répond pas à cette adresse. Vérifiez l’adresse, ou essayez plus tard\u00a0: le code reste bon.",
            "The hub does not answer at this address. Check the address, or try later: the code is still good.")),
        new(HubUnclear, new Text(
            "Cette version ne comprend pas la réponse du carrefour. Mettez la plateforme à jour, puis recommencez.",
            "This version does not understand the hub’s answer. Upgrade the platform, then try again.")),
        new(HubRefused, new Text(
            "Le carrefour a refusé la demande ({0}). Donnez ce mot à son équipe.",
            "The hub refused the request ({0}). Tell its operator that word.")),
    ];
}

/// <summary>Says in our codes why a hub refused an enrolment.</summary>
internal static class EnrolRefusals
{
    public static Refusal Of(CallFailure failure) => failure.Code switch
    {
        "CODE_UNKNOWN" => Refusal.Of(FederationRefusals.CodeUnknown, nameof(EnrolChapter.Code)),
        "CODE_USED" => Refusal.Of(FederationRefusals.CodeUsed, nameof(EnrolChapter.Code)),
        "CODE_EXPIRED" => Refusal.Of(FederationRefusals.CodeExpired, nameof(EnrolChapter.Code)),
        _ when failure.Reaction == Reaction.Retry => Refusal.Of(FederationRefusals.HubAway, nameof(EnrolChapter.Address)),
        var other => Refusal.Of(FederationRefusals.HubRefused, "", other),
    };
}
