using RecoveryCoP.Chapter.Intentions;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Letters that ask what became of an intention, to whoever had it and to nobody else.</summary>
internal sealed class IntentionLetters(IntentionQueries intentions, NamedPractices practices, MemberQueries members, LetterLinks links, TimeProvider clock) : ILetterKind
{
    public string Code => NoticeCodes.CodeOf(NewsKind.Intention);

    public Text Name => NoticeCodes.Kinds.LabelOf(NewsKind.Intention);

    public DateTimeOffset NotBefore(DateTimeOffset now) => QuietHours.After(now, Dates.Zone);

    public async Task<Letter?> Write(RecordedLetter letter, Account reader, CancellationToken cancellationToken)
    {
        var (now, member) = (clock.GetUtcNow(), await members.Find(reader.Id, cancellationToken));
        if ((await intentions.Of(reader.Id, cancellationToken)).Find(letter.About) is not { State: IntentionState.Open, AskAt: { } ask } intention || !NewsKind.Intention.IsWantedBy(member)
            || IntentionNotices.Of(new(reader.Id, intention.Id, intention.Practice, ask), now)?.Fact != letter.Fact
            || await practices.Find(intention.Practice, new Actor(reader.Id, []), cancellationToken) is not { } practice)
        {
            return null;
        }

        var language = Language.Of(reader.Language);
        var lines = new LetterLines(language).Add(NoticeText.Hello).Gap()
            .Add(NoticeText.IntentionOpening.With(Dates.Day(intention.At))).Gap().Add(practice.Title).Gap()
            .Add(NoticeText.IntentionAnswer).Add(links.Intention(language, reader.Id, reader.Stay, intention.Id, now).ToString()).Gap();
        return links.Ended(lines, NewsKind.Intention, letter, reader, member, NoticeText.IntentionSubject, now);
    }
}
