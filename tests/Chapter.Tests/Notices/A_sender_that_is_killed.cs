using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Tests.Notices;

/// <summary>The program as a process, killed (SIGKILL) when the mail server has taken a letter and that is not stored yet.</summary>
public sealed class A_sender_that_is_killed
{
    private const int Members = 7;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task sends_again_what_it_could_not_store_under_the_same_id_and_nothing_else()
    {
        await using var chapter = await WritingChapter.StartToday();
        // What cannot wait for the morning, whatever the hour at which this runs.
        var tomorrow = Dates.Local(chapter.Clock.GetUtcNow()).DateTime.AddHours(20);
        var meeting = await chapter.Announce(tomorrow.AddTicks(-(tomorrow.Ticks % TimeSpan.TicksPerMinute)));
        foreach (var who in await Everybody(chapter))
        {
            await chapter.Do(meeting, new AnswerInvitation(who, RsvpAnswer.InPerson));
        }

        await chapter.Do(meeting, new CancelMeeting(chapter.Facilitator, "Tempête."));
        await chapter.Get<FollowerLoop>().CatchUp(Cancel);
        await chapter.Stop();

        await Die(chapter, pass: 3);
        await Die(chapter, pass: 1);
        await Die(chapter, pass: 2);
        await using (var node = Start(chapter, []))
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (Told(chapter).Distinct().Count() < Members)
            {
                await tick.WaitForNextTickAsync(Cancel);
            }

            Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
        }

        // Two stored and the third taken; that one again; that one stored, the fourth taken; that one again, and the last three.
        var told = Told(chapter);
        Assert.Equal([1, 1, 1, 1, 1, 2, 3], told.GroupBy(id => id).Select(g => g.Count()).Order());
        await chapter.Run();
        // Not the announcements: run by night, they wait for a morning in which they are of no use any more.
        Assert.Equal(
            (0L, (long)Members),
            (await chapter.Get<Database>().Find<long>("select count(*) from letter where fact = 'cancelled' and ended_at is null", null, Cancel),
             await chapter.Get<Database>().Find<long>("select count(*) from letter where fact = 'cancelled' and outcome = 'sent'", null, Cancel)));
    }

    private static async Task<IReadOnlyList<Actor>> Everybody(WritingChapter chapter)
    {
        List<Actor> everybody = [chapter.Facilitator];
        while (everybody.Count < Members)
        {
            everybody.Add((await chapter.AddMember()).Who);
        }

        return everybody;
    }

    private static IReadOnlyList<string> Told(WritingChapter chapter) => [.. chapter.Mail.Letters.Where(l => l.Subject!.StartsWith("Annulée", StringComparison.Ordinal)).Select(l => l.MessageId!)];

    private static async Task Die(WritingChapter chapter, int pass)
    {
        await using var node = Start(chapter, ["--set", $"Faults:CrashAt={FaultPoints.LetterTakenNotStored}", "--set", $"Faults:CrashOnPass={Digits.Of(pass)}"]);
        var end = await node.Process.Ended(Cancel);
        Assert.True(end.ExitCode == 128 + 9, $"{end.ExitCode}:\n{end.Output}\n{end.Error}");
    }

    private static NodeProcess Start(WritingChapter chapter, string[] more) => NodeProcess.Start(
        NodeProcess.Chapter,
        ["--data", chapter.Folder, "--listen", chapter.Address.GetLeftPart(UriPartial.Authority), .. chapter.Mail.Settings.SelectMany(s => (string[])["--set", $"{s.Key}={s.Value}"]), .. more]);
}
