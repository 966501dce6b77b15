using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Letters about actions, to whoever took one on or is asked to. They name nobody; what somebody is asked is read on their page.</summary>
internal sealed class ActionLetters(ActionQueries actions, ActionNotices notices, MemberQueries members, LetterLinks links, TimeProvider clock) : ILetterKind
{
    public string Code => NoticeCodes.CodeOf(NewsKind.Action);

    public Text Name => NoticeCodes.Kinds.LabelOf(NewsKind.Action);

    public DateTimeOffset NotBefore(DateTimeOffset now) => QuietHours.After(now, Dates.Zone);

    public async Task<Letter?> Write(RecordedLetter letter, Account reader, CancellationToken cancellationToken)
    {
        var (now, next, member) = (clock.GetUtcNow(), await notices.NextMeeting(cancellationToken), await members.Find(reader.Id, cancellationToken));
        if (await actions.Find(letter.About, cancellationToken) is not { } action || !NewsKind.Action.IsWantedBy(member)
            || !ActionNews.Of(action, next, now).Any(n => n.Reader == reader.Id && n.What.Fact == letter.Fact))
        {
            return null;
        }

        var language = Language.Of(reader.Language);
        var isAsked = letter.Fact.StartsWith(ActionNews.Asked, StringComparison.Ordinal);
        var lines = new LetterLines(language).Add(NoticeText.Hello).Gap();
        if (isAsked)
        {
            lines.Add(NoticeText.ActionAsked).Gap();
        }
        else
        {
            lines.Add(Opening(letter.Fact, action, next)).Gap().Add(action.Text).Gap()
                .Add(NoticeText.ActionDoneHere).Add(links.ActionDone(language, reader.Id, reader.Stay, action.MeetingId, action.Id, now).ToString()).Gap();
        }

        lines.Add(isAsked ? NoticeText.AnswerAsked : NoticeText.SeeActions).Add(links.At(PagePath.Of<MyActionsPage>(), language).ToString()).Gap();
        return links.Ended(lines, NewsKind.Action, letter, reader, member, isAsked ? NoticeText.ActionAskedSubject : NoticeText.ActionSubject, now);
    }

    private static Text Opening(string fact, PromisedAction action, MeetingRow? next) =>
        action.DueDay is not { } due ? NoticeText.ActionBefore.With(MeetingTimes.Day(next!.StartsAt))
        : (fact.StartsWith(ActionNews.Late, StringComparison.Ordinal) ? NoticeText.ActionLate : NoticeText.ActionDue).With(new Text(Dates.Day(due, Language.French), Dates.Day(due, Language.English)));
}
