using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Pulse;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>Meetings from their plan to their approved minutes.</summary>
internal sealed class MeetingScenes(IGrainFactory grains, MeetingQueries meetings, MeetingNames names, MeetingFiles files, PulseAnswers pulse)
{
    private static readonly TimeSpan aMoment = TimeSpan.FromMinutes(5);

    /// <summary>How many days before a meeting its members answer, in as many groups.</summary>
    private static readonly int[] answerDays = [MeetingPlanning.FirstAnswersDaysBefore, 6, 2];

    /// <summary>How many of the last meetings have a pulse: each answer is a write of its own.</summary>
    private const int MonthsWithPulse = 3;

    /// <summary>The scenes.</summary>
    public IEnumerable<Scene> Of(Stage stage)
    {
        var takingPlace = stage.Sample.Meetings.Meetings.Where(m => m.Cancelled is null).ToList();
        foreach (var (index, file) in stage.Sample.Meetings.Meetings.Index())
        {
            var meeting = new Staged(file, index, stage.Calendar.Meeting(file.MonthsAgo));
            var following = takingPlace.FirstOrDefault(m => m.MonthsAgo < file.MonthsAgo);
            IEnumerable<Scene> scenes =
            [
                .. Before(stage, meeting),
                .. file.Cancelled is not null ? Cancelled(stage, meeting) : file.MonthsAgo == 0 ? [] : During(stage, meeting),
                .. file.Cancelled is null && file.MonthsAgo > 0 && following is not null ? After(stage, meeting, following) : [],
            ];
            foreach (var scene in scenes)
            {
                yield return scene;
            }
        }
    }

    private IEnumerable<Scene> Before(Stage stage, Staged meeting)
    {
        var leader = meeting.Leader(stage);
        yield return At(meeting.DaysBefore(stage, MeetingPlanning.PlannedDaysBefore, 6), meeting, cancellationToken => Plan(stage, meeting, leader, cancellationToken));
        yield return At(meeting.DaysBefore(stage, MeetingPlanning.AnnouncedDaysBefore, 5), meeting, _ => Grain(stage, meeting).Do(new AnnounceMeeting(stage.Actor(leader), BasedOn: 1)));
        foreach (var (group, days) in answerDays.Index())
        {
            yield return At(meeting.DaysBefore(stage, days, answerDays.Length - group), meeting, _ => Scene.Together(meeting.Answers.Index()
                .Where(a => a.Index % answerDays.Length == group)
                .Select(a => Grain(stage, meeting).Do(new AnswerInvitation(stage.Actor(a.Item.Key), a.Item.Value)))));
        }
    }

    private IEnumerable<Scene> Cancelled(Stage stage, Staged meeting)
    {
        var cancelled = meeting.File.Cancelled!;
        yield return At(meeting.Start.AddHours(-cancelled.HoursBefore), meeting, _ => Grain(stage, meeting).Do(new CancelMeeting(stage.Actor(meeting.Leader(stage)), cancelled.Reason)));
    }

    private IEnumerable<Scene> During(Stage stage, Staged meeting)
    {
        var leader = meeting.Leader(stage);
        yield return At(meeting.Start, meeting, _ => Grain(stage, meeting).Do(new BeginMeeting(stage.Actor(leader))));
        yield return At(meeting.Start + aMoment, meeting, _ => Grain(stage, meeting).Do(new TakeAttendance(
            stage.Actor(leader),
            [.. meeting.Came.Select(c => new Presence(stage.Id(c.Key), c.Value))])));
        foreach (var (mode, count) in new[] { (AttendanceMode.InPerson, meeting.File.Guests.InPerson), (AttendanceMode.Remote, meeting.File.Guests.Remote) }.Where(g => g.Item2 > 0))
        {
            yield return At(meeting.Start + aMoment, meeting, _ => Grain(stage, meeting).Do(new CountGuests(stage.Actor(leader), mode, count)));
        }

        var time = meeting.Start;
        foreach (var (index, item) in meeting.File.Agenda.Index())
        {
            time = time.AddMinutes(item.Minutes);
            foreach (var outcome in item.Outcomes)
            {
                var id = Guid.CreateVersion7(time);
                yield return At(time, meeting, _ => Record(stage, meeting, index, outcome, id));
                if (outcome.DoneWeeks is { } weeks)
                {
                    yield return At(meeting.Start.AddDays(7 * weeks), meeting, _ => Grain(stage, meeting).Do(new SettleAction(stage.Actor(outcome.Owner), id, Done: true)));
                }
            }
        }

        yield return At(time + aMoment, meeting, _ => Grain(stage, meeting).Do(new CloseMeeting(stage.Actor(leader))));
        List<string> answering = [.. meeting.Came.Where(c => c.Value is not null).Select(c => c.Key)];
        if (meeting.File.MonthsAgo <= MonthsWithPulse && answering.Count >= PulseRules.FewestShown)
        {
            yield return At(meeting.Start.AddDays(2), meeting, stopping => Scene.Together(answering.Index().Where(a => a.Index % 4 != 3).Select(a => pulse.Do(
                // Most are content; not everybody with everything.
                new(stage.Actor(a.Item), stage.Id(meeting.Key), 5 - (a.Index % 2), 5 - (a.Index % 3), 4 + (a.Index % 2)), stopping))));
        }
    }

    private IEnumerable<Scene> After(Stage stage, Staged meeting, MeetingFile following)
    {
        var secretary = stage.Holder(ChapterRoles.Secretary).Key;
        var next = stage.Calendar.Meeting(following.MonthsAgo);
        yield return At(meeting.Start.AddDays(3), meeting, stopping => WriteMinutes(stage, meeting, secretary, stopping));
        if (meeting.File.Correction is { } correction)
        {
            yield return At(meeting.Start.AddDays(5), meeting, _ => Grain(stage, meeting).Do(
                new ProposeCorrection(stage.Actor(correction.By), stage.NewId(), correction.Text, meeting.File.Language)));
        }

        yield return At(next + (2 * aMoment), meeting, _ => Grain(stage, meeting).Do(new ApproveMinutes(stage.Actor(meeting.Leader(stage)), 1, stage.Id(Staged.KeyOf(following)))));
    }

    private async Task<Result> Plan(Stage stage, Staged meeting, string leader, CancellationToken cancellationToken)
    {
        stage.Enter(meeting.Key, stage.NewId());
        var plan = MeetingPlanning.Form(stage.Sample, meeting.File, meeting.Start, key => stage.Id(PracticeFile.PathOf(key)), key => stage.Id(TopicsFile.KeyOf(key))).ToPlan();
        meeting.Items = [.. plan.Items.Select(i => i.Id)];
        var done = await Grain(stage, meeting).Do(new PlanMeeting(stage.Actor(leader), plan));
        foreach (var file in meeting.File.Files.TakeWhile(_ => done.Succeeded))
        {
            var found = await meetings.Find(stage.Id(meeting.Key), stage.Actor(leader), cancellationToken);
            var enclosed = stage.Sample.Files[file.Name];
            done = await files.Add(found!, new AddFile(stage.Actor(leader), stage.NewId(), file.Title, meeting.File.Language, enclosed.Stored), enclosed, cancellationToken);
        }

        return done;
    }

    private Task<Result> Record(Stage stage, Staged meeting, int item, OutcomeFile outcome, Guid id) => Grain(stage, meeting).Do(new RecordOutcome(
        stage.Actor(stage.Holder(ChapterRoles.Secretary).Key),
        id,
        meeting.Items[item],
        outcome.Kind,
        outcome.Text,
        outcome.Owner.Length > 0 ? stage.Id(outcome.Owner) : null,
        outcome.DueWeeks is { } weeks ? Dates.DayOf(meeting.Start).AddDays(7 * weeks) : null));

    // What the page offers to begin with: the draft that the program makes.
    private async Task<Result> WriteMinutes(Stage stage, Staged meeting, string secretary, CancellationToken cancellationToken)
    {
        var found = await meetings.Find(stage.Id(meeting.Key), stage.Actor(secretary), cancellationToken);
        var draft = MinutesDraft.Of(found!, await names.SeenIn(found!.Id, cancellationToken));
        return await Grain(stage, meeting).Do(new WriteMinutes(stage.Actor(secretary), BasedOn: 0, draft));
    }

    private static Scene At(DateTimeOffset at, Staged meeting, Func<CancellationToken, Task<Result>> play) => new(at, meeting.Key, play);

    private IMeetingGrain Grain(Stage stage, Staged meeting) => grains.Meeting(stage.Id(meeting.Key));

    /// <summary>A meeting on its day.</summary>
    private sealed class Staged(MeetingFile file, int index, DateTimeOffset start)
    {
        public MeetingFile File => file;

        public DateTimeOffset Start => start;

        public string Key => KeyOf(file);

        /// <summary>Ids of its agenda items, once it is planned.</summary>
        public IReadOnlyList<Guid> Items { get; set; } = [];

        public IEnumerable<KeyValuePair<string, RsvpAnswer>> Answers =>
        [
            .. file.Answers.InPerson.Select(key => KeyValuePair.Create(key, RsvpAnswer.InPerson)),
            .. file.Answers.Remote.Select(key => KeyValuePair.Create(key, RsvpAnswer.Remote)),
            .. file.Answers.Regrets.Select(key => KeyValuePair.Create(key, RsvpAnswer.Regrets)),
        ];

        /// <summary>Who came: those who had said so, but for those who came otherwise.</summary>
        public IEnumerable<KeyValuePair<string, AttendanceMode?>> Came =>
        [
            .. Answers.Where(a => a.Value != RsvpAnswer.Regrets && !file.Otherwise.ContainsKey(a.Key))
                .Select(a => KeyValuePair.Create(a.Key, (AttendanceMode?)(a.Value == RsvpAnswer.InPerson ? AttendanceMode.InPerson : AttendanceMode.Remote))),
            .. file.Otherwise.Where(o => o.Value != Arrival.Absent)
                .Select(o => KeyValuePair.Create(o.Key, (AttendanceMode?)(o.Value == Arrival.InPerson ? AttendanceMode.InPerson : AttendanceMode.Remote))),
        ];

        /// <summary>Facilitators take turns.</summary>
        public string Leader(Stage stage)
        {
            var facilitators = stage.Holders(ChapterRoles.Facilitator);
            return facilitators[index % facilitators.Count].Key;
        }

        /// <summary>Some days before it; the next meeting may be so far ahead that this has not come yet, and then it is some days ago.</summary>
        public DateTimeOffset DaysBefore(Stage stage, int days, int daysAgo)
        {
            var at = start.AddDays(-days);
            var latest = stage.Calendar.Now.AddDays(-daysAgo);
            return file.MonthsAgo == 0 && at > latest ? latest : at;
        }

        public static string KeyOf(MeetingFile file) => $"{MeetingsFile.Name}: monthsAgo {file.MonthsAgo}";
    }
}
