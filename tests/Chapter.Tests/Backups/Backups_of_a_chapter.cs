using System.Net;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Notices;

namespace RecoveryCoP.Chapter.Tests.Backups;

public sealed class The_page_of_backups(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private const string Page = "/fr/sauvegardes";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task makes_one_lists_it_tries_it_gives_it_and_says_when_it_is_no_good()
    {
        var browser = await chapter.SignIn(chapter.Claude.Id);
        Assert.Contains("Aucune sauvegarde n’a encore été faite", (await browser.Open(Page, Cancel)).Words, StringComparison.Ordinal);

        Assert.True((await browser.Fill(Page, "back-up", Cancel)).IsDone);
        var file = Directory.GetFiles(Path.Combine(chapter.DataFolder, "backups")).Single();
        Assert.Contains(Path.GetFileName(file), (await browser.Open(Page, Cancel)).Words, StringComparison.Ordinal);
        Assert.True((await browser.Fill(Page, "drill", Cancel)).IsDone);
        Assert.Equal(HttpStatusCode.OK, await browser.Ask("/fr/sauvegardes/la-plus-recente", Cancel));

        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, Cancel))[..^1], Cancel);
        var tried = await browser.Fill(Page, "drill", Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.Status);
        Assert.Contains("abîmée ou incomplète", tried.Words, StringComparison.Ordinal);
        Assert.Contains("Le dernier essai n’a pas réussi. Cette sauvegarde est abîmée", (await browser.Open(Page, Cancel)).Words, StringComparison.Ordinal);

        var log = (await browser.Open("/fr/acces/journal", Cancel)).Words;
        Assert.All(["Sauvegarde faite", "Sauvegarde essayée avec succès", "Sauvegarde téléchargée", "Sauvegarde essayée, et mauvaise"], words => Assert.Contains(words, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_for_those_who_manage_access_and_nobody_else()
    {
        var (_, member) = await chapter.AddMember("Dominique", ChapterRoles.Executive);

        Assert.Equal(HttpStatusCode.Forbidden, await member.Ask(Page, Cancel));
        Assert.Equal(HttpStatusCode.Forbidden, await member.Ask("/fr/sauvegardes/la-plus-recente", Cancel));
        Assert.Equal(HttpStatusCode.SeeOther, await chapter.NewBrowser().Ask("/fr/sauvegardes/la-plus-recente", Cancel));
    }
}

public sealed class A_night_of_a_chapter
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task ends_with_one_backup_and_one_that_was_missed_is_made_up()
    {
        await using var chapter = await WritingChapter.Start(null, ("Backup:Nightly", "true"));
        var folder = Path.Combine(chapter.Folder, "backups");

        // The day it was founded; then past three in the morning; then a week without it, and a day.
        Pass(TimeSpan.FromHours(1));
        Assert.Empty(Files());
        Pass(TimeSpan.FromHours(20));
        await Made(1);
        Pass(TimeSpan.FromDays(8));
        await Made(2);
        Pass(TimeSpan.FromHours(24));
        await Made(3);

        // One that a wrong clock dated does not stop the nights.
        var newest = Files().Max(StringComparer.Ordinal)!;
        File.Move(newest, newest[..^"2026-11-29-080000.backup".Length] + "2099-01-01-080000.backup");
        Pass(TimeSpan.FromHours(24));
        await Made(4);

        // The place where they are packed is emptied last.
        Task Made(int count) => Until(() => Files().Length == count && !Directory.Exists(Path.Combine(chapter.Folder, "backup-work")));

        // A leap without the program's timers, of which days hold very many; then as long as it takes to look.
        void Pass(TimeSpan time)
        {
            chapter.Clock.AdjustTime(chapter.Clock.GetUtcNow() + time);
            chapter.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        string[] Files() => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.backup") : [];
    }

    private static async Task Until(Func<bool> so)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!so())
        {
            await tick.WaitForNextTickAsync(Cancel);
        }
    }
}
