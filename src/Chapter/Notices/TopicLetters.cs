using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Chapter.Topics.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Letters about what became of a topic, to whoever proposed it. The answer itself is read on the topic's page.</summary>
internal sealed class TopicLetters(TopicQueries topics, MeetingQueries meetings, MemberQueries members, LetterLinks links, TimeProvider clock) : ILetterKind
{
    public string Code => NoticeCodes.CodeOf(NewsKind.Topic);

    public Text Name => NoticeCodes.Kinds.LabelOf(NewsKind.Topic);

    public DateTimeOffset NotBefore(DateTimeOffset now) => QuietHours.After(now, Dates.Zone);

    public async Task<Letter?> Write(RecordedLetter letter, Account reader, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await topics.Find(letter.About, cancellationToken) is not { } found || found.Topic.Proposer != reader.Id || TopicNews.Of(found, now)?.Fact != letter.Fact
            || await members.Find(reader.Id, cancellationToken) is not { } member || !NewsKind.Topic.IsWantedBy(member))
        {
            return null;
        }

        var language = Language.Of(reader.Language);
        var lines = new LetterLines(language).Add(NoticeText.Hello).Gap();
        if (found.Row.MeetingId is { } id && await meetings.Row(id, cancellationToken) is { } meeting)
        {
            lines.Add(NoticeText.TopicTaken.With(MeetingTimes.Day(meeting.StartsAt), MeetingTimes.Hours(meeting.StartsAt, meeting.EndsAt))).Gap().Add(found.Topic.Content.Title).Gap()
                .Add(NoticeText.SeePage).Add(links.At(PagePath.Of<MeetingPage>(id), language).ToString()).Gap();
        }
        else
        {
            lines.Add(NoticeText.TopicAnswered).Gap().Add(found.Topic.Content.Title).Gap()
                .Add(NoticeText.ReadAnswer).Add(links.At(PagePath.Of<TopicPage>(found.Topic.Id), language).ToString()).Gap();
        }

        return links.Ended(lines, NewsKind.Topic, letter, reader, member, NoticeText.TopicSubject, now);
    }
}
