using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Charts;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The balance of agendas in plain words; what would restore it is said from the figures.</summary>
internal static class BalanceText
{
    public static readonly Text Title = new("Équilibre de l’ordre du jour", "Agenda balance");
    public static readonly Text ThisAgenda = new("Cet ordre du jour", "This agenda");
    public static readonly Text Nothing = new("Donnez un volet et des minutes aux points de l’ordre du jour\u00a0: l’équilibre s’affichera ici.", "Give the agenda items a stream and minutes: the balance will show here.");
    public static readonly Text Within = new("L’équilibre visé est respecté.", "The balance is within the target.");
    public static readonly Counted Minutes = new(new("{0}\u00a0minute", "{0} minute"), new("{0}\u00a0minutes", "{0} minutes"));
    public static readonly Text Overrun = new("L’ordre du jour dépasse de {0} la durée de la rencontre ({1} sur {2}).", "The agenda is {0} longer than the meeting ({1} of {2}).");
    public static readonly Text Sum = new("{0} à l’ordre du jour, sur {1}.", "{0} on the agenda, of {1}.");
    public static readonly Text Show = new("Montrer l’équilibre", "Show the balance");

    public static readonly Text SettingTitle = new("L’équilibre visé", "The target balance");
    public static readonly Text SettingLead = new("Quelle part du temps revient à chaque volet? Quand on prépare une rencontre, on voit si l’ordre du jour s’en écarte.", "What share of the time should each stream have? Whoever plans a meeting sees whether the agenda strays from it.");
    public static readonly Text SettingHelp = new("En pourcentage du temps, sur un total de sept rencontres. Une seule rencontre peut pencher d’un côté.", "As a percentage of the time, over seven meetings together. A single meeting may lean to one side.");
    public static readonly Text AtLeast = new("Au moins, en %", "At least, in %");
    public static readonly Text AtMost = new("Au plus, en %", "At most, in %");
    public static readonly Text Theirs = new("L’autre équilibre visé, déjà enregistré", "The other target, already saved");
    public static readonly Text BandOf = new("{0}\u00a0: de {1} à {2}\u00a0%", "{0}: {1} to {2}%");
    public static readonly Text Save = new("Enregistrer", "Save");
    public static readonly Text Change = new("Changer l’équilibre visé", "Change the target balance");

    public static Confirmation Done { get; } = new("balance.saved", new("L’équilibre visé est enregistré.", "The target balance is saved."));

    /// <summary>What the bar over several meetings is called.</summary>
    public static Text Together(int earlier) => new Counted(
        new("Avec la dernière rencontre", "With the last meeting"),
        new("Avec les {0} dernières rencontres", "With the last {0} meetings")).For(earlier);

    /// <summary>What would restore the balance, or how much is missing where this agenda alone cannot.</summary>
    public static Text Advice(AgendaBalance agenda, AgendaBalance earlier, int meetings, BalanceBands bands, int room)
    {
        var both = agenda + earlier;
        if (both.IsWithin(bands))
        {
            return Within;
        }

        var remedies = BalanceRemedies.For(agenda, earlier, bands, room);
        return remedies.Count == 0 ? Missing(both, meetings, bands) : new(
            $"Pour retrouver l’équilibre\u00a0: {string.Join(", ou ", remedies.Select(r => Said(r).Fr))}.",
            $"To restore the balance: {string.Join(", or ", remedies.Select(r => Said(r).En))}.");
    }

    /// <summary>The shares as the bar takes them.</summary>
    public static IReadOnlyList<BalanceShare> Shares(AgendaBalance balance, BalanceBands bands) =>
        [.. AgendaBalance.Streams.Select(s => new BalanceShare(Options<TopicStream>.CodeOf(s), MeetingCodes.Streams.LabelOf(s), balance.Of(s), bands.Of(s).From, bands.Of(s).To))];

    private static Text Said(Remedy remedy)
    {
        var parts = AgendaBalance.Streams.Where(s => remedy.Change.Of(s) != 0).OrderByDescending(s => remedy.Change.Of(s) > 0).Select(s => Part(s, remedy.Change.Of(s))).ToList();
        return Listed(parts);
    }

    private static Text Part(TopicStream stream, int minutes) => minutes > 0
        ? new Text($"{Minutes.For(minutes).Fr} de plus pour {Name(stream).Fr}", $"{minutes} more {MinuteOrMinutes(minutes)} of {Name(stream).En}")
        : new Text($"{Minutes.For(-minutes).Fr} de moins pour {Name(stream).Fr}", $"{-minutes} fewer {MinuteOrMinutes(-minutes)} of {Name(stream).En}");

    private static string MinuteOrMinutes(int count) => count == 1 ? "minute" : "minutes";

    private static Text Missing(AgendaBalance both, int meetings, BalanceBands bands)
    {
        var parts = AgendaBalance.Streams.Where(s => both.Lack(s, bands) > 0).Select(s => new Text(
                $"il manque {Minutes.For(both.Lack(s, bands)).Fr} pour {Name(s).Fr}", $"{Minutes.For(both.Lack(s, bands)).En} too few for {Name(s).En}"))
            .Concat(AgendaBalance.Streams.Where(s => both.Excess(s, bands) > 0).Select(s => new Text(
                $"il y a {Minutes.For(both.Excess(s, bands)).Fr} de trop pour {Name(s).Fr}", $"{Minutes.For(both.Excess(s, bands)).En} too many for {Name(s).En}")))
            .ToList();
        var listed = Listed(parts);
        return new(
            $"Cet ordre du jour seul ne suffit pas à rétablir l’équilibre. Sur {meetings + 1} rencontres, {listed.Fr}.",
            $"This agenda alone cannot restore the balance. Over {meetings + 1} meetings, there are {listed.En}.");
    }

    private static Text Listed(List<Text> parts) => parts.Count < 2 ? parts[0] : new(
        $"{string.Join(", ", parts.SkipLast(1).Select(p => p.Fr))} et {parts[^1].Fr}",
        $"{string.Join(", ", parts.SkipLast(1).Select(p => p.En))} and {parts[^1].En}");

    private static Text Name(TopicStream stream) => stream switch
    {
        TopicStream.Practice => new("le volet pratique", "practice topics"),
        TopicStream.System => new("le volet systémique", "system topics"),
        _ => new("la vie de la communauté", "community life"),
    };
}
