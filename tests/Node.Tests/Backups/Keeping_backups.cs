using RecoveryCoP.Node.Backups;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Tests.Backups;

public sealed class Keeping_backups
{
    [Fact]
    public void night_after_night_leaves_seven_days_four_weeks_and_six_months()
    {
        var there = new List<DateTimeOffset>();
        var now = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);
        for (var night = 0; night < 500; night++, now = now.AddDays(1))
        {
            there.Add(now);
            there.RemoveAll(new HashSet<DateTimeOffset>(Retention.Superfluous(there, now)).Contains);
            if (night > 250)
            {
                var days = there.Select(Dates.DayOf).ToList();
                var today = Dates.DayOf(now);
                Assert.All(Enumerable.Range(0, 7), back => Assert.Contains(today.AddDays(-back), days));
                Assert.All(Enumerable.Range(0, 4), back => Assert.Contains(days, day => day.AddDays(7 * back) is var then && then <= today && then > today.AddDays(-7)));
                Assert.Equal(6, days.Select(day => (day.Year, day.Month)).Distinct().Count());
                Assert.InRange(there.Count, 7, 7 + 5 + 6);
                Assert.DoesNotContain(days, day => day < today.AddMonths(-6));
            }
        }
    }

    [Fact]
    public void after_a_long_silence_leaves_the_newest_however_old()
    {
        var old = new DateTimeOffset(2024, 5, 5, 7, 0, 0, TimeSpan.Zero);

        Assert.Equal([old.AddDays(-1)], Retention.Superfluous([old, old.AddDays(-1)], old.AddYears(2)));
    }

    [Fact]
    public void several_of_one_day_leaves_the_last()
    {
        var day = new DateTimeOffset(2026, 11, 26, 20, 0, 0, TimeSpan.Zero);

        Assert.Equal([day.AddHours(-1), day.AddHours(-2)], Retention.Superfluous([day, day.AddHours(-2), day.AddHours(-1)], day.AddDays(3)));
    }

    [Fact]
    public void made_now_leaves_the_one_from_before_what_was_noticed_too_late()
    {
        var now = new DateTimeOffset(2026, 11, 29, 20, 0, 0, TimeSpan.Zero);

        Assert.Empty(Retention.Superfluous([now, now.AddHours(-1), now.AddHours(-13), now.AddHours(-47)], now));
    }

    [Fact]
    public void with_a_clock_that_is_years_ahead_for_an_hour_costs_two_and_not_the_history()
    {
        var now = new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);
        var history = Enumerable.Range(0, 7).Select(day => now.AddDays(-day)).Concat([now.AddMonths(-2), now.AddMonths(-3), now.AddMonths(-4)]).ToList();
        var wrong = now.AddYears(10);

        Assert.Equal([now.AddMonths(-4), now.AddMonths(-3)], Retention.Going([.. history, wrong], wrong, mostDays: 2));
        Assert.Empty(Retention.Going([.. history, wrong], wrong, mostDays: 0));
    }

    [Fact]
    public void that_a_wrong_clock_dated_in_the_future_is_neither_the_newest_nor_superfluous()
    {
        var now = new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);

        Assert.Empty(Retention.Superfluous([now.AddYears(10), now.AddYears(-1)], now));
        Assert.Equal([now.AddYears(-2)], Retention.Superfluous([now.AddYears(10), now.AddYears(10).AddHours(-1), now.AddYears(-1), now.AddYears(-2)], now));
    }

    [Fact]
    public void takes_away_what_it_left_unfinished_itself_and_nothing_of_another_node()
    {
        using var folder = new TemporaryFolder();
        var (own, at) = (new string('b', 32), new DateTimeOffset(2026, 11, 29, 8, 1, 2, TimeSpan.Zero));
        var files = new[] { own, new string('c', 32) }.Select(node => folder.File(BackupFiles.NameOf(node, at) + BackupFiles.Unfinished)).ToList();
        files.ForEach(file => File.WriteAllText(file, ""));

        Assert.Equal([files[0]], BackupFiles.UnfinishedIn(folder.Path, own));
    }

    [Fact]
    public void knows_its_own_files_by_name_and_lets_others_alone()
    {
        using var folder = new TemporaryFolder();
        var (node, at) = (new string('b', 32), new DateTimeOffset(2026, 11, 29, 8, 1, 2, TimeSpan.Zero));
        foreach (var name in new[] { BackupFiles.NameOf(node, at), BackupFiles.NameOf(node, at.AddDays(1)), BackupFiles.NameOf(new string('c', 32), at), "rcop-bbbbbbbbbbbb-hier.backup", "photo.jpg" })
        {
            File.WriteAllText(folder.File(name), "");
        }

        Assert.Equal([at.AddDays(1), at], BackupFiles.In(folder.Path, node).Select(b => b.MadeAt));
    }
}
