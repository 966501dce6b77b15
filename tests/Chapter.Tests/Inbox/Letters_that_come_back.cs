using MimeKit;
using MimeKit.Text;
using RecoveryCoP.Node.Outbox;

namespace RecoveryCoP.Chapter.Tests.Inbox;

/// <summary>A mail server took a letter, and its reader's server says later that it cannot be delivered.</summary>
public abstract class Letters_that_come_back(ReadingChapter reading)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task for_good_are_shown_as_those_that_were_refused_at_once(bool whole)
    {
        var one = await reading.Invite();

        var unread = await reading.Box.Unread();

        await reading.Arrive(Post.Report(one.Letter, "failed", "5.1.1", whole));

        Assert.Equal("5.1.1", (await Refused(one))!.Why);
        Assert.Equal(unread, await reading.Box.Unread());
    }

    [Fact]
    public async Task are_forgotten_when_a_later_letter_arrives()
    {
        var one = await reading.Invite();
        await reading.Arrive(Post.Report(one.Letter, "failed", "5.2.2"));

        await reading.Chapter.Pass(TimeSpan.FromHours(1));
        await reading.Chapter.Announce(reading.Chapter.Clock.GetUtcNow().Date.AddDays(30).AddHours(18));
        await reading.Chapter.Pass();

        Assert.Null(await Refused(one));
    }

    [Theory]
    [InlineData("failed", "4.4.7")]
    [InlineData("delayed", "4.4.1")]
    [InlineData("delayed", "5.1.1")]
    [InlineData("delivered", "2.0.0")]
    [InlineData("failed", "51.1")]
    [InlineData("failed", "")]
    public async Task for_now_or_not_at_all_change_nothing(string action, string status)
    {
        var one = await reading.Invite();

        await reading.Arrive(Post.Report(one.Letter, action, status));

        Assert.Null(await Refused(one));
    }

    [Fact]
    public async Task are_believed_only_of_the_letter_itself()
    {
        var one = await reading.Invite();
        var before = (await reading.Box.Unread()).Count;

        await reading.Arrive(
            Post.Report(one.Letter, "failed", "5.1.1", messageId: $"{Guid.CreateVersion7(reading.Chapter.Clock.GetUtcNow())}@127.0.0.1"),
            Post.Report(one.Letter, "failed", "5.1.1", messageId: $"{one.Meeting}@127.0.0.1"),
            Post.Report(one.Letter, "failed", "5.1.1", messageId: "n-importe-quoi@127.0.0.1"));

        Assert.Null(await Refused(one));
        Assert.Equal(before + 3, (await reading.Box.Unread()).Count);
    }

    [Fact]
    public async Task are_no_automatic_replies()
    {
        var one = await reading.Invite();
        var away = Post.Private("Absence du bureau");
        away.InReplyTo = one.Letter.MessageId;
        away.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        // That it was displayed is no word about an address either.
        var read = Post.Message("Lu", new MultipartReport("disposition-notification") { new TextPart(TextFormat.Plain) { Text = "Lu." }, new MessageDispositionNotification() });

        await reading.Arrive(away, read);

        Assert.Null(await Refused(one));
        var unread = await reading.Box.Unread();
        Assert.Contains("Absence du bureau", unread);
        Assert.Contains("Lu", unread);
    }

    private async Task<RefusedReader?> Refused(Invited one) => (await reading.Chapter.Get<LetterOutbox>().Refused(Cancel)).SingleOrDefault(r => r.AccountId == one.Who.Id);
}

public sealed class Letters_that_come_back_on_sqlite(ReadingOnSqlite reading) : Letters_that_come_back(reading), IClassFixture<ReadingOnSqlite>;

public sealed class Letters_that_come_back_on_postgresql(ReadingOnPostgreSql reading) : Letters_that_come_back(reading), IClassFixture<ReadingOnPostgreSql>;
