namespace RecoveryCoP.Node.Privacy;

/// <summary>What is said of what is kept for a term only.</summary>
internal static class RetentionText
{
    public static Text Title => new("Ce qui s’efface avec le temps", "What is erased as time passes");
    public static Text What => new("Quoi", "What");
    public static Text Term => new("Gardé", "Kept");
    public static Text LastRun => new("Effacé", "Erased");
    public static Text Never => new("Pas encore", "Not yet");
    public static Text Counts => new("{0} la dernière fois, {1} en tout", "{0} the last time, {1} in all");
    public static Text Fails => new("L’effacement ne réussit plus depuis le", "Erasing has failed since");
    public static Text FailsWhy => new("\u00a0: le journal du serveur dit pourquoi.", ": the server’s log says why.");
    public static Text Sooner => new("D’autres choses s’effacent plus tôt\u00a0: le premier tableau de la page le dit.", "Other things are erased sooner: the first table of this page says so.");
}
