using System.Text.Json;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Rules;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.SampleChapters;

/// <summary>
/// What could not be played in a sample that could be read. Everything is looked at before the first command, because a chapter that was
/// played halfway is of no use to anybody. Times are judged for the worst day to begin on, so that a sample which is right today stays right.
/// </summary>
internal static class SampleChecks
{
    /// <summary>Where a sample's people can be reached: nowhere, by RFC 2606.</summary>
    public const string Domain = "@example.org";

    // The shape of a form is the same on every day.
    private static readonly DateTimeOffset anyDay = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);

    /// <summary>Everything at fault; empty when it can be played.</summary>
    public static IReadOnlyList<Problem> Faults(SampleFolder sample) => [.. People(sample.Chapter), .. Roles(sample), .. Practices(sample), .. Meetings(sample)];

    /// <summary>How many weeks ago, at most, it is so many days before a meeting.</summary>
    public static int WeeksAgo(MeetingFile meeting, int daysBefore) => (int)Math.Ceiling(((meeting.MonthsAgo * 30.5) + 6 + daysBefore) / 7);

    private static IEnumerable<Problem> People(ChapterFile chapter)
    {
        Problem At(int index, string field, string code, string value) => SampleProblems.At(ChapterFile.Name, $"members[{index}].{field}", code, value);

        if (chapter.Members.FirstOrDefault(m => m.Key == chapter.Founder) is not { } founder)
        {
            yield return SampleProblems.At(ChapterFile.Name, "founder", SampleProblems.NoSuchMember, chapter.Founder);
            yield break;
        }

        var keys = new HashSet<string>();
        var addresses = new HashSet<string>();
        foreach (var (index, member) in chapter.Members.Index())
        {
            if (!keys.Add(member.Key))
            {
                yield return At(index, "key", SampleProblems.Twice, member.Key);
            }

            if (!addresses.Add(member.Address))
            {
                yield return At(index, "address", SampleProblems.Twice, member.Address);
            }

            if (!member.Address.EndsWith(Domain, StringComparison.Ordinal))
            {
                yield return At(index, "address", SampleProblems.Elsewhere, member.Address);
            }

            if (member.Joined < 0 || member.Joined > founder.Joined)
            {
                yield return At(index, "joined", SampleProblems.TooEarly, founder.Key);
            }

            foreach (var fault in Said(member.ToForm()))
            {
                yield return SampleProblems.At(ChapterFile.Name, $"members[{index}].{InFile(fault.Field)}", fault);
            }

            foreach (var (field, value) in Unknown(member))
            {
                yield return At(index, field, SampleProblems.Unknown, value);
            }
        }
    }

    private static IReadOnlyList<Problem> Said(MemberForm form)
    {
        var shape = MemberShape.Instance.Faults(form);
        var id = Guid.CreateVersion7(anyDay);
        return shape.Count > 0 ? shape : new Member().Describe(id, new(new Actor(id, []), form.ToProfile(), form.ToShown())).Problems;
    }

    private static IEnumerable<(string Field, string Value)> Unknown(MemberFile member) =>
    [
        .. NetworkCodes.Languages.Has(member.Language) ? [] : new[] { ("language", member.Language) },
        .. member.Roles.Where(r => ChapterRoles.All.All(known => known.Code != r)).Select(r => ("roles", r)),
    ];

    // Whoever plans, writes down and shares must be there when the first meeting is planned.
    private static IEnumerable<Problem> Roles(SampleFolder sample)
    {
        var first = sample.Meetings.Meetings.Count == 0 ? 0 : WeeksAgo(sample.Meetings.Meetings[0], MeetingPlanning.PlannedDaysBefore);
        return
        [
            .. new[] { ChapterRoles.Executive, ChapterRoles.Facilitator, ChapterRoles.Secretary }
                .Where(role => sample.Chapter.Members.Where(m => m.Roles.Contains(role)).Select(m => m.Joined).DefaultIfEmpty(-1).Min() < first)
                .Select(role => SampleProblems.At(ChapterFile.Name, "members", SampleProblems.RoleMissing, role)),
        ];
    }

    // A fault of a form, under the name that the file has for its field.
    private static string InFile(string field) => string.Join('.', field
        .Replace("Items[", "Agenda[", StringComparison.Ordinal).Replace("Readings[", "Reading[", StringComparison.Ordinal)
        .Split('.').Select(part => part switch
        {
            nameof(MemberForm.Mode) => "prefers",
            nameof(MemberForm.Shown) => "shows",
            _ => JsonNamingPolicy.CamelCase.ConvertName(part),
        }));

    private static IEnumerable<Problem> Practices(SampleFolder sample)
    {
        var originals = sample.Originals.ToDictionary(p => p.Key);
        var members = sample.Chapter.Members.DistinctBy(m => m.Key).ToDictionary(m => m.Key);
        foreach (var practice in sample.Practices)
        {
            Problem At(string field, string code, params object[] args) => SampleProblems.At(practice.Path, field, code, args);

            if (practice.Written is not { } written)
            {
                yield return At("written", SampleProblems.Unreadable, practice.Fact("written"));
                continue;
            }

            if (!members.TryGetValue(practice.Author, out var author))
            {
                yield return At("author", SampleProblems.NoSuchMember, practice.Author);
                continue;
            }

            if (author.Joined < written)
            {
                yield return At("author", SampleProblems.TooEarly, author.Key);
            }

            var whole = practice;
            if (practice.Revises.Length > 0)
            {
                if (!originals.TryGetValue(practice.Revises, out var original))
                {
                    yield return At("revises", SampleProblems.NoSuchPractice, practice.Revises);
                    continue;
                }

                if (original.Written <= written)
                {
                    yield return At("written", SampleProblems.TooEarly, original.Key);
                }

                if (original.Author != practice.Author)
                {
                    yield return At("author", SampleProblems.Unknown, practice.Author);
                }

                whole = practice.On(original);
            }
            else if (Order(practice, originals) is { } early)
            {
                yield return At(early.Field, early.Code, early.Value);
            }

            var form = whole.ToForm(original: null);
            var shape = PracticeShape.Instance.Faults(form);
            foreach (var fault in shape.Count > 0 ? shape : Limits(form))
            {
                yield return SampleProblems.At(practice.Path, JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Field), fault);
            }
        }
    }

    // What the network would not take must be known before the first command.
    private static IReadOnlyList<Problem> Limits(PracticeForm form)
    {
        var bytes = form.ToText().ToBytes();
        var revision = new Revision
        {
            Number = 1,
            At = DateTimeOffset.UnixEpoch,
            By = Guid.Empty,
            TextHash = TextStore.NameOf(bytes),
            Note = form.ToNote(),
            Facts = form.ToFacts(),
        };
        return PracticeStatements.Revision(Guid.Empty, revision, bytes, parent: null, original: null).Check();
    }

    private static (string Field, string Code, string Value)? Order(PracticeFile practice, Dictionary<string, PracticeFile> originals)
    {
        if (practice.Chapter > practice.Written)
        {
            return ("chapter", SampleProblems.TooEarly, practice.Key);
        }

        if (practice.Network is { } network && !(network <= practice.Chapter))
        {
            return ("network", SampleProblems.TooEarly, practice.Key);
        }

        if (practice.TranslationOf.Length == 0)
        {
            return null;
        }

        return !originals.TryGetValue(practice.TranslationOf, out var original) ? ("translation-of", SampleProblems.NoSuchPractice, practice.TranslationOf)
            : original.Written <= practice.Written || (practice.Network is not null && !(original.Network > practice.Network)) ? ("translation-of", SampleProblems.TooEarly, original.Key)
            : null;
    }

    private static IEnumerable<Problem> Meetings(SampleFolder sample)
    {
        foreach (var (index, meeting) in sample.Meetings.Meetings.Index())
        {
            Problem At(string field, string code, params object[] args) => SampleProblems.At(MeetingsFile.Name, $"meetings[{index}].{field}", code, args);

            var expected = sample.Meetings.Meetings.Count - 1 - index;
            if (meeting.MonthsAgo != expected)
            {
                yield return At("monthsAgo", SampleProblems.Unknown, meeting.MonthsAgo);
            }

            var form = MeetingPlanning.Form(sample, meeting, anyDay, _ => Guid.CreateVersion7(anyDay));
            foreach (var fault in MeetingShape.Instance.Faults(form))
            {
                yield return SampleProblems.At(MeetingsFile.Name, $"meetings[{index}].{InFile(fault.Field)}", fault);
            }

            foreach (var (field, key) in Named(meeting))
            {
                if (sample.Chapter.Members.FirstOrDefault(m => m.Key == key) is not { } member)
                {
                    yield return At(field, SampleProblems.NoSuchMember, key);
                }
                else if (member.Joined < WeeksAgo(meeting, MeetingPlanning.FirstAnswersDaysBefore))
                {
                    yield return At(field, SampleProblems.TooEarly, key);
                }
            }

            // An agenda is read by every member, and nobody is named in it who did not choose to be seen.
            foreach (var (field, key) in meeting.Agenda.Index().Select(a => ($"agenda[{a.Index}].presenter", a.Item.Presenter))
                .Where(p => sample.Chapter.Members.Any(m => m.Key == p.Presenter && !m.Shows.Contains("name"))))
            {
                yield return At(field, SampleProblems.NotShown, key);
            }

            foreach (var (field, key) in meeting.Agenda.Index().Where(a => a.Item.Practice.Length > 0).Select(a => ($"agenda[{a.Index}].practice", a.Item.Practice)))
            {
                if (sample.Originals.FirstOrDefault(p => p.Key == key) is not { } practice)
                {
                    yield return At(field, SampleProblems.NoSuchPractice, key);
                }
                else if (!(practice.Chapter >= WeeksAgo(meeting, MeetingPlanning.PlannedDaysBefore)))
                {
                    yield return At(field, SampleProblems.TooEarly, key);
                }
            }

            foreach (var (field, value) in Misplaced(sample.Meetings, meeting))
            {
                yield return At(field, SampleProblems.Unknown, value);
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
            .. takesPlace ? [] : meeting.Agenda.SelectMany(a => a.Outcomes).Select(o => ("agenda.outcomes", o.Text)),
            .. meeting.Agenda.SelectMany(a => a.Outcomes).Where(o => o.Kind != OutcomeKind.Action && (o.Owner.Length > 0 || o.DueWeeks is not null || o.DoneWeeks is not null)).Select(o => ("agenda.outcomes.owner", o.Owner)),
            .. meeting.MonthsAgo == 0 && meeting.Cancelled is { } cancelled ? new[] { ("cancelled", cancelled.Reason) } : [],
        ];
    }
}
