namespace RecoveryCoP.Chapter.Statistics;

/// <summary>What the page of returns says.</summary>
internal static class StatisticsText
{
    public static Text For => new("Relire et approuver les chiffres d’un trimestre avant qu’ils partent vers le réseau.", "Read and approve the figures of a quarter before they go out to the network.");
    public static Text Title => new("Statistiques", "Statistics");

    public static Text Lead => new(
        "Quatre fois par année, le comité exécutif peut envoyer au réseau ce que la communauté a fait. On y compte des pratiques, jamais des personnes. Ce que vous voyez est exactement ce qui part.",
        "Four times a year, the executive committee can send the network what the community has done. It counts practices, never people. What you see is exactly what leaves.");

    public static Text Measure => new("Ce qui est compté", "What is counted");

    public static Text Value => new("Nombre", "Number");

    public static Text Current => new("Le trimestre en cours n’est pas terminé. Ses chiffres pourront être approuvés à partir du", "The current quarter is not over. Its figures can be approved from");

    public static Text NotApproved => new("À approuver", "To be approved");

    public static Text Outdated => new("Approuvé, mais les chiffres ont changé depuis", "Approved, but the figures have changed since");

    public static Text Waiting => new("Approuvé, en attente de départ", "Approved, waiting to leave");

    public static Text AtHub => new("Au carrefour", "At the hub");

    public static Text Refused => new("Refusé par le carrefour", "Refused by the hub");

    public static Text ApprovedOn => new("Approuvé le", "Approved on");

    public static Text Since => new("depuis le", "since");

    public static Text Version => new("Liste de mesures, version {0}; envoi numéro {1} de ce trimestre.", "List of measures, version {0}; return number {1} of this quarter.");

    public static Text MethodOf(string method) => method == "none"
        ? new("Compté exactement, sans arrondir\u00a0: ce sont des activités et non des personnes.", "Counted exactly, without rounding: these are activities, not persons.")
        : new($"Méthode\u00a0: {method}.", $"Method: {method}.");

    public static Text Approve => new("Approuver et envoyer", "Approve and send");

    public static Text Ask => new(
        "Ces chiffres, et rien d’autre, partiront vers le réseau au nom de la communauté. Vous pourrez envoyer une correction, mais pas les reprendre.",
        "These figures, and nothing else, will leave for the network in the community’s name. You can send a correction, but not take them back.");

    public static IReadOnlyList<Node.Web.Confirmation> Done { get; } =
    [
        new("statistics.approved", new("Les chiffres sont approuvés. Ils sont envoyés automatiquement.", "The figures are approved. They are sent automatically.")),
    ];

    public static Text NameOf(Quarter quarter) => new(
        $"{(quarter.Number == 1 ? "1er" : $"{quarter.Number}e")} trimestre {quarter.Year}",
        $"{quarter.Number switch { 1 => "1st", 2 => "2nd", 3 => "3rd", _ => "4th" }} quarter of {quarter.Year}");

    public static Text FigureOf(string code) => code switch
    {
        Figures.Shared => new("Pratiques partagées avec le réseau", "Practices shared with the network"),
        Figures.Revised => new("Révisions de pratiques du réseau", "Revisions of practices in the network"),
        var other => other.AsText(),
    };
}
