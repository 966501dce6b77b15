using System.Text.Json;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Letters of one kind about meetings, written from how the meeting and its reader stand when they go.</summary>
internal sealed class MeetingLetters(NewsKind kind, Database database, MemberQueries members, LetterLinks links, MeetingCalendar calendar, FileStore files, CurrentInbox inbox, TimeProvider clock) : ILetterKind
{
    // Packed for mail they are a third larger, and many servers take no letter above 25 MB.
    private const long MostAttached = 15 * 1024 * 1024;

    /// <summary>The kinds there are.</summary>
    public static IReadOnlyList<NewsKind> Kinds { get; } =
        [NewsKind.Announcement, NewsKind.PreReading, NewsKind.Change, NewsKind.Cancellation, NewsKind.Reminder, NewsKind.Minutes];

    public string Code => NoticeCodes.CodeOf(kind);

    public Text Name => NoticeCodes.Kinds.LabelOf(kind);

    // On the clocks of Montréal, as everything that people are told.
    public DateTimeOffset NotBefore(DateTimeOffset now) => QuietHours.After(now, Dates.Zone);

    public async Task<Letter?> Write(RecordedLetter letter, Account reader, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>("select json from meeting where id = @About", new { letter.About }, cancellationToken);
        if (json is null)
        {
            return null;
        }

        var meeting = JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options)!;
        var member = await members.Find(reader.Id, cancellationToken);
        var now = clock.GetUtcNow();
        var news = MeetingNews.Of(meeting, now).FirstOrDefault(n => n.Kind == kind && n.Fact == letter.Fact);
        var answer = meeting.Rsvps.FirstOrDefault(r => r.Member == reader.Id);
        var comes = answer is { Answer: not RsvpAnswer.Regrets };
        if (news is null
            || (!kind.IsWantedBy(member) && !(news.For == NewsFor.Told && comes))
            || (news.For == NewsFor.Expected && answer is { Answer: RsvpAnswer.Regrets } && !meeting.IsToConfirm(answer)))
        {
            return null;
        }

        var language = Language.Of(reader.Language);
        return links.Ended(Lines(meeting, reader, language, now), kind, letter, reader, member, Subject(meeting), now) with
        {
            Files = kind is NewsKind.Announcement or NewsKind.Change or NewsKind.Cancellation
                ? [calendar.FileOf(meeting, language, await calendar.LetterTo(reader.Id, meeting.Id, cancellationToken), reader), .. await Attached(meeting, member, language, cancellationToken)]
                : await Attached(meeting, member, language, cancellationToken),
        };
    }

    // For who asks, once when it is announced and once when it is to be read; the links are in the letter all the same.
    private async Task<IReadOnlyList<LetterFile>> Attached(Meeting meeting, Member member, Language language, CancellationToken cancellationToken)
    {
        List<LetterFile> attached = [];
        var left = MostAttached;
        foreach (var file in member.HasFilesAttached && kind is NewsKind.Announcement or NewsKind.PreReading ? meeting.Files : [])
        {
            left -= file.Stored.Size;
            if (left >= 0 && await files.Open(file.Stored, cancellationToken) is { } content)
            {
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, cancellationToken);
                var type = FileType.Of(file.Stored.Kind);
                attached.Add(new(NoticeText.FileName.With(attached.Count + 1).In(language) + type.Ending, type.MediaType, "") { Bytes = bytes.ToArray() });
            }
        }

        return attached;
    }

    private Text Subject(Meeting meeting)
    {
        var day = MeetingTimes.Day(meeting.Plan.StartsAt);
        return (kind switch
        {
            NewsKind.Announcement => NoticeText.AnnouncementSubject,
            NewsKind.PreReading => NoticeText.ReadingSubject,
            NewsKind.Change => NoticeText.ChangeSubject,
            NewsKind.Cancellation => NoticeText.CancellationSubject,
            NewsKind.Reminder => NoticeText.ReminderSubject,
            _ => NoticeText.MinutesSubject,
        }).With(day);
    }

    private LetterLines Lines(Meeting meeting, Account reader, Language language, DateTimeOffset now)
    {
        var plan = meeting.Plan;
        var lines = new LetterLines(language);
        lines.Add(NoticeText.Hello).Gap().Add(Opening(meeting)).Gap();
        if (kind == NewsKind.Cancellation)
        {
            lines.Add(meeting.Cancellation!.Reason).Gap();
        }
        else if (kind != NewsKind.Minutes)
        {
            Facts(lines, meeting, reader, now);
        }

        if (kind is NewsKind.Announcement or NewsKind.Change or NewsKind.Reminder)
        {
            lines.Add(NoticeText.AnswerHere).Add(links.Answer(language, reader.Id, reader.Stay, meeting.Id, plan.StartsAt).ToString()).Gap();
            if (kind != NewsKind.Reminder && inbox.IsSetUp)
            {
                lines.Add(NoticeText.AnswerByCalendar).Gap();
            }
        }

        return lines.Add(kind == NewsKind.Minutes ? NoticeText.ReadMinutes : NoticeText.SeePage)
            .Add(links.At(kind == NewsKind.Minutes ? PagePath.Of<MinutesPage>(meeting.Id) : PagePath.Of<MeetingPage>(meeting.Id), language).ToString()).Gap();
    }

    private Text Opening(Meeting meeting)
    {
        var (day, hours) = (MeetingTimes.Day(meeting.Plan.StartsAt), MeetingTimes.Hours(meeting.Plan.StartsAt, meeting.Plan.EndsAt));
        return kind switch
        {
            NewsKind.Announcement => NoticeText.Announced.With(day, hours),
            NewsKind.PreReading => NoticeText.ToRead.With(day, hours),
            NewsKind.Change => NoticeText.Changed.With(day, hours),
            NewsKind.Cancellation => NoticeText.Cancelled.With(day, hours),
            NewsKind.Reminder => NoticeText.Soon.With(day, hours),
            _ => NoticeText.Approved.With(day),
        };
    }

    private void Facts(LetterLines lines, Meeting meeting, Account reader, DateTimeOffset now)
    {
        var (plan, actor) = (meeting.Plan, new Actor(reader.Id, []));
        if (kind == NewsKind.Change)
        {
            var changed = meeting.Changed.Reverse().Select(part => MeetingCodes.Parts.LabelOf(part)).ToList();
            lines.Add(NoticeText.WhatChanged.With(new Text(string.Join(", ", changed.Select(c => c.Fr)), string.Join(", ", changed.Select(c => c.En))))).Gap();
        }

        lines.Add(plan.Title);
        foreach (var earlier in meeting.EarlierStarts)
        {
            lines.Add(NoticeText.NoLonger.With(MeetingTimes.Moment(earlier)));
        }

        if (plan.Place.Length > 0)
        {
            lines.Add(NoticeText.Where.With(plan.Place));
        }

        if (meeting.VideoLinkFor(actor, now) is { } video)
        {
            lines.Add(NoticeText.Video).Add(video);
        }

        if (meeting.PhoneFor(actor, now) is { } phone)
        {
            lines.Add(MeetingText.ByPhone.With(phone));
        }

        lines.Gap();
        if (meeting.HasReading)
        {
            lines.Add(MeetingText.Reading);
            foreach (var reading in plan.PreReadings)
            {
                lines.Add($"- {reading.Title}").Add(reading.Link);
            }

            foreach (var file in meeting.Files)
            {
                lines.Add(NoticeText.Item.With(file.Title, file.Stored.About())).Add(links.File(Language.Of(reader.Language), reader.Id, reader.Stay, meeting.Id, file.Id, now).ToString());
            }

            lines.Add(meeting.Files.Count > 0 ? NoticeText.FilesKept : "".AsText()).Gap();
        }

        if (kind is NewsKind.Announcement or NewsKind.Change)
        {
            lines.Add(MeetingText.Agenda);
            foreach (var item in plan.Items)
            {
                lines.Add(NoticeText.Item.With(item.Title, MeetingText.MinutesOf.With(item.Minutes)));
            }

            lines.Gap();
        }
    }
}

/// <summary>A letter's lines in one language.</summary>
internal sealed class LetterLines(Language language)
{
    private readonly System.Text.StringBuilder lines = new();

    public LetterLines Add(Text text) => Add(text.In(language));

    /// <summary>Adds what somebody wrote; nothing for an empty text.</summary>
    public LetterLines Add(string text)
    {
        if (text.Length > 0)
        {
            lines.Append(text).Append('\n');
        }

        return this;
    }

    public LetterLines Gap()
    {
        lines.Append('\n');
        return this;
    }

    public override string ToString() => lines.ToString();
}
