using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using RecoveryCoP.Browser.Tests.Nodes;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Chapter.Tests.Inbox;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;
using static Microsoft.Playwright.Assertions;
using Person = RecoveryCoP.Browser.Tests.Nodes.Person;

namespace RecoveryCoP.Chapter.Tests.Journeys;

/// <summary>
/// Three months with nothing but the site, mail and calendars, in a real browser: a chapter is founded, somebody is invited and joins, a series is set up, a topic proposed and put on the agenda,
/// the meeting announced, answered on the page, from a letter and from a calendar, run and written down; its minutes reach members, an action is carried and done from its letter,
/// the next meeting is moved and the one after cancelled. Time is the test's: days pass when it says so.
/// </summary>
public sealed class A_month_of_a_chapter(ImapServer imap, Testing.Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", false, Screen.Phone)]
    [InlineData("en", true, Screen.Desktop)]
    public async Task is_run_from_its_founding_to_the_minutes_with_nothing_else(string language, bool scripts, Screen screen)
    {
        var box = await Mailbox.New(imap);
        await using var chapter = await WritingChapter.StartNewToday([.. box.Settings, ("Mail:SenderAddress", "messages@exemple.org"), ("SignIn:LetterSeconds", "0")]);
        await using var month = new Month(chapter, browser, language, scripts, screen);
        month.ByDay();

        await month.Found();
        await month.Invite("nouvelle@exemple.org");
        await month.Join("nouvelle@exemple.org");
        await month.SetUpSeries();
        await month.Propose();
        var first = await month.AnnounceNext(withTopic: true);
        await month.AnswerOnThePage(first);
        await month.AnswerFromTheLetter(first);
        await month.AnswerFromTheCalendar(first, box);
        Assert.Equal([RsvpAnswer.InPerson, RsvpAnswer.Remote, RsvpAnswer.Regrets], (await month.Find(first)).Rsvps.Select(r => r.Answer).Order());

        await month.Hold(first);
        await month.WriteMinutes(first);
        var second = await month.AnnounceNext(withTopic: false);
        await month.FinishActionFromItsLetter();
        await month.ApproveMinutesAt(second, first);

        var third = await month.AnnounceNext(withTopic: false);
        await month.Move(third);
        var fourth = await month.AnnounceNext(withTopic: false);
        await month.Cancel(fourth);

        month.EveryLetterIsRight(first, second, third, fourth);
    }

    /// <summary>What its people do, each step where the one before it ended.</summary>
    private sealed class Month(WritingChapter chapter, Testing.Browser browser, string language, bool scripts, Screen screen) : IAsyncDisposable
    {
        private const string Exchange = "Parler d’argent", Promise = "Appeler l’école du quartier.", Founder = "claude@example.org";

        private static readonly TimeSpan _gathering = TimeSpan.FromMinutes(20);

        private readonly List<Person> _people = [];
        private readonly List<Guid> _announced = [];
        private readonly RunningNode _node = RunningNode.InTheTest(NodeProcess.Chapter, chapter.Address);
        private Person _leader = null!;
        private Person _newcomer = null!;
        private Actor _leads = null!;
        private string _newAddress = "";
        private (Actor Who, string Address) _third;

        public async ValueTask DisposeAsync()
        {
            foreach (var person in _people)
            {
                await person.DisposeAsync();
            }
        }

        /// <summary>Nobody is written to at night.</summary>
        public void ByDay() => chapter.Clock.AdjustTime(QuietHours.After(chapter.Clock.GetUtcNow() + TimeSpan.FromHours(12), Dates.Zone).AddMinutes(30));

        public async Task<Chapter.Meetings.Meeting> Find(Guid meeting) => (await chapter.Get<MeetingQueries>().Find(meeting, _leads, A_month_of_a_chapter.Cancel))!;

        public async Task Found()
        {
            _leader = await Somebody();
            await _leader.Open("/fr", "/en");
            await _leader.Found(chapter.Get<FoundingCode>().Text, "Rivière-du-Loup", "Claude", Founder);
            await Looked(_leader);
            var founder = (await chapter.Get<AccountStore>().Find(EmailAddress.Parse(Founder)!, A_month_of_a_chapter.Cancel))!;
            // The first of the first days: who founds looks after access, and says who facilitates.
            await _leader.Open($"/fr/acces/{founder.Id}", $"/en/access/{founder.Id}");
            await Fill(_leader, "give", ("Role", ChapterRoles.Executive));
            await Press(_leader, "give");
            _leads = new(founder.Id, [ChapterRoles.Steward, ChapterRoles.Executive]);
        }

        public async Task Invite(string address)
        {
            _third = await chapter.AddMember("troisieme@exemple.org", language);
            await _leader.Open("/fr/inviter", "/en/invite");
            await Fill(_leader, "invite", ("Addresses", address), ("Words", "Viens voir."));
            await Press(_leader, "invite", "[value=preview]");
            await Looked(_leader);
            await Press(_leader, "invite", "[value=send]");
            await chapter.Pass(_gathering);
        }

        public async Task Join(string address)
        {
            _newAddress = address;
            _newcomer = await Somebody();
            var letter = Assert.Single(chapter.Mail.To(address));
            await _newcomer.Page.GotoAsync(Link(letter, $"/{language}/invitation/"));
            await Looked(_newcomer);
            await _newcomer.Land(() => _newcomer.Page.Locator("main a.primary").ClickAsync());
            await Fill(_newcomer, "join", ("Name", "Passerelle"), ("Address", address), ("Accepts", "yes"));
            await Press(_newcomer, "join");
            var code = await Arrived(address, 2);
            await Fill(_newcomer, "confirm", ("Key", Regex.Match(code.TextBody!, @"(?m)^[A-Z2-9]{4}-[A-Z2-9]{4}(?=\r?$)").Value));
            await Press(_newcomer, "confirm");
            await Expect(_newcomer.Page.Locator(".account > summary")).ToBeVisibleAsync();
            await Looked(_newcomer);
        }

        public async Task SetUpSeries()
        {
            await _leader.Open("/fr/rencontres/series/preparer", "/en/meetings/series/set-up");
            await Fill(_leader, "series", ("Title", "Rencontre du mois"), ("Place", "12, rue des Exemples"), ("VideoLink", "https://video.example.org/mois"), ("LeadDays", "60"), ("Items[0].Title", "Accueil et tour de table"), ("Items[0].Stream", "community"), ("Items[0].Minutes", "20"));
            await Press(_leader, "series");
            await Looked(_leader);
            await chapter.Pass();
        }

        public async Task Propose()
        {
            await _newcomer.Open("/fr/sujets/proposer", "/en/topics/propose");
            await Fill(_newcomer, "propose", ("Title", Exchange), ("Stream", "system"));
            await Press(_newcomer, "propose");
            await Looked(_newcomer);
        }

        public async Task<Guid> AnnounceNext(bool withTopic)
        {
            await chapter.Pass();
            var draft = (await chapter.Get<MeetingQueries>().DraftsOfSeries(_leads, chapter.Clock.GetUtcNow(), 10, A_month_of_a_chapter.Cancel))[0].Id;
            await _leader.Open($"/fr/rencontres/{draft}/planifier", $"/en/meetings/{draft}/plan");
            await Fill(_leader, "revise", ("Title", $"Rencontre {Digits.Of(_announced.Count + 1)}"));
            if (withTopic)
            {
                await _leader.Land(() => _leader.Page.Locator("#offers button").First.ClickAsync());
                Assert.Equal(Exchange, await _leader.Page.Locator("[name='Items[1].Title']").InputValueAsync());
                await Expect(_leader.Page.Locator("#balance, .balance").First).ToBeVisibleAsync();
            }

            await Press(_leader, "revise", "[value=save]:not(.unseen)");
            await Press(_leader, "announce");
            await Looked(_leader);
            await chapter.Pass();
            _announced.Add(draft);
            return draft;
        }

        public async Task AnswerOnThePage(Guid meeting)
        {
            await _leader.Open($"/fr/rencontres/{meeting}", $"/en/meetings/{meeting}");
            await Press(_leader, "answer", "[value=in-person]");
        }

        public async Task AnswerFromTheLetter(Guid meeting)
        {
            var letter = chapter.Mail.To(_newAddress).Single(l => IsAbout(l, meeting));
            var reader = await Somebody();
            await reader.Page.GotoAsync(Link(letter, language == "fr" ? "/repondre/" : "/answer/"));
            await Looked(reader);
            await Press(reader, "answer", "[value=remote]");
        }

        public async Task AnswerFromTheCalendar(Guid meeting, Mailbox box)
        {
            var letter = chapter.Mail.To(_third.Address).Single(l => IsAbout(l, meeting));
            Assert.Equal("REQUEST", Post.ValueOf(Post.CalendarOf(letter), "METHOD"));
            await box.Deliver(Post.Reply(letter, "DECLINED", chapter.Clock.GetUtcNow()));
            await chapter.Get<InboxReader>().Look(A_month_of_a_chapter.Cancel);
        }

        public async Task Hold(Guid meeting)
        {
            var starts = (await Find(meeting)).Plan.StartsAt;
            await chapter.Pass(starts - chapter.Clock.GetUtcNow() - TimeSpan.FromHours(6));
            Assert.Contains(chapter.Mail.To(_newAddress), l => l.Subject!.StartsWith(language == "fr" ? "Rappel" : "Reminder", StringComparison.Ordinal));
            Assert.DoesNotContain(chapter.Mail.To(_third.Address), l => l.Subject!.StartsWith(language == "fr" ? "Rappel" : "Reminder", StringComparison.Ordinal));
            await chapter.Pass(starts - chapter.Clock.GetUtcNow());
            _leader = await SignedIn(_leads);
            await _leader.Open($"/fr/rencontres/{meeting}/animer", $"/en/meetings/{meeting}/run");
            await Press(_leader, "begin");
            foreach (var button in new[] { 0, 1 })
            {
                var row = _leader.Page.Locator(".taps li:has(button[aria-pressed])").Nth(button);
                await Tap(row.GetByRole(AriaRole.Button).Nth(button));
            }

            await Looked(_leader);
            await Press(_leader, "go", settle: _leader.Page.Locator("#item h2").GetByText("2. "));
            var item = (await Find(meeting)).Plan.Items[1].Id;
            await Fill(_leader, $"note-{item}", ("Kind", "action"), ("Text", Promise), ("Owner", _leads.Id.ToString()));
            await Press(_leader, $"note-{item}", settle: _leader.Page.Locator("#item li").GetByText(Promise));
            Assert.Equal([AttendanceMode.InPerson, AttendanceMode.Remote], (await Find(meeting)).Attendees.Select(a => a.Mode).Order());
            await Confirm(_leader, "close");
            Assert.Equal(MeetingState.Closed, (await Find(meeting)).State);
        }

        public async Task WriteMinutes(Guid meeting)
        {
            await _leader.Open($"/fr/rencontres/{meeting}/proces-verbal/rediger", $"/en/meetings/{meeting}/minutes/write");
            await Press(_leader, "minutes");
            await Looked(_leader);
            var reader = await SignedIn(_third.Who);
            Assert.Equal(200, await reader.Open($"/fr/rencontres/{meeting}/proces-verbal", $"/en/meetings/{meeting}/minutes"));
            await Expect(reader.Page.Locator("main")).ToContainTextAsync(Promise);
        }

        public async Task FinishActionFromItsLetter()
        {
            // Without a due day one is reminded three days before people meet again.
            var next = (await Find(_announced[^1])).Plan.StartsAt;
            await chapter.Pass(next.AddDays(-2) - chapter.Clock.GetUtcNow());
            await chapter.Pass(TimeSpan.FromHours(14));
            var letter = chapter.Mail.To(Founder).Last(l => l.TextBody!.Contains(Promise, StringComparison.Ordinal));
            var reader = await Somebody();
            await reader.Page.GotoAsync(Link(letter, language == "fr" ? "/suivi-fait/" : "/action-done/"));
            await Looked(reader);
            await Press(reader, "action-done");
            Assert.Equal(0, (await Find(_announced[0])).OpenActions);
        }

        public async Task ApproveMinutesAt(Guid meeting, Guid earlier)
        {
            await chapter.Pass((await Find(meeting)).Plan.StartsAt - chapter.Clock.GetUtcNow());
            _leader = await SignedIn(_leads);
            await _leader.Open($"/fr/rencontres/{meeting}/animer", $"/en/meetings/{meeting}/run");
            await Press(_leader, "begin");
            await _leader.Open($"/fr/rencontres/{earlier}/proces-verbal", $"/en/meetings/{earlier}/minutes");
            await Press(_leader, "approve");
            await _leader.Open($"/fr/rencontres/{meeting}/animer", $"/en/meetings/{meeting}/run");
            await Confirm(_leader, "close");
            await chapter.Pass(TimeSpan.FromHours(14));
            Assert.Contains(chapter.Mail.To(_third.Address), l => l.Subject!.StartsWith(language == "fr" ? "Procès-verbal" : "Minutes", StringComparison.Ordinal));
        }

        public async Task Move(Guid meeting)
        {
            var day = (await Find(meeting)).Plan.Start.AddDays(1);
            await _leader.Open($"/fr/rencontres/{meeting}/planifier", $"/en/meetings/{meeting}/plan");
            await Fill(_leader, "revise", ("Date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            await Press(_leader, "revise", "[value=save]:not(.unseen)");
            await chapter.Pass();
            await chapter.Pass(_gathering);
        }

        public async Task Cancel(Guid meeting)
        {
            await _leader.Open($"/fr/rencontres/{meeting}", $"/en/meetings/{meeting}");
            await _leader.Page.Locator("details:has(input[name=_handler][value=cancel]) > summary").ClickAsync();
            await Fill(_leader, "cancel", ("Reason", "Une tempête de neige."));
            await Press(_leader, "cancel");
            await Looked(_leader);
            await chapter.Pass(_gathering);
        }

        /// <summary>Each member got each letter once, in their language, and calendars are what they should be.</summary>
        public void EveryLetterIsRight(Guid first, Guid second, Guid third, Guid fourth)
        {
            foreach (var address in new[] { _newAddress, _third.Address })
            {
                var letters = chapter.Mail.To(address);
                Assert.Equal(letters.Count, letters.Select(l => l.MessageId).Distinct().Count());
                // Who is invited has no language yet: that letter is in both.
                Assert.All(letters.Where(l => !l.Subject!.Contains("invitation", StringComparison.Ordinal)), l => Assert.Equal(language, l.Body!.Headers[HeaderId.ContentLanguage]));
                Assert.Equal("REQUEST CONFIRMED", Assert.Single(Calendars(letters, first)).What);
                Assert.Equal("REQUEST CONFIRMED", Assert.Single(Calendars(letters, second)).What);
                var (moved, cancelled) = (Calendars(letters, third), Calendars(letters, fourth));
                Assert.Equal(["REQUEST CONFIRMED", "REQUEST CONFIRMED"], moved.Select(c => c.What));
                Assert.True(moved[1].Sequence > moved[0].Sequence && moved[1].Uid == moved[0].Uid);
                Assert.Equal(["REQUEST CONFIRMED", "CANCEL CANCELLED"], cancelled.Select(c => c.What));
                Assert.True(cancelled[1].Sequence > cancelled[0].Sequence && cancelled[1].Uid == cancelled[0].Uid);
            }
        }

        private static List<(string What, int Sequence, string Uid)> Calendars(IReadOnlyList<MimeMessage> letters, Guid meeting) =>
            [.. letters.Where(l => IsAbout(l, meeting)).Select(Post.CalendarOf).Select(c => ($"{Post.ValueOf(c, "METHOD")} {Post.ValueOf(c, "STATUS")}", int.Parse(Post.ValueOf(c, "SEQUENCE"), CultureInfo.InvariantCulture), Post.ValueOf(c, "UID")))];

        private static bool IsAbout(MimeMessage letter, Guid meeting) =>
            letter.BodyParts.OfType<TextPart>().Any(p => p.ContentType.IsMimeType("text", "calendar")) && Post.CalendarOf(letter).Contains(meeting.ToString(), StringComparison.Ordinal);

        private static string Link(MimeMessage letter, string path) => letter.TextBody!.Split('\n').Select(l => l.Trim()).First(l => l.Contains(path, StringComparison.Ordinal));

        private static string FormOf(string name) => $"form:has(input[name=_handler][value='{name}'])";

        private static async Task Fill(Person person, string form, params (string Name, string Value)[] fields)
        {
            foreach (var (name, value) in fields)
            {
                var field = person.Page.Locator($"{FormOf(form)} [name='{name}']:not([type=hidden])");
                switch (await field.First.GetAttributeAsync("type"))
                {
                    case "radio" or "checkbox":
                        await person.Page.Locator($"{FormOf(form)} [name='{name}'][value='{value}']").CheckAsync();
                        break;
                    default:
                        if (await field.EvaluateAsync<string>("f => f.tagName") == "SELECT")
                        {
                            await field.SelectOptionAsync(value);
                        }
                        else
                        {
                            await field.FillAsync(value);
                        }

                        break;
                }
            }
        }

        private static async Task Press(Person person, string form, string which = "", ILocator? settle = null)
        {
            var button = person.Page.Locator($"{FormOf(form)} button[type=submit]{which}").Last;
            if (settle is null)
            {
                Assert.Equal(200, await person.Land(() => button.ClickAsync()));
                return;
            }

            await button.ClickAsync();
            await Expect(settle).ToBeVisibleAsync();
        }

        private static async Task Confirm(Person person, string form)
        {
            await person.Page.Locator($"details:has(input[name=_handler][value='{form}']) > summary").ClickAsync();
            await Press(person, form);
        }

        private static async Task Tap(ILocator button)
        {
            await button.ClickAsync();
            await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        }

        private async Task<Person> Somebody()
        {
            var person = await Person.At(_node, browser, language, A_month_of_a_chapter.Cancel, scripts, screen);
            _people.Add(person);
            return person;
        }

        private async Task<Person> SignedIn(Actor who)
        {
            var person = await Somebody();
            await person.SignIn((await chapter.Get<SignInLinks>().Create(who.Id, A_month_of_a_chapter.Cancel))!.ToString());
            return person;
        }

        // Barriers are looked for by a script, so only where scripts run.
        private async Task Looked(Person person)
        {
            if (scripts)
            {
                Assert.Empty(await person.Visitor.Barriers());
            }
        }

        // A letter that lets somebody in is written by a loop of its own, at the pace of a clock that stands still.
        private async Task<MimeMessage> Arrived(string address, int letters)
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (chapter.Mail.To(address).Count < letters)
            {
                chapter.Clock.Advance(TimeSpan.FromMilliseconds(100));
                await tick.WaitForNextTickAsync(A_month_of_a_chapter.Cancel);
            }

            return chapter.Mail.To(address)[^1];
        }
    }
}
