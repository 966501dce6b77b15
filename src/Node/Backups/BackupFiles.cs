using System.Globalization;

namespace RecoveryCoP.Node.Backups;

/// <summary>A backup in the folder where they are kept.</summary>
/// <param name="Path">The file.</param>
/// <param name="MadeAt">When, by its name.</param>
/// <param name="Bytes">How large.</param>
public sealed record BackupFile(string Path, DateTimeOffset MadeAt, long Bytes)
{
    /// <summary>Its name alone.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The folder with this node's backups: <c>rcop-NODE-DATE.backup</c>. Files of other names are not its own, and stay.</summary>
internal static class BackupFiles
{
    private const string Extension = ".backup", DateForm = "yyyy-MM-dd-HHmmss";

    /// <summary>A backup while it is written.</summary>
    public const string Unfinished = ".unfinished";

    public static string NameOf(string node, DateTimeOffset at) => $"{Prefix(node)}{at.UtcDateTime.ToString(DateForm, CultureInfo.InvariantCulture)}{Extension}";

    /// <summary>A node's backups, the newest first.</summary>
    public static IReadOnlyList<BackupFile> In(string folder, string node) => !Directory.Exists(folder) ? [] :
    [
        .. from file in new DirectoryInfo(folder).EnumerateFiles(Prefix(node) + "*" + Extension)
           let date = file.Name[Prefix(node).Length..^Extension.Length]
           where DateTime.TryParseExact(date, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
           let at = DateTime.ParseExact(date, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
           orderby at descending
           select new BackupFile(file.FullName, new DateTimeOffset(at), file.Length),
    ];

    // Enough of the id to tell nodes apart that keep their backups in one folder.
    private static string Prefix(string node) => $"rcop-{node[..12]}-";
}

/// <summary>Which backups are kept: the newest of each of the last seven days, of this week and the four before, of this month and the five before; and the newest of all, however old.</summary>
internal static class Retention
{
    private const int Days = 7, Weeks = 4, Months = 6;

    /// <summary>Those that may go.</summary>
    /// <param name="made">When each was made.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<DateTimeOffset> Superfluous(IEnumerable<DateTimeOffset> made, DateTimeOffset now)
    {
        var all = made.OrderDescending().ToList();
        var today = Dates.DayOf(now);
        var kept = new HashSet<DateTimeOffset>(all.Take(1));
        Keep(day => day, day => day > today.AddDays(-Days));
        Keep(MondayOf, day => MondayOf(day) > MondayOf(today).AddDays(-7 * (Weeks + 1)));
        Keep(FirstOf, day => FirstOf(day) > FirstOf(today).AddMonths(-Months));
        return [.. all.Where(at => !kept.Contains(at))];

        void Keep(Func<DateOnly, DateOnly> period, Func<DateOnly, bool> isRecent) =>
            kept.UnionWith(all.Where(at => isRecent(Dates.DayOf(at))).GroupBy(at => period(Dates.DayOf(at))).Select(same => same.First()));
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
