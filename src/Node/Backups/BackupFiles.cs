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

    /// <summary>What a node's backups left that were cut off.</summary>
    public static IEnumerable<string> UnfinishedIn(string folder, string node) => Directory.Exists(folder) ? Directory.GetFiles(folder, Prefix(node) + "*" + Unfinished) : [];

    // Enough of the id to tell nodes apart that keep their backups in one folder.
    private static string Prefix(string node) => $"rcop-{node[..12]}-";
}

/// <summary>
/// Which backups are kept: all of the last two days, since what one of them has lost may be noticed late; the newest of each of the last seven days, of this week and
/// the four before, of this month and the five before; and the newest of all, however old. One that is dated in the future says nothing of the others, and stays.
/// </summary>
internal static class Retention
{
    private const int Days = 7, Weeks = 4, Months = 6;
    private static readonly TimeSpan all = TimeSpan.FromHours(48), ahead = TimeSpan.FromHours(1);

    /// <summary>Those that may go.</summary>
    /// <param name="made">When each was made.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<DateTimeOffset> Superfluous(IEnumerable<DateTimeOffset> made, DateTimeOffset now)
    {
        var there = made.Where(at => !IsAhead(at, now)).OrderDescending().ToList();
        var today = Dates.DayOf(now);
        var kept = there.Take(1).Concat(there.Where(at => now - at < all)).ToHashSet();
        Keep(day => day, day => day > today.AddDays(-Days));
        Keep(MondayOf, day => MondayOf(day) > MondayOf(today).AddDays(-7 * (Weeks + 1)));
        Keep(FirstOf, day => FirstOf(day) > FirstOf(today).AddMonths(-Months));
        return [.. there.Where(at => !kept.Contains(at))];

        void Keep(Func<DateOnly, DateOnly> period, Func<DateOnly, bool> isRecent) =>
            kept.UnionWith(there.Where(at => isRecent(Dates.DayOf(at))).GroupBy(at => period(Dates.DayOf(at))).Select(same => same.First()));
    }

    /// <summary>Those that go now: of days that keep a later one all, of the others only the oldest. So a clock that is wrong for an hour does not cost the history.</summary>
    /// <param name="made">When each was made.</param>
    /// <param name="now">Now.</param>
    /// <param name="mostDays">How many of the oldest may go.</param>
    public static IReadOnlyList<DateTimeOffset> Going(IReadOnlyCollection<DateTimeOffset> made, DateTimeOffset now, int mostDays)
    {
        var last = made.GroupBy(Dates.DayOf).Select(day => day.Max()).ToHashSet();
        var superfluous = Superfluous(made, now).ToLookup(last.Contains);
        return [.. superfluous[false], .. superfluous[true].Order().Take(mostDays)];
    }

    /// <summary>True for one that a clock dated that was wrong.</summary>
    public static bool IsAhead(DateTimeOffset made, DateTimeOffset now) => made > now + ahead;

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
