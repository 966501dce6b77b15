using MimeKit;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Inbox;

/// <summary>A chapter that reads a mailbox, for the tests of a class on one engine.</summary>
public abstract class ReadingChapter(ImapServer imap, PostgresServer? postgres) : IAsyncLifetime
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Mailbox _box = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal Mailbox Box => _box;

    public WritingChapter Chapter { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _box = await Mailbox.New(imap);
        Chapter = await WritingChapter.Start(postgres, [.. _box.Settings, ("Mail:MostPerDay", "100000"), ("Mail:SenderAddress", "messages@exemple.org")]);
    }

    public async ValueTask DisposeAsync()
    {
        await Chapter.DisposeAsync();
        _turn.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody who got the letter that announces a meeting in three weeks.</summary>
    internal async Task<Invited> Invite(Func<MeetingPlan, MeetingPlan>? plan = null)
    {
        await PassUntilDay();
        var (who, address) = await Chapter.AddMember();
        var meeting = await Chapter.Announce(Chapter.Clock.GetUtcNow().Date.AddDays(22).AddHours(18), plan);
        await Chapter.Pass();
        return new(who, meeting, Chapter.Mail.To(address).Single(l => Post.CalendarOf(l).Contains(meeting.ToString(), StringComparison.Ordinal)));
    }

    /// <summary>Time passes, and the night as well if it has come: then letters wait, and an earlier test may have ended late.</summary>
    internal Task<IReadOnlyList<MimeMessage>> PassUntilDay(TimeSpan time = default)
    {
        var now = Chapter.Clock.GetUtcNow();
        return Chapter.Pass(QuietHours.After(now + time, Dates.Zone) - now);
    }

    /// <summary>Messages arrive and are read.</summary>
    internal async Task Arrive(params IReadOnlyList<MimeMessage> messages)
    {
        await Box.Deliver(messages);
        await Chapter.Get<InboxReader>().Look(Cancel);
        Assert.Equal("", Chapter.Get<InboxReader>().Trouble);
    }

    /// <summary>What somebody answered.</summary>
    internal async Task<RsvpAnswer?> AnswerOf(Invited one) => (await Find(one)).AnswerOf(one.Who);

    internal async Task<Meeting> Find(Invited one) => (await Chapter.Get<MeetingQueries>().Find(one.Meeting, Chapter.Facilitator, Cancel))!;
}

/// <summary>A member, a meeting, and the letter that invited them to it.</summary>
internal sealed record Invited(Actor Who, Guid Meeting, MimeMessage Letter);

public sealed class ReadingOnSqlite(ImapServer imap) : ReadingChapter(imap, null);

public sealed class ReadingOnPostgreSql(ImapServer imap, PostgresServer server) : ReadingChapter(imap, server);
