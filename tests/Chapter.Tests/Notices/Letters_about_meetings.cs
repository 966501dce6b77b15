using System.Net;
using MimeKit;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Notices;

public abstract class Letters_about_meetings(PostgresServer? server) : IAsyncLifetime
{
    private static readonly DateTime _start = new(2026, 3, 24, 18, 30, 0);
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task announce_once_to_every_member_in_their_language_and_name_neither_community_nor_title_on_a_lock_screen()
    {
        var (_, francophone) = await _chapter.AddMember();
        var (_, anglophone) = await _chapter.AddMember(language: "en");
        await _chapter.Announce(_start);

        var sent = await _chapter.Pass();

        Assert.Equal(3, sent.Count);
        var french = Assert.Single(_chapter.Mail.To(francophone));
        Assert.Equal("Rencontre du mardi 24 mars 2026", french.Subject);
        Assert.Equal("Espace commun", french.From.Mailboxes.Single().Name);
        Assert.Contains("Une rencontre est annoncée pour le mardi 24 mars 2026, de 18 h 30 à 20 h 30", Plain(french), StringComparison.Ordinal);
        Assert.Contains("La table libre du jeudi", Plain(french), StringComparison.Ordinal);
        Assert.DoesNotContain("Rétablissement", french.Subject + french.From + Plain(french).Split('\n')[2], StringComparison.Ordinal);
        Assert.Equal("Meeting on Tuesday, March 24, 2026", Assert.Single(_chapter.Mail.To(anglophone)).Subject);
        Assert.Empty(await _chapter.Pass());
        await _chapter.Restart();
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task are_written_to_nobody_who_has_not_accepted_the_charter()
    {
        await _chapter.Get<AccountStore>().Add("Dominique", EmailAddress.Parse("dominique@exemple.org")!, "fr", [], null, Cancel);
        await _chapter.Announce(_start);

        Assert.Single(await _chapter.Pass());
        Assert.Empty(_chapter.Mail.To("dominique@exemple.org"));
    }

    [Fact]
    public async Task tell_a_move_to_those_who_were_told_after_a_quarter_of_an_hour_and_strike_the_earlier_day_out()
    {
        var (_, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(_start);
        await _chapter.Pass();
        await _chapter.Do(id, new RevisePlan(_chapter.Facilitator, 1, MeetingSamples.Plan with { Start = _start.AddDays(1) }));
        Assert.Empty(await _chapter.Pass(TimeSpan.FromMinutes(1)));
        await _chapter.Do(id, new RevisePlan(_chapter.Facilitator, 2, MeetingSamples.Plan with { Start = _start.AddDays(2) }));

        Assert.Empty(await _chapter.Pass());
        Assert.Equal(2, (await _chapter.Pass(TimeSpan.FromMinutes(20))).Count);
        var told = _chapter.Mail.To(address)[^1];
        Assert.Equal("Changement\u00a0: rencontre du jeudi 26 mars 2026", told.Subject);
        Assert.Contains("Ce n’est plus : mardi 24 mars 2026, 18 h 30", Plain(told), StringComparison.Ordinal);
        Assert.Equal(("PUBLISH", "3"), (Calendar(told, "METHOD"), Calendar(told, "SEQUENCE")));
    }

    [Fact]
    public async Task tell_a_cancellation_at_once_at_night_when_it_is_for_tomorrow()
    {
        var (_, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(new(2026, 3, 3, 18, 30, 0));
        await _chapter.Pass();
        var uid = Calendar(_chapter.Mail.To(address)[0], "UID");
        _chapter.Clock.Advance(TimeSpan.FromHours(13)); // ten in the evening
        await _chapter.Do(id, new CancelMeeting(_chapter.Facilitator, "La salle est inondée."));

        await _chapter.Pass();

        var told = _chapter.Mail.To(address)[^1];
        Assert.StartsWith("Annulée", told.Subject, StringComparison.Ordinal);
        Assert.Contains("La salle est inondée.", Plain(told), StringComparison.Ordinal);
        Assert.Equal(("CANCEL", "CANCELLED", uid), (Calendar(told, "METHOD"), Calendar(told, "STATUS"), Calendar(told, "UID")));
    }

    [Fact]
    public async Task wait_for_the_morning_when_they_are_not_urgent()
    {
        _chapter.Clock.Advance(TimeSpan.FromHours(13));
        await _chapter.Announce(_start);

        Assert.Empty(await _chapter.Pass());
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(9)));
        Assert.Single(await _chapter.Pass(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task remind_the_day_before_those_who_come_or_have_not_answered_but_nobody_who_cannot_come()
    {
        var (coming, comes) = await _chapter.AddMember();
        var (absent, absentee) = await _chapter.AddMember();
        var (_, silent) = await _chapter.AddMember();
        var id = await _chapter.Announce(_start, plan => plan with { PreReadings = [] });
        await _chapter.Pass();
        await _chapter.Do(id, new AnswerInvitation(coming, RsvpAnswer.Remote));
        await _chapter.Do(id, new AnswerInvitation(absent, RsvpAnswer.Regrets));
        Assert.Empty(await _chapter.Pass(TimeSpan.FromDays(20)));

        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(36)));
        await _chapter.Pass(TimeSpan.FromHours(10));

        Assert.Equal((2, 1, 2), (_chapter.Mail.To(comes).Count, _chapter.Mail.To(absentee).Count, _chapter.Mail.To(silent).Count));
        var reminder = _chapter.Mail.To(comes)[^1];
        Assert.StartsWith("Rappel", reminder.Subject, StringComparison.Ordinal);
        Assert.Contains("https://video.example.org/mars", Plain(reminder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task say_a_week_before_what_there_is_to_read()
    {
        var (_, address) = await _chapter.AddMember();
        await _chapter.Announce(_start);
        await _chapter.Pass();

        Assert.Empty(await _chapter.Pass(TimeSpan.FromDays(14)));
        Assert.NotEmpty(await _chapter.Pass(TimeSpan.FromDays(2)));
        Assert.Contains("https://example.org/article", Plain(_chapter.Mail.To(address)[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task say_in_words_what_changed_of_how_to_join_or_how_long_it_lasts()
    {
        var (_, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(_start);
        await _chapter.Pass();
        var plan = MeetingSamples.Plan with { Start = _start, VideoLink = "https://video.example.org/autre" };
        await _chapter.Do(id, new RevisePlan(_chapter.Facilitator, 1, plan));

        await _chapter.Pass();
        Assert.NotEmpty(await _chapter.Pass(TimeSpan.FromMinutes(20)));

        var told = _chapter.Mail.To(address)[^1];
        Assert.Contains("Ce qui a changé depuis l’annonce : le lien de la vidéoconférence.", Plain(told), StringComparison.Ordinal);
        Assert.Contains("https://video.example.org/autre", Plain(told), StringComparison.Ordinal);
        Assert.Equal("2", Calendar(told, "SEQUENCE"));
        await _chapter.Do(id, new RevisePlan(_chapter.Facilitator, 2, plan with { Minutes = 90, Phone = "", Mode = MeetingMode.Remote }));
        await _chapter.Pass();
        Assert.NotEmpty(await _chapter.Pass(TimeSpan.FromMinutes(20)));
        Assert.All(["le numéro de téléphone", "la façon de participer", "la durée", "le lien de la vidéoconférence"], part => Assert.Contains(part, Plain(_chapter.Mail.To(address)[^1]), StringComparison.Ordinal));
        await _chapter.Do(id, new RevisePlan(_chapter.Facilitator, 3, plan with { Minutes = 90, Phone = "", Mode = MeetingMode.Remote, Title = "Un autre nom" }));
        await _chapter.Pass();
        Assert.Empty(await _chapter.Pass(TimeSpan.FromMinutes(20)));
    }

    [Fact]
    public async Task say_what_was_added_to_read_in_the_last_days_once_and_not_to_whoever_was_told_of_the_meeting_later()
    {
        var (_, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(new(2026, 3, 6, 18, 30, 0), plan => plan with { PreReadings = [] });
        await _chapter.Pass();
        var plan = MeetingSamples.Plan with { Start = new(2026, 3, 6, 18, 30, 0) };
        await _chapter.Do(id, new RevisePlan(_chapter.Facilitator, 1, plan));
        await _chapter.Pass();
        var (_, newcomer) = await _chapter.AddMember();

        Assert.Contains("https://example.org/article", Plain((await _chapter.Pass(TimeSpan.FromMinutes(20))).First(l => l.To.ToString().Contains(address, StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.StartsWith("À lire", _chapter.Mail.To(address)[^1].Subject, StringComparison.Ordinal);
        await _chapter.Pass(TimeSpan.FromMinutes(20));
        Assert.StartsWith("Rencontre", Assert.Single(_chapter.Mail.To(newcomer)).Subject, StringComparison.Ordinal);
        await _chapter.Do(id, new RevisePlan(_chapter.Facilitator, 2, plan with { PreReadings = [.. plan.PreReadings, new("Un autre", "https://example.org/autre")] }));
        await _chapter.Pass();
        await _chapter.Pass(TimeSpan.FromMinutes(20));
        Assert.All([address, newcomer], to => Assert.Contains("https://example.org/autre", Plain(_chapter.Mail.To(to)[^1]), StringComparison.Ordinal));
        Assert.Empty(await _chapter.Pass(TimeSpan.FromMinutes(20)));
    }

    [Fact]
    public async Task lead_to_the_page_that_stops_them_in_the_readers_language()
    {
        var (_, address) = await _chapter.AddMember(language: "en");
        await _chapter.Announce(_start);
        await _chapter.Pass();
        using var program = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var opened = await program.GetAsync(new Uri(_chapter.Mail.To(address)[0].Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')), Cancel);

        Assert.StartsWith("/en/", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_answered_to_the_address_that_the_community_gave_the_public()
    {
        await _chapter.Announce(_start);
        Assert.All(await _chapter.Pass(), letter => Assert.Equal("bonjour@exemple.org", letter.ReplyTo.Mailboxes.Single().Address));
    }

    [Fact]
    public async Task are_not_sent_late_once_the_meeting_has_begun()
    {
        await _chapter.Announce(_start);
        _chapter.Mail.Greylisted = int.MaxValue;
        await _chapter.Pass();
        _chapter.Mail.Greylisted = 0;

        Assert.Empty(await _chapter.Pass(TimeSpan.FromDays(30)));
        Assert.True((await _chapter.Get<LetterOutbox>().State(Cancel)).Late > 0);
    }

    [Fact]
    public async Task are_not_sent_to_somebody_who_left_before_they_went()
    {
        var (who, address) = await _chapter.AddMember();
        _chapter.Mail.Greylisted = 2;
        await _chapter.Announce(_start);
        await _chapter.Pass();
        Assert.True((await _chapter.Get<People>().End(new(who, who.Id), Cancel)).Succeeded);

        Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(10)));
        Assert.Empty(_chapter.Mail.To(address));
    }

    [Fact]
    public async Task go_to_the_others_when_the_server_refuses_one_address_and_show_whose_it_is()
    {
        var (who, address) = await _chapter.AddMember();
        _chapter.Mail.Unknown[address] = true;
        await _chapter.Announce(_start);

        Assert.Single(await _chapter.Pass());
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(5)));
        var refused = Assert.Single(await _chapter.Get<LetterOutbox>().Refused(Cancel));
        Assert.Equal((who.Id, "550"), (refused.AccountId, refused.Why));
    }

    [Theory]
    [InlineData(551, "5.7.1 relaying denied")]
    [InlineData(550, "5.4.5 daily limit exceeded")]
    public async Task wait_when_a_server_refuses_for_what_we_are_and_not_for_whom_they_are(int code, string words)
    {
        _chapter.Mail.Refuses = (code, words);
        await _chapter.Announce(_start);
        Assert.Empty(await _chapter.Pass());
        Assert.Empty(await _chapter.Get<LetterOutbox>().Refused(Cancel));
        _chapter.Mail.Refuses = null;

        Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task tell_a_cancellation_to_somebody_whose_announcement_was_under_way()
    {
        var (_, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(_start);
        _chapter.Mail.HangsUp = true;
        await _chapter.Pass();
        _chapter.Mail.HangsUp = false;
        await _chapter.Do(id, new CancelMeeting(_chapter.Facilitator, "Tempête."));

        await _chapter.Pass(TimeSpan.FromMinutes(10));

        Assert.All(_chapter.Mail.Letters.Select(l => l.To.Mailboxes.Single().Address).Append(address), to => Assert.StartsWith("Annulée", _chapter.Mail.To(to)[^1].Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task do_not_go_at_night_after_a_server_that_was_away_in_the_evening()
    {
        await _chapter.Announce(_start);
        _chapter.Clock.Advance(TimeSpan.FromHours(11.5)); // half past eight in the evening
        _chapter.Mail.Greylisted = 1;
        Assert.Empty(await _chapter.Pass());

        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(1)));
        Assert.Single(await _chapter.Pass(TimeSpan.FromHours(11)));
    }

    [Fact]
    public async Task about_a_change_reach_whoever_got_the_reminder_and_wanted_no_announcement()
    {
        var (who, address) = await _chapter.AddMember();
        await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(who.Id).Do(new ChooseLetters(who, ["announcement"], [], false));
        var id = await _chapter.Announce(_start, plan => plan with { PreReadings = [] });
        await _chapter.Pass(TimeSpan.FromDays(21).Add(TimeSpan.FromHours(10)));
        await _chapter.Pass(TimeSpan.FromHours(14));
        Assert.StartsWith("Rappel", Assert.Single(_chapter.Mail.To(address)).Subject, StringComparison.Ordinal);
        await _chapter.Do(id, new CancelMeeting(_chapter.Facilitator, "Tempête."));

        await _chapter.Pass();

        Assert.StartsWith("Annulée", _chapter.Mail.To(address)[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task come_again_after_a_server_that_asked_to_wait_under_the_same_id()
    {
        await _chapter.Announce(_start);
        _chapter.Mail.HangsUp = true;
        var lost = Assert.Single(await _chapter.Pass());
        _chapter.Mail.HangsUp = false;

        Assert.Empty(await _chapter.Pass(TimeSpan.FromMinutes(1)));
        Assert.Equal(lost.MessageId, Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(5))).MessageId);
    }

    [Fact]
    public async Task are_answered_by_the_link_in_them_without_signing_in()
    {
        var (who, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(_start);
        await _chapter.Pass();
        using var browser = _chapter.NewBrowser();
        var path = Link(_chapter.Mail.To(address)[0], "/fr/repondre/");
        var page = await browser.Open(path, Cancel);
        Assert.DoesNotContain("voisine", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var answered = await browser.Send(path, page, "answer", Cancel, ("Given", "in-person"));

        Assert.Equal(HttpStatusCode.OK, answered.Status);
        var meeting = (await _chapter.Get<MeetingQueries>().Find(id, who, Cancel))!;
        Assert.Equal(RsvpAnswer.InPerson, meeting.AnswerOf(who));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path[..^3] + "abc", Cancel)).Status);
    }

    [Fact]
    public async Task end_by_one_request_of_a_mail_program_and_leave_the_other_kinds()
    {
        var (who, address) = await _chapter.AddMember();
        await _chapter.Announce(_start);
        await _chapter.Pass();
        var letter = _chapter.Mail.To(address)[0];
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers[HeaderId.ListUnsubscribePost]);
        var stop = new Uri(letter.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'));
        using var program = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var opened = await program.GetAsync(stop, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Empty((await _chapter.Get<MemberQueries>().Find(who.Id, Cancel)).DeclinedLetters);
        using var asked = await program.PostAsync(stop, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]), Cancel);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);

        Assert.Equal(["announcement"], (await _chapter.Get<MemberQueries>().Find(who.Id, Cancel)).DeclinedLetters);
        await _chapter.Announce(_start.AddDays(7));
        Assert.Single(await _chapter.Pass());
        Assert.Single(_chapter.Mail.To(address));
    }

    [Fact]
    public async Task about_a_change_reach_whoever_comes_even_if_they_want_no_letters()
    {
        var (who, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(_start);
        await _chapter.Pass();
        await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(who.Id).Do(new ChooseLetters(who, ["announcement", "change", "cancellation"], [], false));
        await _chapter.Do(id, new AnswerInvitation(who, RsvpAnswer.InPerson));
        await _chapter.Do(id, new CancelMeeting(_chapter.Facilitator, "Tempête."));

        await _chapter.Pass();

        Assert.StartsWith("Annulée", _chapter.Mail.To(address)[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task bring_the_minutes_when_they_are_approved()
    {
        var (_, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(new(2026, 3, 3, 18, 30, 0));
        await _chapter.Pass();
        _chapter.Clock.Advance(TimeSpan.FromHours(33));
        await _chapter.Do(id, new BeginMeeting(_chapter.Facilitator));
        await _chapter.Do(id, new CloseMeeting(_chapter.Facilitator));
        await _chapter.Do(id, new WriteMinutes(_chapter.Facilitator, 0, "Nous avons parlé."));
        var before = _chapter.Mail.To(address).Count;
        await _chapter.Pass(TimeSpan.FromHours(12));
        Assert.Equal(before, _chapter.Mail.To(address).Count);
        var later = await _chapter.Announce(new(2026, 4, 7, 18, 30, 0));
        await _chapter.Do(id, new ApproveMinutes(_chapter.Facilitator, 1, later));

        await _chapter.Pass(TimeSpan.FromHours(3));

        Assert.Contains("Procès-verbal de la rencontre du mardi 3 mars 2026", _chapter.Mail.To(address).Select(l => l.Subject));
    }

    [Fact]
    public async Task keep_to_the_days_limit()
    {
        await using var small = await WritingChapter.Start(server, ("Mail:MostPerDay", "2"));
        await small.AddMember();
        await small.AddMember();
        await small.Announce(_start);

        Assert.Equal(2, (await small.Pass()).Count);
        Assert.Empty(await small.Pass(TimeSpan.FromHours(1)));
        Assert.Single(await small.Pass(TimeSpan.FromHours(24)));
    }

    private static string Plain(MimeMessage letter) => letter.TextBody!.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static string Link(MimeMessage letter, string path) => new Uri(Plain(letter).Split('\n').Single(line => line.Contains(path, StringComparison.Ordinal))).AbsolutePath;

    private static string Calendar(MimeMessage letter, string property)
    {
        var file = letter.BodyParts.OfType<TextPart>().Single(part => part.ContentType.IsMimeType("text", "calendar"));
        var unfolded = file.Text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
        return unfolded.Split('\n').Single(line => line.StartsWith(property + ":", StringComparison.Ordinal))[(property.Length + 1)..];
    }
}

public sealed class Letters_about_meetings_on_sqlite() : Letters_about_meetings(null);

public sealed class Letters_about_meetings_on_postgresql(PostgresServer server) : Letters_about_meetings(server);
