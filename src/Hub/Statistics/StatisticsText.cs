namespace RecoveryCoP.Hub.Statistics;

/// <summary>What the statistics page says.</summary>
internal static class StatisticsText
{
    public static Text Title => new("Statistiques", "Statistics");
    public static Text Lead => new(
        "Ce que les communautés ont fait, trimestre par trimestre. Chaque communauté approuve et signe ses chiffres avant de les envoyer.",
        "What the communities did, quarter by quarter. Each community approves and signs its figures before it sends them.");
    public static Text NoneTitle => new("Pas encore de chiffres", "No figures yet");
    public static Text NoneWhy => new(
        "Une fois par trimestre, chaque communauté peut envoyer ce qu’elle a fait. Les totaux paraîtront ici.",
        "Once a quarter each community can send what it did. The totals will appear here.");
    public static Text Totals => new("Totaux du réseau", "Totals of the network");
    public static Text ByChapter => new("Reçu de chaque communauté", "Received from each community");
    public static Text Quarter => new("Trimestre", "Quarter");
    public static Text Reported => new("Communautés qui ont envoyé leurs chiffres", "Communities that reported");
    public static Text Of => new("{0} sur {1}", "{0} of {1}");
    public static Text ChartTitle => new("Ce qui a été partagé et révisé", "What was shared and revised");
    public static Text Chapter => new("Communauté", "Community");
    public static Text MethodIs => new("Comment c’est compté\u00a0: {0}. On compte des activités, jamais des personnes.", "How it is counted: {0}. What is counted is activity, never people.");
    public static Text Exact => new("compte exact", "exact count");
    public static Text Schema => new("liste de mesures, version {0}", "list of measures, version {0}");
    public static Text Correction => new("correction {0}", "correction {0}");

    /// <summary>What is counted, by its code in a return. Whatever else a chapter counts is not shown.</summary>
    public static IReadOnlyDictionary<string, Text> Measures { get; } = new Dictionary<string, Text>
    {
        ["practices.shared"] = new("Pratiques partagées", "Practices shared"),
        ["practices.revised"] = new("Pratiques révisées", "Practices revised"),
    };

    public static Text MethodOf(string method, uint schemaVersion)
    {
        var how = method == "none" ? Exact : method.AsText();
        var list = Schema.With(schemaVersion);
        return new($"{how.Fr}; {list.Fr}", $"{how.En}; {list.En}");
    }

    /// <summary>"2026Q4" where there is little room.</summary>
    public static Text ShortPeriod(string period) => new($"T{period[5..]} {period[..4]}", $"Q{period[5..]} {period[..4]}");

    /// <summary>"2026Q4" as people say it.</summary>
    public static Text PeriodOf(string period) => new(
        $"{(period[5..] == "1" ? "1er" : $"{period[5..]}e")} trimestre {period[..4]}",
        $"{period[5..] switch { "1" => "1st", "2" => "2nd", "3" => "3rd", _ => "4th" }} quarter of {period[..4]}");
}
