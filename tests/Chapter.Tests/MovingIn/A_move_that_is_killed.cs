using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.MovingIn;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Tests.MovingIn;

/// <summary>The program as a process, killed (SIGKILL) in the middle of what a group brings along; its verbs are what is typed at the server.</summary>
public sealed class A_move_that_is_killed
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task goes_on_at_the_next_start_and_is_taken_back_whole_even_when_that_is_killed_too()
    {
        await using var chapter = await WritingChapter.StartToday();
        using var folder = new TemporaryFolder();
        var meetings = folder.File("rencontres.csv");
        await File.WriteAllTextAsync(meetings, "Date;Titre;Notes\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"{new DateOnly(2020, 1, 10).AddMonths(i):yyyy-MM-dd};Rencontre {i};Des notes.\n")), Cancel);
        await chapter.Stop();

        var told = await NodeProcess.Run(NodeProcess.Chapter, ["move-in-preview", "--data", chapter.Folder, "--meetings", meetings], Cancel);
        Assert.Contains("+ 31: 2022-07-10 18:00 Rencontre 30", told.Output, StringComparison.Ordinal);
        var alone = await NodeProcess.Run(NodeProcess.Chapter, ["move-in", "--data", chapter.Folder, "--meetings", meetings], Cancel);
        Assert.Contains("Start the server first", alone.Error, StringComparison.Ordinal);
        await Die(chapter, "move-in", ["--meetings", meetings], MovingRuns.PartMadeNotNoted, 28);

        await chapter.Run();
        await chapter.Get<MovingRuns>().Continue(Cancel); // if the start has not come to it yet
        var move = Assert.Single(await chapter.Get<MoveQueries>().Last(Cancel));
        Assert.Equal((MoveState.Made, 30, 30), (move.State, move.Count, move.MadeCount));
        Assert.Equal(30, await Count(chapter, "closed"));
        Assert.All(await Task.WhenAll((await chapter.Get<MoveQueries>().MeetingsOf(move, Cancel)).Select(m => chapter.Get<MeetingQueries>().Find(m, chapter.Facilitator, Cancel))), m => Assert.NotNull(m!.Minutes));
        await chapter.Stop();

        await Die(chapter, "move-in-undo", ["--move", move.Id.ToString()], MovingRuns.PartUndoneNotNoted, 5);
        await chapter.Run();
        await chapter.Get<MovingRuns>().Continue(Cancel);
        Assert.Equal(MoveState.Undone, (await chapter.Get<MoveQueries>().Find(move.Id, Cancel))!.State);
        Assert.Equal((0L, 0L), (await Count(chapter, "closed"), await chapter.Get<Database>().Find<long>("select count(*) from text_holder h join grain_state g on g.id = h.holder where g.kind in ('meeting', 'move-in')", null, Cancel)));
    }

    [Fact]
    public async Task has_written_all_invitations_of_a_list_or_none()
    {
        await using var chapter = await WritingChapter.StartToday();
        using var folder = new TemporaryFolder();
        var roster = folder.File("liste.csv");
        await File.WriteAllTextAsync(roster, "Courriel\na@exemple.org\nb@exemple.org\n", Cancel);
        await chapter.Stop();

        await Die(chapter, "move-in", ["--roster", roster], MovingRuns.PartMadeNotNoted, 1);

        await chapter.Run();
        await chapter.Get<MovingRuns>().Continue(Cancel);
        var move = Assert.Single(await chapter.Get<MoveQueries>().Last(Cancel));
        Assert.Equal((MoveState.Made, 2), (move.State, move.MadeCount));
        Assert.Equal(2, (await chapter.Get<InvitationStore>().CountOf(move.Id, Cancel)).Kept);

        // Broken off before that: nothing was written, and it says so.
        var lost = Guid.CreateVersion7(chapter.Clock.GetUtcNow());
        Assert.Empty((await chapter.Get<IGrainFactory>().GetGrain<IMoveInGrain>(lost).Do(new BeginMove(new Actor(chapter.Facilitator.Id, [ChapterRoles.Steward]), MoveKind.Roster, "", [], 2))).Refusals);
        await chapter.Get<MovingRuns>().Continue(Cancel);
        var ended = (await chapter.Get<MoveQueries>().Find(lost, Cancel))!;
        Assert.Equal((MoveState.Made, 0, "moving-in.list-gone"), (ended.State, ended.MadeCount, ended.Refused.Single().Why.Code));
    }

    private static Task<long> Count(WritingChapter chapter, string state) => chapter.Get<Database>().Find<long>("select count(*) from meeting where state = @state", new { state }, Cancel);

    // The node does what is typed beside it, and is killed on the way.
    private static async Task Die(WritingChapter chapter, string verb, string[] values, string at, int pass)
    {
        await using var node = NodeProcess.Start(
            NodeProcess.Chapter, ["--data", chapter.Folder, "--listen", chapter.Address.GetLeftPart(UriPartial.Authority), "--set", $"Faults:CrashAt={at}", "--set", $"Faults:CrashOnPass={Digits.Of(pass)}"]);
        await node.Answers(chapter.Address, Cancel);
        await NodeProcess.Run(NodeProcess.Chapter, [verb, "--data", chapter.Folder, .. values], Cancel);
        var end = await node.Process.Ended(Cancel);
        Assert.True(end.ExitCode == 128 + 9, $"{end.ExitCode}:\n{end.Output}\n{end.Error}");
    }
}
