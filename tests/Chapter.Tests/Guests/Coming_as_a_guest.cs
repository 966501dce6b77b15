using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using RecoveryCoP.Chapter.Guests;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Guests;

/// <summary>Somebody comes to an open meeting without being a member, by the public home page and the letters that follow.</summary>
public abstract partial class Coming_as_a_guest(PostgresServer? server) : IAsyncLifetime
{
    private static readonly DateTime _day = new(2026, 3, 17, 18, 30, 0);
    private readonly List<FormClient> _browsers = [];
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task counts_once_the_button_is_pressed_that_the_letter_leads_to()
    {
        var meeting = await Open();
        var visitor = NewBrowser();
        Assert.NotNull((await visitor.Open("/fr", Cancel)).Page.QuerySelector($"a[href='/fr/venir/{meeting}']"));

        var letter = Assert.Single(await Ask(meeting, "visiteuse@exemple.org", "in-person"));
        Assert.Equal("visiteuse@exemple.org", letter.To.Mailboxes.Single().Address);
        Assert.DoesNotContain("Rétablissement", letter.Subject + letter.From, StringComparison.Ordinal);
        Assert.DoesNotContain("https://video", letter.ToString(), StringComparison.Ordinal);
        Assert.Equal(new(0, 0), await Expected(meeting));

        // A scanner follows the link: nothing happens.
        var link = LinkIn(letter);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open(link, Cancel)).Status);
        Assert.Empty(await Later());
        Assert.Equal(new(0, 0), await Expected(meeting));

        Assert.Equal(HttpStatusCode.OK, (await visitor.Fill(link, "confirm-visit", Cancel)).Status);
        Assert.Equal(new(1, 0), await Expected(meeting));
        var expected = Assert.Single(await Later());
        Assert.Contains("BEGIN:VCALENDAR", string.Concat(expected.BodyParts.OfType<MimePart>().Select(p => p is TextPart text ? text.Text : "")), StringComparison.Ordinal);
        Assert.DoesNotContain(meeting.ToString(), expected.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task shows_those_who_run_it_how_many_and_nobody_who()
    {
        var meeting = await Open();
        await Come(meeting, "une@exemple.org", "in-person");
        await Come(meeting, "deux@exemple.org", "in-person");
        await Come(meeting, "trois@exemple.org", "remote");

        var facilitator = await SignIn(_chapter.Facilitator);
        var page = (await facilitator.Open($"/fr/rencontres/{meeting}", Cancel)).Words;
        Assert.Matches(@"2 en personne\s·\s1 à distance", page);
        Assert.DoesNotContain("exemple.org", page, StringComparison.Ordinal);
        var member = await SignIn((await _chapter.AddMember()).Who);
        Assert.DoesNotContain("invitées attendues", (await member.Open($"/fr/rencontres/{meeting}", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gets_the_link_the_day_before_and_hears_of_a_move_and_of_the_end()
    {
        var meeting = await Open();
        await Come(meeting, "loin@exemple.org", "remote");
        await Come(meeting, "pres@exemple.org", "in-person");

        await Later(TimeSpan.FromMinutes(1));
        await Revise(meeting, plan => plan with { Start = _day.AddDays(1) });
        Assert.Empty(await Later());
        Assert.Equal(2, (await Later(TimeSpan.FromMinutes(20))).Count);
        Assert.Empty(await Later(TimeSpan.FromDays(1)));

        _chapter.Clock.AdjustTime(Dates.InstantOf(_day.AddDays(1)).AddHours(-23));
        var reminders = await Later();
        Assert.Contains("https://video", reminders.Single(l => To(l) == "loin@exemple.org").TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("https://video", reminders.Single(l => To(l) == "pres@exemple.org").TextBody, StringComparison.Ordinal);

        await _chapter.Do(meeting, new CancelMeeting(_chapter.Facilitator, "La salle est inondée."));
        var ends = await Later();
        Assert.Equal(2, ends.Count);
        Assert.DoesNotContain("inondée", ends[0].TextBody, StringComparison.Ordinal); // the reason was written for members
    }

    [Fact]
    public async Task writes_to_nobody_who_never_wants_to_be_invited_and_says_the_same_to_whoever_typed_their_address()
    {
        var meeting = await Open();
        await _chapter.Get<InvitationStore>().Refuse(await _chapter.Get<AddressHashes>().Of(EmailAddress.Parse("jamais@exemple.org")!, Cancel), Cancel);

        Assert.Empty(await Ask(meeting, "jamais@exemple.org", "in-person"));
        Assert.Single(await Ask(meeting, "oui@exemple.org", "in-person"));
    }

    [Fact]
    public async Task gets_no_link_of_a_meeting_that_is_for_members_again()
    {
        var meeting = await Open();
        await Come(meeting, "loin@exemple.org", "remote");
        await Later(TimeSpan.FromMinutes(1));
        var link = LinkIn(_chapter.Mail.To("loin@exemple.org")[0]);
        await Revise(meeting, plan => plan with { OpenToGuests = false });

        _chapter.Clock.AdjustTime(Dates.InstantOf(_day).AddHours(-23));
        Assert.Empty(await Later());

        Assert.Contains("n’est plus ouverte", (await NewBrowser().Open(link, Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_forgotten_but_for_a_fingerprint_the_day_after_and_that_too_after_a_year()
    {
        var meeting = await Open();
        await Come(meeting, "visiteuse@exemple.org", "in-person");
        await Ask(meeting, "distraite@exemple.org", "in-person"); // never confirms
        var link = LinkIn(_chapter.Mail.To("visiteuse@exemple.org")[0]);

        _chapter.Clock.AdjustTime(Dates.InstantOf(_day).AddDays(1));
        await Later();
        Assert.Equal(1, await Count("select count(*) from guest"));
        Assert.Equal(0, await Count("select count(*) from guest where address is not null"));
        Assert.Equal(HttpStatusCode.NotFound, (await NewBrowser().Open(link, Cancel)).Status);

        await Later(TimeSpan.FromDays(2));
        Assert.Equal(0, await Count("select count(*) from guest_letter"));
        await Later(TimeSpan.FromDays(370));
        Assert.Equal(0, await Count("select count(*) from guest"));
    }

    [Fact]
    public async Task is_invited_to_join_at_the_third_visit_and_a_meeting_that_was_called_off_is_none()
    {
        for (var visit = 1; visit <= 4; visit++)
        {
            var day = _day.AddDays(14 * (visit - 1));
            var meeting = await Open(day);
            await Come(meeting, visit == 3 ? "amie+2@exemple.org" : "amie@exemple.org", "in-person");
            var expected = _chapter.Mail.Letters[^1].TextBody!;
            // The first is called off: so the fourth that they say they come to is the third visit.
            Assert.Equal(visit == 4, expected.Contains("/fr/joindre", StringComparison.Ordinal));
            if (visit == 1)
            {
                await _chapter.Do(meeting, new CancelMeeting(_chapter.Facilitator, "Tempête."));
            }

            _chapter.Clock.AdjustTime(Dates.InstantOf(day).AddDays(1));
            await Later();
        }
    }

    [Fact]
    public async Task can_be_taken_back_and_nothing_remains()
    {
        var meeting = await Open();
        await Come(meeting, "visiteuse@exemple.org", "remote");
        var visitor = NewBrowser();
        var link = LinkIn(_chapter.Mail.Letters[^1]);

        Assert.Equal(HttpStatusCode.OK, (await visitor.Fill(link, "withdraw-visit", Cancel)).Status);

        Assert.Equal(0, await Count("select count(*) from guest"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open(link, Cancel)).Status);
        _chapter.Clock.AdjustTime(Dates.InstantOf(_day).AddHours(-5));
        Assert.DoesNotContain(await Later(), l => To(l) == "visiteuse@exemple.org");
    }

    [Fact]
    public async Task changes_nothing_of_what_somebody_said_whose_address_another_types()
    {
        var meeting = await Open();
        await Come(meeting, "visiteuse@exemple.org", "in-person");

        var again = Assert.Single(await Ask(meeting, "visiteuse@exemple.org", "remote"));

        Assert.Contains("déjà confirmé", again.TextBody, StringComparison.Ordinal);
        Assert.Equal(new(1, 0), await Expected(meeting));
    }

    [Fact]
    public async Task sends_an_address_three_letters_a_day_at_most_and_says_the_same_each_time()
    {
        var meeting = await Open();
        for (var time = 1; time <= 5; time++)
        {
            Assert.Equal(time <= 3 ? 1 : 0, (await Ask(meeting, "harcelee@exemple.org", "remote")).Count);
        }
    }

    [Fact]
    public async Task is_refused_after_too_many_from_one_network()
    {
        var meeting = await Open();
        var visitor = NewBrowser();
        for (var time = 0; time < GuestLimits.PerNetwork; time++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Fill($"/fr/venir/{meeting}", "come", Cancel, ("Address", $"n{time}@exemple.org"), ("Mode", "remote"))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Fill($"/fr/venir/{meeting}", "come", Cancel, ("Address", "n@exemple.org"), ("Mode", "remote"))).Status);
    }

    [Fact]
    public async Task is_refused_with_what_was_typed_where_it_is_unclear()
    {
        var meeting = await Open();

        var refused = await NewBrowser().Fill($"/en/come/{meeting}", "come", Cancel, ("Address", "nobody"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("nobody", refused.Page.QuerySelector("#come-Address")!.GetAttribute("value"));
        Assert.NotNull(refused.Page.QuerySelector("#come-Mode-problem"));
        Assert.Empty(await Later());
    }

    [Fact]
    public async Task is_for_open_meetings_that_are_ahead_and_have_a_place_left()
    {
        var closed = await _chapter.Announce(_day, p => p with { OpenToGuests = false });
        Assert.Equal(HttpStatusCode.NotFound, (await NewBrowser().Open($"/fr/venir/{closed}", Cancel)).Status);

        var full = await Open();
        var late = LinkIn(Assert.Single(await Ask(full, "tard@exemple.org", "remote"), l => To(l) == "tard@exemple.org"));
        await _chapter.Get<Database>().Write(
            async t =>
            {
                for (var one = 0; one < GuestLimits.MostPerMeeting; one++)
                {
                    await t.Execute(
                        "insert into guest (id, meeting_id, day, hash, language, mode, is_coming, asked_at) values (@id, @full, '2026-03-17', @hash, 'fr', 'remote', 1, @now)",
                        new { id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), full, hash = new[] { (byte)one }, now = _chapter.Clock.GetUtcNow() });
                }
            },
            Cancel);
        var refused = await NewBrowser().Fill(late, "confirm-visit", Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Toutes les places", refused.Words, StringComparison.Ordinal);

        await _chapter.Do(full, new CancelMeeting(_chapter.Facilitator, "Tempête."));
        Assert.False((await NewBrowser().Open($"/fr/venir/{full}", Cancel)).Has("come"));
        var over = await Open(_day.AddDays(7));
        _chapter.Clock.AdjustTime(Dates.InstantOf(_day.AddDays(8)));
        Assert.Contains("terminée", (await NewBrowser().Open($"/fr/venir/{over}", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task waits_for_a_mail_server_that_is_away_and_counts_for_the_days_limit()
    {
        var meeting = await Open();
        await Later(); // members are told of it
        _chapter.Mail.Greylisted = int.MaxValue;
        Assert.Empty(await Ask(meeting, "patiente@exemple.org", "remote"));
        _chapter.Mail.Greylisted = 0;
        Assert.Single(await Later(TimeSpan.FromMinutes(5)), l => To(l) == "patiente@exemple.org");
        Assert.Equal(1, await _chapter.Get<GuestStore>().SentLately(Cancel));
    }

    private static string LinkIn(MimeMessage letter) => VisitIn().Match(letter.TextBody!).Value;

    private static string To(MimeMessage letter) => letter.To.Mailboxes.Single().Address;

    private Task<Guid> Open(DateTime? day = null) => _chapter.Announce(day ?? _day, p => p with { OpenToGuests = true, Mode = MeetingMode.Hybrid, VideoLink = "https://video.example.org/x" });

    private Task<GuestCount> Expected(Guid meeting) => _chapter.Get<GuestStore>().Expected(meeting, Cancel);

    private async Task<long> Count(string sql) => await _chapter.Get<Database>().Find<long>(sql, null, Cancel);

    private async Task Revise(Guid meeting, Func<MeetingPlan, MeetingPlan> change)
    {
        var now = (await _chapter.Get<GuestStore>().Meeting(meeting, Cancel))!;
        await _chapter.Do(meeting, new RevisePlan(_chapter.Facilitator, now.Version, change(now.Plan)));
    }

    /// <summary>The letters to guests that went meanwhile; members' go too.</summary>
    private async Task<IReadOnlyList<MimeMessage>> Later(TimeSpan time = default) => [.. (await _chapter.Pass(time)).Where(l => !To(l).StartsWith("facilitatrice", StringComparison.Ordinal) && !To(l).StartsWith("claude", StringComparison.Ordinal) && !To(l).StartsWith("voisine", StringComparison.Ordinal))];

    private async Task<IReadOnlyList<MimeMessage>> Ask(Guid meeting, string address, string mode)
    {
        var asked = await NewBrowser().Fill($"/fr/venir/{meeting}", "come", Cancel, ("Address", address), ("Mode", mode));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.False(asked.Has("come"));
        return await Later();
    }

    private async Task Come(Guid meeting, string address, string mode)
    {
        var letter = (await Ask(meeting, address, mode)).Single(l => To(l) == address);
        Assert.Equal(HttpStatusCode.OK, (await NewBrowser().Fill(LinkIn(letter), "confirm-visit", Cancel)).Status);
        await Later();
    }

    private FormClient NewBrowser()
    {
        _browsers.Add(_chapter.NewBrowser());
        return _browsers[^1];
    }

    private async Task<FormClient> SignIn(Actor who)
    {
        var browser = NewBrowser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }

    [GeneratedRegex(@"/fr/venue/\S+")]
    private static partial Regex VisitIn();
}

public sealed class Coming_as_a_guest_on_SQLite() : Coming_as_a_guest(null);

public sealed class Coming_as_a_guest_on_PostgreSQL(PostgresServer server) : Coming_as_a_guest(server);
