using System.Text;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Practices;

public sealed class What_is_erased(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static readonly string[] Words = ["Zoulmirak", "Frabinol", "Quexadril"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_soon_in_no_file_of_the_running_chapter()
    {
        var (who, browser) = await chapter.AddMember("Camille");
        await browser.Fill("/fr/ma-page/profil", "describe", Cancel, ("TalkAbout", "Quexadril"), ("Shown", "name"));
        var draft = chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        var shared = chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        await Done(draft.Do(Samples.Write(who, Secret("Zoulmirak du lundi"))));
        await Done(shared.Do(Samples.Write(who, Secret("Zoulmirak du mardi"))));
        await Done(shared.Do(Samples.Revise(who, 1, "Zoulmirak du jeudi")));
        await Done(shared.Do(new ShareInChapter(who, 2)));
        Assert.All(Words, word => Assert.True(IsInAFile(word)));

        await Done(draft.Do(new WithdrawPractice(who, WithdrawalReason.Erasure)));
        await Done(shared.Do(new WithdrawPractice(who, WithdrawalReason.Erasure)));
        Assert.True((await browser.Fill("/fr/ma-page", "leave", Cancel)).IsDone);

        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var patience = 0; Words.Any(IsInAFile) && patience < 300; patience++)
        {
            await tick.WaitForNextTickAsync(Cancel);
        }

        Assert.DoesNotContain(Words, IsInAFile);
    }

    private static PracticeContent Secret(string title) => new() { Title = title, Summary = "Frabinol", Text = "Le Frabinol du Zoulmirak." };

    private static async Task Done(Task<Result> doing) => Assert.Empty((await doing).Refusals);

    // All but what holds nothing: the lock, and the socket of the command line.
    private bool IsInAFile(string words) => Directory.GetFiles(chapter.DataFolder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("lock" or "control.sock")).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    });
}
