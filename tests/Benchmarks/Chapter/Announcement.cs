using System.Diagnostics;
using System.Globalization;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Practices;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Chapter;

/// <summary>
/// What it takes to tell everybody of a meeting in a chapter far larger than any will be: from the announcement until a letter to each is recorded, and how
/// fast they go to a real SMTP server in this process. A letter that goes is written first, from its meeting and its reader, and stored after.
/// </summary>
internal sealed class Announcement(PostgresServer postgres) : IBenchmark
{
    private const double MostSeconds = 5, MostMegabytes = 20;
    private static readonly TimeSpan _sending = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public string Name => "announcement";

    /// <inheritdoc />
    public string About => $"a meeting is announced to {LargeChapter.Members:N0} members: at most {MostSeconds} s until all letters are recorded; then how many go in a second, and at most {MostMegabytes} MB of memory more meanwhile";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var samples = new List<Sample>(await On("embedded", null, cancel));
        if (PostgresServer.IsHere && !quick)
        {
            samples.AddRange(await On("postgresql", await postgres.CreateDatabase(cancel), cancel));
        }

        return samples;
    }

    private static async Task<IReadOnlyList<Sample>> On(string engine, string? database, CancellationToken cancel)
    {
        await using var mail = new MailServer { Keeps = false };
        await using var chapter = await RunningNode.Chapter(database, cancel, settings: new(mail.Settings) { ["Mail:MostPerDay"] = "1000000" });
        await LargeChapter.Fill(chapter, cancel, meetings: 0);
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        // By day, since nothing that can wait goes at night: it is near enough to be urgent.
        var plan = new MeetingPlan
        {
            Title = "Rencontre", Start = Node.Localization.Dates.Local(now.AddHours(20)).DateTime, Minutes = 120, Mode = MeetingMode.InPerson, Place = "Salle 2",
            Items = [new AgendaItem { Id = Guid.CreateVersion7(now), Title = "Un sujet", Stream = TopicStream.Practice, Kind = ItemKind.Discussion, Minutes = 60 }],
        };
        plan = plan with { Start = plan.Start.Date.AddHours(plan.Start.Hour) };
        await Done(chapter.Grains.Meeting(id).Do(new PlanMeeting(SamplePractices.Leader, plan)));

        var held = Megabytes();
        var start = Stopwatch.GetTimestamp();
        await Done(chapter.Grains.Meeting(id).Do(new AnnounceMeeting(SamplePractices.Leader, 1)));
        await chapter.Followers.CatchUp(cancel);
        var recorded = await chapter.Database.Find<long>("select count(*) from letter where about = @id", new { id }, cancel);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (recorded <= LargeChapter.Members)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{recorded} letters were recorded"));
        }

        while (mail.Taken == 0)
        {
            await Task.Delay(20, cancel);
        }

        var (before, began, most) = (mail.Taken, Stopwatch.GetTimestamp(), 0.0);
        while (Stopwatch.GetElapsedTime(began) < _sending)
        {
            await Task.Delay(_sending / 8, cancel);
            most = Math.Max(most, Megabytes() - held);
        }

        return
        [
            new($"{engine}: until all are recorded", "s", seconds, MostSeconds),
            new($"{engine}: letters that go", "1/s", (mail.Taken - before) / Stopwatch.GetElapsedTime(began).TotalSeconds),
            new($"{engine}: memory beyond what it held before", "MB", most, MostMegabytes),
        ];
    }

    // What is still in use: what was only left behind says more of the collector than of us.
    private static double Megabytes() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;

    private static async Task Done(Task<Result> command)
    {
        if (await command is { Succeeded: false } refused)
        {
            throw new InvalidOperationException(string.Join(", ", refused.Refusals));
        }
    }
}
