using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>What is wrong with a sample's meetings: their plans, whom and what they name, and what stands where it cannot.</summary>
internal static class MeetingChecks
{
    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<Refusal> Of(SampleFolder sample) => sample.Meetings.Meetings.Index().SelectMany(m => Of(sample, m.Index, m.Item));

    private static IEnumerable<Refusal> Of(SampleFolder sample, int index, MeetingFile meeting)
    {
        Refusal At(string field, string code, object value) => SampleRefusals.At(MeetingsFile.Name, $"meetings[{index}].{field}", code, value);

        var form = MeetingPlanning.Form(sample, meeting, SampleChecks.AnyDay, _ => Guid.CreateVersion7(SampleChecks.AnyDay), _ => Guid.CreateVersion7(SampleChecks.AnyDay));
        return
        [
            .. meeting.MonthsAgo == sample.Meetings.Meetings.Count - 1 - index ? [] : new[] { At("monthsAgo", "sample.unknown", meeting.MonthsAgo) },
            .. MeetingValidator.Instance.Errors(form).Select(error => SampleRefusals.At(MeetingsFile.Name, $"meetings[{index}].{SampleChecks.InFile(error.Field)}", error)),
            .. People(sample, meeting).Concat(Practices(sample, meeting)).Concat(Topics(sample, meeting)).Select(error => At(error.Field, error.Code, error.Key)),
            .. Misplaced(sample.Meetings, meeting).Select(error => At(error.Field, "sample.unknown", error.Value)),
        ];
    }

    private static IEnumerable<(string Field, string Code, string Key)> People(SampleFolder sample, MeetingFile meeting)
    {
        foreach (var (field, key) in Named(meeting))
        {
            if (sample.Chapter.Members.FirstOrDefault(m => m.Key == key) is not { } member)
            {
                yield return (field, "sample.no-such-member", key);
            }
            else if (member.Joined < SampleChecks.WeeksAgo(meeting, MeetingPlanning.FirstAnswersDaysBefore))
            {
                yield return (field, "sample.too-early", key);
            }
        }

        // An agenda is read by every member, and nobody is named in it who did not choose to be seen.
        foreach (var (index, item) in meeting.Agenda.Index().Where(a => sample.Chapter.Members.Any(m => m.Key == a.Item.Presenter && !m.Shows.Contains("name"))))
        {
            yield return ($"agenda[{index}].presenter", "sample.not-shown", item.Presenter);
        }
    }

    private static IEnumerable<(string Field, string Code, string Key)> Practices(SampleFolder sample, MeetingFile meeting)
    {
        foreach (var (index, item) in meeting.Agenda.Index().Where(a => a.Item.Practice.Length > 0))
        {
            if (sample.Originals.FirstOrDefault(p => p.Key == item.Practice) is not { } practice)
            {
                yield return ($"agenda[{index}].practice", "sample.no-such-practice", item.Practice);
            }
            else if (!(practice.Chapter >= SampleChecks.WeeksAgo(meeting, MeetingPlanning.PlannedDaysBefore)))
            {
                yield return ($"agenda[{index}].practice", "sample.too-early", item.Practice);
            }
        }
    }

    private static IEnumerable<(string Field, string Code, string Key)> Topics(SampleFolder sample, MeetingFile meeting)
    {
        foreach (var (index, item) in meeting.Agenda.Index().Where(a => a.Item.Topic.Length > 0))
        {
            if (sample.Topics.Topics.FirstOrDefault(t => t.Key == item.Topic) is not { } topic)
            {
                yield return ($"agenda[{index}].topic", "sample.no-such-topic", item.Topic);
            }
            else if (topic.WeeksAgo <= SampleChecks.WeeksAgo(meeting, MeetingPlanning.PlannedDaysBefore))
            {
                yield return ($"agenda[{index}].topic", "sample.too-early", item.Topic);
            }
        }
    }

    /// <summary>Everybody whom a meeting names.</summary>
    private static IEnumerable<(string Field, string Key)> Named(MeetingFile meeting) =>
    [
        .. meeting.Agenda.Index().Where(a => a.Item.Presenter.Length > 0).Select(a => ($"agenda[{a.Index}].presenter", a.Item.Presenter)),
        .. meeting.Agenda.Index().SelectMany(a => a.Item.Outcomes.Index()
            .Where(o => o.Item.Kind == OutcomeKind.Action).Select(o => ($"agenda[{a.Index}].outcomes[{o.Index}].owner", o.Item.Owner))),
        .. meeting.Answers.InPerson.Select(key => ("answers.inPerson", key)),
        .. meeting.Answers.Remote.Select(key => ("answers.remote", key)),
        .. meeting.Answers.Regrets.Select(key => ("answers.regrets", key)),
        .. meeting.Otherwise.Keys.Select(key => ("otherwise", key)),
        .. meeting.Correction is { } correction ? new[] { ("correction.by", correction.By) } : [],
    ];

    private static IEnumerable<(string Field, string Value)> Misplaced(MeetingsFile series, MeetingFile meeting)
    {
        var everybody = meeting.Answers.InPerson.Concat(meeting.Answers.Remote).Concat(meeting.Answers.Regrets);
        var takesPlace = meeting.MonthsAgo > 0 && meeting.Cancelled is null;
        return
        [
            .. everybody.GroupBy(key => key).Where(g => g.Count() > 1).Select(g => ("answers", g.Key)),
            .. series.Mode == MeetingMode.Remote ? meeting.Answers.InPerson.Select(key => ("answers.inPerson", key)) : [],
            .. series.Mode == MeetingMode.InPerson ? meeting.Answers.Remote.Select(key => ("answers.remote", key)) : [],
            .. takesPlace ? [] : meeting.Otherwise.Keys.Select(key => ("otherwise", key)),
            .. takesPlace || meeting.Correction is null ? [] : new[] { ("correction", meeting.Correction.Text) },
            .. takesPlace ? [] : meeting.Agenda.SelectMany(a => a.Outcomes).Select(o => ("agenda.outcomes", o.Text)),
            .. meeting.Agenda.SelectMany(a => a.Outcomes).Where(o => o.Kind != OutcomeKind.Action && (o.Owner.Length > 0 || o.DueWeeks is not null || o.DoneWeeks is not null)).Select(o => ("agenda.outcomes.owner", o.Owner)),
            .. meeting.MonthsAgo == 0 && meeting.Cancelled is { } cancelled ? new[] { ("cancelled", cancelled.Reason) } : [],
        ];
    }
}
