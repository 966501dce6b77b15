using System.Text.RegularExpressions;
using MimeKit;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts.SignIn;

namespace RecoveryCoP.Chapter.Tests.Inbox;

/// <summary>A member answers an invitation where they see it, in their calendar; what the calendar sends back arrives in the inbox.</summary>
public abstract class Answering_from_a_calendar(ReadingChapter reading)
{
    private DateTimeOffset Now => reading.Chapter.Clock.GetUtcNow();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_asked_of_nobody_but_the_reader_by_the_letter()
    {
        var one = await reading.Invite();
        var file = Post.CalendarOf(one.Letter);

        Assert.Equal("REQUEST", Post.ValueOf(file, "METHOD"));
        Assert.Equal("mailto:messages@exemple.org", Post.ValueOf(file, "ORGANIZER"));
        Assert.Equal("messages@exemple.org", one.Letter.From.Mailboxes.Single().Address);
        Assert.Equal(one.Letter.To.Mailboxes.Single().Address, Post.ValueOf(file, "ATTENDEE"));
        Assert.Contains("depuis votre calendrier", one.Letter.TextBody, StringComparison.Ordinal);
        Assert.Equal("REQUEST", one.Letter.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar")).ContentType.Parameters["method"]);
    }

    [Theory]
    [InlineData(MeetingMode.InPerson, "ACCEPTED", RsvpAnswer.InPerson)]
    [InlineData(MeetingMode.Remote, "ACCEPTED", RsvpAnswer.Remote)]
    [InlineData(MeetingMode.Hybrid, "ACCEPTED", RsvpAnswer.Coming)]
    [InlineData(MeetingMode.Hybrid, "DECLINED", RsvpAnswer.Regrets)]
    [InlineData(MeetingMode.Hybrid, "TENTATIVE", null)]
    public async Task is_an_answer_like_any_other(MeetingMode mode, string status, RsvpAnswer? answer)
    {
        var one = await reading.Invite(plan => plan with { Mode = mode });
        var unread = await reading.Box.Unread();

        await reading.Arrive(Post.Reply(one.Letter, status, Now));

        Assert.Equal(answer, await reading.AnswerOf(one));
        Assert.Equal(unread, await reading.Box.Unread());
    }

    [Fact]
    public async Task to_a_meeting_that_is_both_means_the_way_that_one_prefers()
    {
        var one = await reading.Invite();
        await reading.Chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(one.Who.Id).Do(new DescribeYourself(one.Who, new MemberProfile { Mode = "remote" }, new ShownParts()));

        await reading.Arrive(Post.Reply(one.Letter, "ACCEPTED", Now));

        Assert.Equal(RsvpAnswer.Remote, await reading.AnswerOf(one));
    }

    [Fact]
    public async Task to_a_meeting_that_is_both_leaves_one_question_to_the_page()
    {
        var one = await reading.Invite();
        await reading.Arrive(Post.Reply(one.Letter, "ACCEPTED", Now));
        using var browser = reading.Chapter.NewBrowser();
        await browser.SignIn((await reading.Chapter.Get<SignInLinks>().Create(one.Who.Id, Cancel))!.ToString(), Cancel);
        var path = $"/fr/rencontres/{one.Meeting}";

        Assert.Contains("En personne ou à distance?", (await browser.Open(path, Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(1, (await reading.Find(one)).ToConfirm);

        Assert.True((await browser.Fill(path, "answer", Cancel, ("Answer", "in-person"))).IsDone);
        Assert.Equal(RsvpAnswer.InPerson, await reading.AnswerOf(one));
        Assert.DoesNotContain("En personne ou à distance?", (await browser.Open(path, Cancel)).Words, StringComparison.Ordinal);

        // The calendar says yes once more, and still cannot say how.
        await reading.Arrive(Post.Reply(one.Letter, "ACCEPTED", Now.AddHours(1)));
        Assert.Equal(RsvpAnswer.InPerson, await reading.AnswerOf(one));
    }

    [Fact]
    public async Task counts_by_when_it_was_given_and_not_by_when_it_arrives()
    {
        var one = await reading.Invite(InPerson);

        await reading.Arrive(Post.Reply(one.Letter, "DECLINED", Now.AddMinutes(10)), Post.Reply(one.Letter, "ACCEPTED", Now.AddMinutes(5)));
        Assert.Equal(RsvpAnswer.Regrets, await reading.AnswerOf(one));

        await reading.Chapter.Pass(TimeSpan.FromHours(1));
        await reading.Chapter.Do(one.Meeting, new AnswerInvitation(one.Who, RsvpAnswer.InPerson));
        await reading.Arrive(Post.Reply(one.Letter, "DECLINED", Now.AddMinutes(-50)));
        Assert.Equal(RsvpAnswer.InPerson, await reading.AnswerOf(one));

        await reading.Arrive(Post.Reply(one.Letter, "DECLINED", Now.AddMinutes(5)));
        Assert.Equal(RsvpAnswer.Regrets, await reading.AnswerOf(one));
    }

    [Fact]
    public async Task of_a_version_that_there_is_not_changes_nothing_and_keeps_no_later_one_out()
    {
        var one = await reading.Invite(InPerson);
        await reading.Arrive(Post.Reply(one.Letter, "DECLINED", Now, text => Regex.Replace(text, "SEQUENCE:[0-9]+", "SEQUENCE:2000000000")));
        Assert.Null(await reading.AnswerOf(one));

        await reading.Arrive(Post.Reply(one.Letter, "ACCEPTED", Now.AddMinutes(1)));

        Assert.Equal(RsvpAnswer.InPerson, await reading.AnswerOf(one));
    }

    [Fact]
    public async Task counts_once_when_it_is_sent_twice()
    {
        var one = await reading.Invite(InPerson);
        var reply = Post.Reply(one.Letter, "ACCEPTED", Now);
        await reading.Arrive(reply);
        var rsvps = (await reading.Find(one)).Rsvps;

        await reading.Arrive(reply, reply);

        Assert.Equal(rsvps, (await reading.Find(one)).Rsvps);
    }

    [Fact]
    public async Task to_a_day_that_is_no_longer_so_changes_nothing_and_to_the_new_day_does()
    {
        var one = await reading.Invite(InPerson);
        var plan = (await reading.Find(one)).Plan;
        await reading.Chapter.Do(one.Meeting, new RevisePlan(reading.Chapter.Facilitator, 1, plan with { Start = plan.Start.AddDays(1) }));

        await reading.Arrive(Post.Reply(one.Letter, "ACCEPTED", Now.AddMinutes(1)));
        Assert.Null(await reading.AnswerOf(one));

        await reading.Chapter.Pass();
        var change = (await reading.PassUntilDay(TimeSpan.FromHours(1))).Single(l => l.To.Equals(one.Letter.To) && l.Subject!.StartsWith("Changement", StringComparison.Ordinal));
        Assert.Equal(Post.ValueOf(Post.CalendarOf(one.Letter), "UID"), Post.ValueOf(Post.CalendarOf(change), "UID"));
        await reading.Arrive(Post.Reply(change, "ACCEPTED", Now));
        Assert.Equal(RsvpAnswer.InPerson, await reading.AnswerOf(one));
        Assert.Equal(1, (await reading.Find(one)).Count(RsvpAnswer.InPerson));
    }

    [Fact]
    public async Task is_believed_of_nobody_who_did_not_get_the_letter()
    {
        var (one, other) = (await reading.Invite(InPerson), await reading.Invite(InPerson));
        var uid = Post.ValueOf(Post.CalendarOf(one.Letter), "UID");
        string ByPublicUid(string text) => text.Replace(uid, $"{one.Meeting}@127.0.0.1", StringComparison.Ordinal);
        string ByGuess(string text) => text.Replace(uid, $"{one.Meeting}.{Guid.CreateVersion7(Now):N}@127.0.0.1", StringComparison.Ordinal);
        // A member who knows another's address, with the letter that they got themselves.
        string ForAnother(string text) => text.Replace($"mailto:{one.Letter.To.Mailboxes.Single().Address}", $"mailto:{other.Letter.To.Mailboxes.Single().Address}", StringComparison.Ordinal);
        string OfAnotherMeeting(string text) => text.Replace(one.Meeting.ToString(), other.Meeting.ToString(), StringComparison.Ordinal);
        string Unknown(string text) => text.Replace($"mailto:{one.Letter.To.Mailboxes.Single().Address}", "mailto:personne@ailleurs.example", StringComparison.Ordinal);
        var before = (await reading.Box.Unread()).Count;

        foreach (var forged in new[] { ByPublicUid, ByGuess, ForAnother, OfAnotherMeeting, Unknown })
        {
            await reading.Arrive(Post.Reply(one.Letter, "DECLINED", Now, forged));
        }

        Assert.Empty((await reading.Find(one)).Rsvps);
        Assert.Empty((await reading.Find(other)).Rsvps);
        Assert.Equal(before + 5, (await reading.Box.Unread()).Count);
    }

    [Fact]
    public async Task is_no_way_to_propose_another_day()
    {
        var one = await reading.Invite(InPerson);
        var counter = Post.Reply(one.Letter, "ACCEPTED", Now, method: "COUNTER");
        counter.Subject = "Une autre proposition";

        await reading.Arrive(counter);

        Assert.Null(await reading.AnswerOf(one));
        Assert.Contains("Une autre proposition", await reading.Box.Unread()); // somebody may want to read it
    }

    [Fact]
    public async Task changes_nothing_once_the_meeting_has_ended()
    {
        var one = await reading.Invite(InPerson);
        await reading.Chapter.Pass((await reading.Find(one)).Plan.EndsAt - Now);

        await reading.Arrive(Post.Reply(one.Letter, "ACCEPTED", Now));

        Assert.Null(await reading.AnswerOf(one));
    }

    [Fact]
    public async Task is_believed_of_nobody_who_left()
    {
        var one = await reading.Invite(InPerson);
        Assert.True((await reading.Chapter.Get<Node.Accounts.People>().End(new(one.Who, one.Who.Id), Cancel)).Succeeded);

        await reading.Arrive(Post.Reply(one.Letter, "ACCEPTED", Now));

        Assert.Null(await reading.AnswerOf(one));
    }

    [Fact]
    public async Task is_taken_from_the_calendar_again_when_the_meeting_is_cancelled()
    {
        var one = await reading.Invite();
        await reading.Chapter.Do(one.Meeting, new CancelMeeting(reading.Chapter.Facilitator, "La salle est fermée."));

        var cancellation = Post.CalendarOf((await reading.Chapter.Pass()).Single(l => l.To.Equals(one.Letter.To) && l.Subject!.StartsWith("Annulée", StringComparison.Ordinal)));

        Assert.Equal("CANCEL", Post.ValueOf(cancellation, "METHOD"));
        Assert.Equal(Post.ValueOf(Post.CalendarOf(one.Letter), "UID"), Post.ValueOf(cancellation, "UID"));
        Assert.Equal(Post.ValueOf(Post.CalendarOf(one.Letter), "ATTENDEE"), Post.ValueOf(cancellation, "ATTENDEE"));
    }

    private static MeetingPlan InPerson(MeetingPlan plan) => plan with { Mode = MeetingMode.InPerson };
}

public sealed class Answering_from_a_calendar_on_sqlite(ReadingOnSqlite reading) : Answering_from_a_calendar(reading), IClassFixture<ReadingOnSqlite>;

public sealed class Answering_from_a_calendar_on_postgresql(ReadingOnPostgreSql reading) : Answering_from_a_calendar(reading), IClassFixture<ReadingOnPostgreSql>;
