using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class The_pages_of_meetings(ChapterPages chapter) : IClassFixture<ChapterPages>
{
    private static readonly string _tomorrow = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static readonly (string, string)[] _plan =
    [
        ("Title", "Rencontre de mai"), ("Date", _tomorrow), ("Time", "18:30"), ("Mode", "hybrid"), ("Place", "Salle 2"), ("VideoLink", "https://video.example.org/secret"),
        ("OpenToGuests", "yes"), ("LinkFor", "members"), ("Language", "fr"),
        ("Items[0].Title", "La table libre"), ("Items[0].Stream", "practice"), ("Items[0].Kind", "showcase"), ("Items[0].Minutes", "75"),
        ("Items[1].Title", "Embaucher des pairs"), ("Items[1].Stream", "system"), ("Items[1].Kind", "discussion"), ("Items[1].Minutes", "30"),
        ("Items[2].Title", "Accueil"), ("Items[2].Stream", "community"), ("Items[2].Kind", "business"), ("Items[2].Minutes", "15"),
    ];

    [Theory]
    [InlineData("/fr/rencontres", "Vos rencontres paraîtront ici", "/fr/rencontres/planifier")]
    [InlineData("/en/meetings", "Your meetings will be here", "/en/meetings/plan")]
    public async Task teach_when_there_is_nothing_yet(string path, string title, string plan)
    {
        await using var empty = new ChapterPages();
        await empty.InitializeAsync();

        var page = await ChapterPages.Open(empty.Visitor(MeetingSamples.Facilitator), path);

        Assert.Equal(title, page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal(plan, page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Null((await ChapterPages.Open(empty.Visitor(MeetingSamples.Member), path)).QuerySelector(".empty a"));
    }

    [Theory]
    [InlineData("/fr/rencontres", null)]
    [InlineData("/en/meetings/plan", null)]
    [InlineData("/fr/rencontres/planifier", "")]
    [InlineData("/en/meetings/balance", "facilitator")]
    public async Task are_for_those_whom_they_concern(string path, string? role)
    {
        using var response = await chapter.Visitor(role is null ? null : Samples.Someone(60, role)).GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "Pour retrouver l’équilibre")]
    [InlineData("/en/meetings/plan", "To restore the balance")]
    public async Task show_the_balance_of_what_is_typed_and_lose_nothing(string path, string advice)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var opened = await ChapterPages.Open(facilitator, path);

        using var moved = await ChapterPages.Send(facilitator, path, opened, "plan", [.. _plan, ("Do", "up-2")]);
        var page = await ChapterPages.Read(moved);

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(["La table libre", "Accueil", "Embaucher des pairs"], Enumerable.Range(0, 3).Select(i => Value(page, $"Items[{i}].Title")));
        Assert.Equal("Rencontre de mai", Value(page, "Title"));
        Assert.Contains(advice, page.QuerySelector(".advice")!.TextContent, StringComparison.Ordinal);
        using var added = await ChapterPages.Send(facilitator, path, page, "plan", ("Do", "add-item"));
        Assert.Equal("", Value(await ChapterPages.Read(added), "Items[3].Title"));
    }

    [Theory]
    [InlineData("add-item", "plan-Items[3].Title")]
    [InlineData("add-reading", "plan-Readings[0].Title")]
    [InlineData("up-2", "plan-Items[1].Title")]
    [InlineData("down-0", "plan-Items[1].Title")]
    [InlineData("remove-2", "plan-Items[1].Title")]
    public async Task put_the_focus_in_the_row_that_a_button_made_or_moved(string pressed, string focused)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var opened = await ChapterPages.Open(facilitator, "/fr/rencontres/planifier");
        Assert.Null(opened.QuerySelector("[autofocus]"));

        using var answer = await ChapterPages.Send(facilitator, "/fr/rencontres/planifier", opened, "plan", [.. _plan, ("Do", pressed)]);
        var page = await ChapterPages.Read(answer);

        Assert.Equal(focused, Assert.Single(page.QuerySelectorAll("[autofocus]")).Id);
        // A browser that comes back to a place of the page puts the focus nowhere.
        var button = page.QuerySelector($"button[value={pressed}]") ?? page.QuerySelector("button[value=add-item]")!;
        Assert.False(button.HasAttribute("formaction"));
        Assert.Equal("/fr/rencontres/planifier", ((IHtmlFormElement)button.Closest("form")!).GetAttribute("action"));
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "Point 3\u00a0: Choisissez ce que l’on fera.")]
    [InlineData("/en/meetings/plan", "Item 3: ")]
    public async Task name_in_what_to_fix_the_item_it_is_about_and_lead_there(string path, string says)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var opened = await ChapterPages.Open(facilitator, path);

        using var refused = await ChapterPages.Send(facilitator, path, opened, "plan", [.. _plan.Where(f => f.Item1 != "Items[2].Kind"), ("Items[2].Kind", ""), ("Do", "save")]);
        var page = await ChapterPages.Read(refused);

        var link = Assert.Single(page.QuerySelectorAll(".problems a"));
        Assert.StartsWith(says, link.TextContent, StringComparison.Ordinal);
        Assert.Equal("Items[2].Kind", page.GetElementById(link.GetAttribute("href")![1..])!.GetAttribute("name"));
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "Dites de quoi parle ce point.")]
    [InlineData("/en/meetings/plan", "Say what this item is about.")]
    public async Task keep_what_was_typed_when_they_refuse(string path, string says)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);

        using var response = await ChapterPages.Send(facilitator, path, await ChapterPages.Open(facilitator, path), "plan", ("Title", "Rencontre"), ("Do", "save"), ("Items[1].Minutes", "vingt"));
        var page = await ChapterPages.Read(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(says, page.QuerySelector("[id='plan-Items[1].Title-problem']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#plan-Date-problem"));
        Assert.Equal("vingt", Value(page, "Items[1].Minutes"));
        Assert.Equal("Rencontre", Value(page, "Title"));
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "fr", "", "Rencontre du {0} · Espace commun")]
    [InlineData("/fr/rencontres/planifier", "fr", "/planifier", "Revoir le plan, {0} · Espace commun")]
    [InlineData("/en/meetings/plan", "en", "", "Meeting of {0} · Shared space")]
    public async Task name_the_meeting_in_their_tabs_by_its_day_and_not_by_what_it_is_about(string plan, string language, string below, string title)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var path = await Sent(facilitator, plan, "plan", _plan);

        var day = Dates.Day(DateOnly.Parse(_tomorrow, CultureInfo.InvariantCulture), Language.Of(language));
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, title, day), (await ChapterPages.Open(facilitator, path + below)).Title);
    }

    [Theory]
    [InlineData("/fr", "/fr/rencontres", "/planifier", "Je viens à distance", "La commencer dès maintenant?", "n’est pas encore adopté")]
    [InlineData("/en", "/en/meetings", "/plan", "I am joining remotely", "Begin it already?", "not yet approved")]
    public async Task take_a_meeting_from_its_plan_to_its_minutes(string home, string list, string plan, string answer, string early, string unapproved)
    {
        await using var fresh = new ChapterPages();
        await fresh.InitializeAsync();
        var facilitator = fresh.Visitor(MeetingSamples.Facilitator);
        var member = fresh.Visitor(MeetingSamples.Member);
        var path = await Sent(facilitator, list + plan, "plan", _plan);
        using (var notYet = await member.GetAsync(path, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.NotFound, notYet.StatusCode);
        }

        await Sent(facilitator, path, "announce");
        var visitor = await ChapterPages.Open(fresh.Visitor(null), home);
        Assert.Contains("Rencontre de mai", visitor.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("video.example.org", visitor.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Rencontre de mai", (await ChapterPages.Open(member, home)).QuerySelector(".card h2")!.TextContent, StringComparison.Ordinal);

        await Sent(member, home, "answer", ("Answer", "remote"));
        var answered = await ChapterPages.Open(member, path);
        Assert.Equal(answer, answered.QuerySelector("button[name=Answer][aria-pressed=true]")!.TextContent);
        Assert.Null(answered.QuerySelector("details summary"));

        Assert.Contains(early, (await ChapterPages.Open(facilitator, path)).QuerySelector(".confirm")!.TextContent, StringComparison.Ordinal);
        var run = await Sent(facilitator, path, "begin");
        await Sent(member, path, "here", ("Here", "remote"));
        await Sent(facilitator, run, "attendance", ("Tap", "in-person 2 0"));
        var opened = await ChapterPages.Open(facilitator, run);
        var note = opened.QuerySelectorAll("form").Select(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value")).First(n => n?.StartsWith("note-", StringComparison.Ordinal) == true)!;
        using (var refused = await ChapterPages.Send(facilitator, run, opened, note, ("Text", "Rappeler l’école"), ("Kind", "action")))
        {
            var page = await ChapterPages.Read(refused);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal("Rappeler l’école", ((IHtmlTextAreaElement)page.QuerySelector($"#{note}-Text")!).Value);
            Assert.NotNull(page.QuerySelector($"#{note}-Owner-problem"));
        }

        var stranger = Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString();
        using (var nobodys = await ChapterPages.Send(facilitator, run, opened, note, ("Text", "Rappeler l’école"), ("Kind", "action"), ("Owner", stranger)))
        using (var nobody = await ChapterPages.Send(facilitator, run, opened, "attendance", ("Tap", $"{stranger} in-person absent")))
        {
            Assert.NotNull((await ChapterPages.Read(nobodys)).QuerySelector($"#{note}-Owner-problem"));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (nobodys.StatusCode, nobody.StatusCode));
        }

        await Sent(facilitator, run, note, ("Text", "Rappeler l’école"), ("Kind", "action"), ("Owner", MeetingSamples.Facilitator.Id.ToString()), ("Due", "2030-01-15"));
        Assert.Contains("Rappeler l’école", (await ChapterPages.Open(facilitator, home)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Sent(facilitator, run, "close");
        var minutes = path + (home == "/fr" ? "/proces-verbal" : "/minutes");
        await Sent(fresh.Visitor(MeetingSamples.Secretary), minutes + (home == "/fr" ? "/rediger" : "/write"), "minutes");
        Assert.Contains("Rappeler l’école", (await ChapterPages.Open(facilitator, minutes)).QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(unapproved, (await ChapterPages.Open(member, minutes)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await ChapterPages.Open(member, list)).QuerySelector(".picture"));
    }

    [Fact]
    public async Task say_in_words_of_a_promise_that_it_is_soon_due_or_overdue()
    {
        var clock = new LaterClock();
        await using var fresh = new ChapterPages(clock);
        await fresh.InitializeAsync();
        var facilitator = fresh.Visitor(MeetingSamples.Facilitator);
        var path = await Sent(facilitator, "/fr/rencontres/planifier", "plan", _plan);
        await Sent(facilitator, path, "announce");
        var run = await Sent(facilitator, path, "begin");
        var note = (await ChapterPages.Open(facilitator, run)).QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value")!).First(n => n.StartsWith("note-", StringComparison.Ordinal));
        var due = Dates.DayOf(clock.GetUtcNow()).AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Sent(facilitator, run, note, ("Text", "Rappeler l’école"), ("Kind", "action"), ("Owner", MeetingSamples.Facilitator.Id.ToString()), ("Due", due));

        // "You" is nobody on a sheet of paper.
        var owner = (await ChapterPages.Open(facilitator, path)).QuerySelectorAll(".print-only").Select(part => part.TextContent).ToList();
        Assert.DoesNotContain("Vous", owner);
        Assert.Contains(owner, text => text.StartsWith("Imprimé le ", StringComparison.Ordinal));
        Assert.Null(await Mark(0));
        Assert.Equal("…Bientôt", await Mark(15));
        Assert.Equal("…Aujourd’hui", await Mark(20));
        Assert.Equal("!En retard", await Mark(21));

        async Task<string?> Mark(int days)
        {
            clock.Ahead = TimeSpan.FromDays(days);
            var promise = (await ChapterPages.Open(facilitator, "/fr")).QuerySelectorAll(".rows > li").Single(row => row.TextContent.Contains("Rappeler l’école", StringComparison.Ordinal));
            return promise.QuerySelector(".status")?.TextContent;
        }
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "/planifier")]
    [InlineData("/en/meetings/plan", "/plan")]
    public async Task answer_409_to_a_stale_plan_with_both(string first, string below)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var path = await Sent(facilitator, first, "plan", _plan) + below;
        var opened = await ChapterPages.Open(facilitator, path);
        await Sent(chapter.Visitor(Samples.Executive), path, "revise", ("Title", "Leur titre"));

        using var response = await ChapterPages.Send(facilitator, path, opened, "revise", ("Title", "Mon titre"), ("Do", "save"));
        var page = await ChapterPages.Read(response);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("Mon titre", Value(page, "Title"));
        Assert.Contains("Leur titre", page.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        using var again = await ChapterPages.Send(facilitator, path, page, "revise", ("Do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "Cette rencontre est annulée")]
    [InlineData("/en/meetings/plan", "This meeting is cancelled")]
    public async Task cancel_a_meeting_with_a_reason_that_stays_on_the_first_page(string plan, string says)
    {
        await using var fresh = new ChapterPages();
        await fresh.InitializeAsync();
        var facilitator = fresh.Visitor(MeetingSamples.Facilitator);
        var path = await Sent(facilitator, plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        using (var refused = await ChapterPages.Send(facilitator, path, await ChapterPages.Open(facilitator, path), "cancel", ("Reason", "")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        await Sent(facilitator, path, "cancel", ("Reason", "La salle est inondée."));

        Assert.DoesNotContain("inondée", (await ChapterPages.Open(fresh.Visitor(null), plan[..3])).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { path, plan[..3] })
        {
            var page = await ChapterPages.Open(fresh.Visitor(MeetingSamples.Member), address);
            Assert.Contains(says, page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("La salle est inondée.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "/animer")]
    [InlineData("/en/meetings/plan", "/run")]
    public async Task keep_what_members_say_while_a_facilitator_writes_on_an_older_page(string plan, string below)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var member = chapter.Visitor(MeetingSamples.Member);
        var path = await Sent(facilitator, plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        await Sent(facilitator, path, "begin");
        var older = await ChapterPages.Open(facilitator, path + below);
        await Sent(member, path, "here", ("Here", "in-person"));

        using var guests = await ChapterPages.Send(facilitator, path + below, older, "attendance", Tap(older, "five-InPerson"));
        Assert.Equal(HttpStatusCode.SeeOther, guests.StatusCode);
        Assert.Equal(6, (await Found(path)).Attendance(AttendanceMode.InPerson));

        // Two who count the same guests: the second one sees the other's number, and taps again.
        using var counted = await ChapterPages.Send(facilitator, path + below, older, "attendance", Tap(older, "more-InPerson"));
        var conflict = await ChapterPages.Read(counted);
        Assert.Equal(HttpStatusCode.Conflict, counted.StatusCode);
        Assert.Equal("5", conflict.GetElementById("attendance-GuestsInPerson")!.TextContent);
        using var decided = await ChapterPages.Send(facilitator, path + below, conflict, "attendance", Tap(conflict, "more-InPerson"));
        Assert.Equal((HttpStatusCode.SeeOther, 6), (decided.StatusCode, (await Found(path)).Guests.InPerson));

        await Sent(member, path, "here", ("Here", "absent"));
        Assert.Empty((await Found(path)).Attendees);
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "/animer")]
    [InlineData("/en/meetings/plan", "/run")]
    public async Task write_down_everybody_but_the_one_whom_somebody_else_wrote_down_meanwhile(string plan, string below)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var accounts = new AccountStore(chapter.Get<Database>(), TimeProvider.System);
        List<Actor> members = [];
        foreach (var name in new[] { "Aube", "Brume" })
        {
            var address = EmailAddress.Parse($"{name}{plan.Length}@example.org")!;
            members.Add(new((await accounts.Add(name, address, "fr", [], null, TestContext.Current.CancellationToken)).Value!.Id, []));
        }

        var path = await Sent(facilitator, plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        foreach (var member in members)
        {
            await Sent(chapter.Visitor(member), path, "answer", ("Answer", "in-person"));
        }

        await Sent(facilitator, path, "begin");
        var older = await ChapterPages.Open(facilitator, path + below);
        await Sent(chapter.Visitor(members[0]), path, "here", ("Here", "remote"));

        using var late = await ChapterPages.Send(facilitator, path + below, older, "attendance", Tap(older, $"attendance-Present[{members[0].Id}]"));
        using var saved = await ChapterPages.Send(facilitator, path + below, older, "attendance", Tap(older, $"attendance-Present[{members[1].Id}]"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (late.StatusCode, saved.StatusCode));
        Assert.EndsWith($"#member-{members[1].Id}", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal($"#attendance-Present[{members[0].Id}]", (await ChapterPages.Read(late)).QuerySelector(".problems a")!.GetAttribute("href"));
        var now = await Found(path);
        Assert.Equal((AttendanceMode.Remote, AttendanceMode.InPerson), (now.PresenceOf(members[0].Id), now.PresenceOf(members[1].Id)));
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "/animer", "elle n’a pas commencé")]
    [InlineData("/en/meetings/plan", "/run", "it has not begun")]
    public async Task take_back_a_beginning_by_mistake_while_nothing_is_written_down(string plan, string below, string says)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var path = await Sent(facilitator, plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        await Sent(facilitator, path, "begin");

        var page = await ChapterPages.Open(facilitator, path + below);
        using var undone = await ChapterPages.Send(facilitator, path + below, page, "undo-beginning");
        var after = await ChapterPages.Open(facilitator, undone.Headers.Location!.ToString());

        Assert.Contains(says, after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(MeetingState.Announced, (await Found(path)).State);
        await Sent(facilitator, path, "begin");
        await Sent(chapter.Visitor(MeetingSamples.Member), path, "here", ("Here", "in-person"));
        Assert.DoesNotContain("undo-beginning", (await ChapterPages.Open(facilitator, path + below)).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "/animer", "Passer au point 2", "La rencontre en est au point 2.", "Nous en sommes à ce point")]
    [InlineData("/en/meetings/plan", "/run", "Go on to item 2", "The meeting is at item 2.", "We are at this item")]
    public async Task show_one_item_at_a_time_and_where_the_meeting_is(string plan, string below, string on, string at, string here)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var secretary = chapter.Visitor(MeetingSamples.Secretary);
        var path = await Sent(facilitator, plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        await Sent(facilitator, path, "begin");
        var items = (await Found(path)).Plan.Items;
        var first = await ChapterPages.Open(facilitator, path + below);
        Assert.Equal("1. La table libre", first.QuerySelector("#item h2")!.TextContent);
        Assert.Equal(on, first.QuerySelector("button[name=To]")!.TextContent);
        var older = await ChapterPages.Open(secretary, path + below);
        Assert.Null(older.QuerySelector("button[name=To], button[name=Tap]"));

        await Sent(facilitator, path + below, "go", ("To", items[1].Id.ToString()));

        Assert.Equal("2. Embaucher des pairs", (await ChapterPages.Open(secretary, path + below)).QuerySelector("#item h2")!.TextContent);
        var earlier = await ChapterPages.Open(facilitator, $"{path}{below}?item={items[0].Id}");
        Assert.Equal("1. La table libre", earlier.QuerySelector("#item h2")!.TextContent);
        Assert.Contains(at, earlier.QuerySelector("#bar")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(here, earlier.QuerySelector("button[name=To]")!.TextContent);
        // What was begun before the meeting went on belongs to the item under which it stood.
        using var noted = await ChapterPages.Send(secretary, path + below, older, $"note-{items[0].Id}", ("Kind", "information"), ("Text", "Un mot."));
        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
        // Whoever had chosen no item goes on where the meeting is.
        Assert.DoesNotContain("item=", noted.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(items[0].Id, (await Found(path)).Outcomes.Single().Item);
        Assert.Equal("step", (await ChapterPages.Open(chapter.Visitor(MeetingSamples.Member), path)).QuerySelectorAll(".agenda > li")[1].GetAttribute("aria-current"));
        using var unclear = await ChapterPages.Send(facilitator, path + below, earlier, "go", ("To", "demain"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "/animer", "en retard, à")]
    [InlineData("/en/meetings/plan", "/run", "late, at")]
    public async Task tell_those_who_run_a_meeting_and_nobody_else_who_is_late(string plan, string below, string says)
    {
        var clock = new LaterClock();
        await using var fresh = new ChapterPages(clock);
        await fresh.InitializeAsync();
        var facilitator = fresh.Visitor(MeetingSamples.Facilitator);
        var member = fresh.Visitor(MeetingSamples.Member);
        var path = await Sent(facilitator, plan, "plan", [.. _plan.Where(p => p.Item1 != "VideoLink"), ("VideoLink", "https://video.example.org/secret")]);
        await Sent(facilitator, path, "announce");
        var far = await ChapterPages.Open(member, path);
        Assert.Null(far.QuerySelector("button[name=Trouble], a.join"));
        clock.Ahead = (await fresh.Get<MeetingQueries>().Find(Guid.Parse(path.Split('/')[^1]), MeetingSamples.Facilitator, TestContext.Current.CancellationToken))!.Plan.StartsAt
            - TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(10);

        Assert.Equal("https://video.example.org/secret", (await ChapterPages.Open(member, path)).QuerySelector("a.join.primary")!.GetAttribute("href"));
        await Sent(member, path, "trouble", ("Trouble", "late"));

        Assert.Equal("true", (await ChapterPages.Open(member, path)).QuerySelector("button[value=gone]")!.GetAttribute("aria-pressed"));
        Assert.Contains(says, (await ChapterPages.Open(facilitator, path)).QuerySelector(".troubles")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(says, (await ChapterPages.Open(facilitator, path + below)).QuerySelector(".troubles")!.TextContent, StringComparison.Ordinal);
        foreach (var another in new[] { MeetingSamples.Owner, MeetingSamples.Secretary, MeetingSamples.Member })
        {
            Assert.Null((await ChapterPages.Open(fresh.Visitor(another), path)).QuerySelector(".troubles"));
        }

        await Sent(facilitator, path, "begin");
        Assert.Contains(says, (await ChapterPages.Open(facilitator, path + below)).QuerySelector("#troubles")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await ChapterPages.Open(fresh.Visitor(MeetingSamples.Secretary), path + below)).QuerySelector(".troubles"));
        await Sent(member, path, "here", ("Here", "remote"));
        Assert.Null((await ChapterPages.Open(facilitator, path + below)).QuerySelector(".troubles"));
        Assert.Null((await ChapterPages.Open(member, path)).QuerySelector("button[name=Trouble]"));
        var owner = fresh.Visitor(MeetingSamples.Owner);
        using var unclear = await ChapterPages.Send(owner, path, await ChapterPages.Open(owner, path), "trouble", ("Trouble", "perdu"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "/animer", "Seulement si la personne le veut.")]
    [InlineData("/en/meetings/plan", "/run", "Only if the person wants it.")]
    public async Task name_guests_to_those_who_run_meetings_and_forget_them_on_a_word(string plan, string below, string says)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var path = await Sent(facilitator, plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        await Sent(facilitator, path, "begin");
        var opened = await ChapterPages.Open(facilitator, path + below);
        Assert.Contains(says, opened.QuerySelector("#guest-names")!.TextContent, StringComparison.Ordinal);
        using var refused = await ChapterPages.Send(facilitator, path + below, opened, "guest", ("GuestName", ""), ("GuestMode", "remote"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        await Sent(facilitator, path + below, "guest", ("GuestName", "Sacha"), ("GuestMode", "remote"));
        using var again = await ChapterPages.Send(facilitator, path + below, opened, "guest", ("GuestName", "Noa"), ("GuestMode", "in-person"));

        Assert.Equal(new GuestCount(1, 1), (await Found(path)).Guests);
        await Sent(facilitator, path + below, "close");
        Assert.Contains("Sacha", (await ChapterPages.Open(facilitator, path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var another in new[] { MeetingSamples.Secretary, MeetingSamples.Member })
        {
            Assert.DoesNotContain("Sacha", (await ChapterPages.Open(chapter.Visitor(another), path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        await Sent(facilitator, path, $"forget-guest-{(await Found(path)).GuestNames[0].Id}");
        Assert.Equal(["Noa"], (await Found(path)).GuestNames.Select(g => g.Name));
        Assert.Equal(new GuestCount(1, 1), (await Found(path)).Guests);
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier")]
    [InlineData("/en/meetings/plan")]
    public async Task take_the_items_of_the_last_meeting_over(string plan)
    {
        await using var fresh = new ChapterPages();
        await fresh.InitializeAsync();
        var facilitator = fresh.Visitor(MeetingSamples.Facilitator);
        Assert.Null((await ChapterPages.Open(facilitator, plan)).QuerySelector("button[value=as-last-time]"));
        await Sent(facilitator, plan, "plan", [.. _plan, ("Items[0].Presenter", "Camille")]);
        var opened = await ChapterPages.Open(facilitator, plan);

        using var taken = await ChapterPages.Send(facilitator, plan, opened, "plan", ("Title", "La suivante"), ("Do", opened.QuerySelector("button[value=as-last-time]")!.GetAttribute("value")!));
        var page = await ChapterPages.Read(taken);

        Assert.Equal("La suivante", Value(page, "Title"));
        Assert.Equal(["La table libre", "Embaucher des pairs", "Accueil"], Enumerable.Range(0, 3).Select(i => Value(page, $"Items[{i}].Title")));
        Assert.Equal("", Value(page, "Items[0].Presenter"));
        Assert.Null(page.QuerySelector("[name='Items[3].Title'], button[value=as-last-time]"));
        Assert.Equal(["practice", "system", "community"], page.QuerySelectorAll(".agenda-row").Select(row => row.ClassList[^1]));
    }

    [Theory]
    [InlineData("remove-0", "#agenda")]
    [InlineData("remove-reading-0", "#readings")]
    public async Task come_back_to_the_list_whose_last_row_was_taken_out(string button, string place)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var page = await ChapterPages.Open(facilitator, "/fr/rencontres/planifier");
        foreach (var act in (string[])["add-reading", "remove-2", "remove-1"])
        {
            using var answer = await ChapterPages.Send(facilitator, "/fr/rencontres/planifier", page, "plan", act == "add-reading" ? [.. _plan, ("Do", act)] : [("Do", act)]);
            page = await ChapterPages.Read(answer);
        }

        Assert.Equal(place, page.QuerySelector($"button[value={button}]")!.GetAttribute("formaction"));
    }

    [Theory]
    [InlineData("/fr", "/fr/rencontres/planifier", "/planifier", "à confirmer")]
    [InlineData("/en", "/en/meetings/plan", "/plan", "to be confirmed")]
    public async Task ask_everybody_again_when_a_meeting_is_moved(string home, string plan, string below, string says)
    {
        await using var fresh = new ChapterPages();
        await fresh.InitializeAsync();
        var facilitator = fresh.Visitor(MeetingSamples.Facilitator);
        var member = fresh.Visitor(MeetingSamples.Member);
        var path = await Sent(facilitator, plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        var older = await ChapterPages.Open(member, home);
        await Sent(member, path, "answer", ("Answer", "remote"));

        await Sent(facilitator, path + below, "revise", ("Time", "19:00"), ("Do", "save"));

        foreach (var address in new[] { home, path })
        {
            var page = await ChapterPages.Open(member, address);
            Assert.Contains(says, page.QuerySelector("form:has([name=Answer])")!.TextContent, StringComparison.Ordinal);
            Assert.Single(page.QuerySelectorAll(".facts del"));
            Assert.Null(page.QuerySelector("button[name=Answer][aria-pressed=true]"));
        }

        Assert.Single((await ChapterPages.Open(fresh.Visitor(null), home)).QuerySelectorAll(".facts del"));
        await Sent(facilitator, path + below, "revise", ("Time", "20:00"), ("Do", "save"));
        var struck = (await ChapterPages.Open(member, path)).QuerySelectorAll(".facts del");
        Assert.Contains($": {struck[0].TextContent}, {struck[1].TextContent}", struck[0].ParentElement!.TextContent, StringComparison.Ordinal);
        using var unseen = await ChapterPages.Send(member, home, older, "answer", ("Answer", "remote"));
        Assert.Equal(HttpStatusCode.Conflict, unseen.StatusCode);
        await Sent(member, home, "answer", ("Answer", "remote"));
        Assert.DoesNotContain(says, (await ChapterPages.Open(member, path)).QuerySelector("form:has([name=Answer])")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr", "/fr/rencontres", "/planifier", "Ont-elles eu lieu?", "(heure de Montréal)")]
    [InlineData("/en", "/en/meetings", "/plan", "Did they take place?", "(Montréal time)")]
    public async Task ask_those_who_run_meetings_whether_a_past_one_took_place(string home, string list, string plan, string asked, string zone)
    {
        var clock = new LaterClock();
        await using var fresh = new ChapterPages(clock);
        await fresh.InitializeAsync();
        var facilitator = fresh.Visitor(MeetingSamples.Facilitator);
        var member = fresh.Visitor(MeetingSamples.Member);
        var path = await Sent(facilitator, list + plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        var another = await Sent(facilitator, list + plan, "plan", _plan);
        await Sent(facilitator, another, "announce");
        foreach (var address in new[] { home, list, path })
        {
            Assert.Contains(zone, (await ChapterPages.Open(member, address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        var older = await ChapterPages.Open(member, path);
        var olderHome = await ChapterPages.Open(member, home);
        clock.Ahead = TimeSpan.FromDays(4);

        using var late = await ChapterPages.Send(member, path, older, "answer", ("Answer", "remote"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.NotNull((await ChapterPages.Read(late)).QuerySelector(".problems"));
        using var lateAtHome = await ChapterPages.Send(member, home, olderHome, "answer", ("Answer", "remote"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lateAtHome.StatusCode);
        Assert.Contains(asked, (await ChapterPages.Open(facilitator, home)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(asked, (await ChapterPages.Open(facilitator, list)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, (await ChapterPages.Open(member, home)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await ChapterPages.Open(member, path)).QuerySelector("button[name=Answer]"));

        await Sent(facilitator, path, "record");
        await Sent(member, path, "here", ("Here", "in-person"));
        await Sent(facilitator, path + (home == "/fr" ? "/animer" : "/run"), "close");
        await Sent(facilitator, another, "cancel", ("Reason", "Personne n’est venu."));
        Assert.Contains("Personne n’est venu.", (await ChapterPages.Open(member, another)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, (await ChapterPages.Open(facilitator, list)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "/planifier", "terminée")]
    [InlineData("/en/meetings/plan", "/plan", "over")]
    public async Task let_the_link_change_and_items_be_added_until_the_end_and_then_say_why_not(string plan, string below, string says)
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var path = await Sent(facilitator, plan, "plan", _plan);
        await Sent(facilitator, path, "announce");
        await Sent(facilitator, path, "begin");

        using var added = await ChapterPages.Send(facilitator, path + below, await ChapterPages.Open(facilitator, path + below), "revise", ("Do", "add-item"));
        var form = await ChapterPages.Read(added);
        using var saved = await ChapterPages.Send(
            facilitator, path + below, form, "revise", ("VideoLink", "https://video.example.org/autre"), ("Do", "save"),
            ("Items[3].Title", "Une nouvelle"), ("Items[3].Stream", "community"), ("Items[3].Kind", "business"), ("Items[3].Minutes", "5"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(("https://video.example.org/autre", 4), ((await Found(path)).Plan.VideoLink, (await Found(path)).Plan.Items.Count));
        await Sent(facilitator, path + (plan.StartsWith("/fr", StringComparison.Ordinal) ? "/animer" : "/run"), "close");
        Assert.Contains(says, (await ChapterPages.Open(facilitator, path + below)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task say_why_a_draft_cannot_be_announced_yet()
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var path = await Sent(facilitator, "/fr/rencontres/planifier", "plan", [.. _plan.Where(p => p.Item1 is not ("Place" or "VideoLink")), ("Place", ""), ("VideoLink", "")]); // the form offers those of the last meeting

        using var response = await ChapterPages.Send(facilitator, path, await ChapterPages.Open(facilitator, path), "announce");
        var said = (await ChapterPages.Read(response)).QuerySelector(".problems")!.TextContent;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Dites où l’on se rencontre.", said, StringComparison.Ordinal);
        Assert.Contains("un lien ou un numéro de téléphone", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task do_not_offer_to_announce_a_draft_whose_beginning_is_past()
    {
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var path = await Sent(facilitator, "/fr/rencontres/planifier", "plan", [.. _plan.Where(p => p.Item1 != "Date"), ("Date", yesterday)]);

        var forms = (await ChapterPages.Open(facilitator, path)).QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value"));

        Assert.Contains("record", forms);
        Assert.DoesNotContain("announce", forms);
    }

    [Fact]
    public async Task let_the_executive_set_the_target_and_keep_numbers_that_cannot_be()
    {
        await using var fresh = new ChapterPages();
        await fresh.InitializeAsync();
        var executive = fresh.Visitor(Samples.Executive);
        const string Path = "/fr/rencontres/equilibre";
        using (var refused = await ChapterPages.Send(executive, Path, await ChapterPages.Open(executive, Path), "balance", ("Bands[0].From", "deux"), ("Bands[1].To", "101")))
        {
            var page = await ChapterPages.Read(refused);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal("deux", Value(page, "Bands[0].From"));
        }

        var stale = await ChapterPages.Open(executive, Path);
        await Sent(executive, Path, "balance", ("Bands[0].From", "30"));
        Assert.Equal("30", Value(await ChapterPages.Open(executive, Path), "Bands[0].From"));
        using var conflict = await ChapterPages.Send(executive, Path, stale, "balance", ("Bands[0].From", "35"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("de 30 à", (await ChapterPages.Read(conflict)).QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task turn_the_pages_of_a_year()
    {
        await using var fresh = new ChapterPages();
        await fresh.InitializeAsync();
        var plan = MeetingSamples.Plan with { Start = Dates.Local(TimeProvider.System.GetUtcNow().AddDays(1)).Date };
        foreach (var n in Enumerable.Range(1, 21))
        {
            var meeting = fresh.Grains.Meeting(Guid.Parse($"01890a5d-ac96-774b-bcce-{n:D12}"));
            await meeting.Do(new PlanMeeting(MeetingSamples.Facilitator, plan));
            await meeting.Do(new AnnounceMeeting(MeetingSamples.Facilitator, 1));
            await meeting.Do(new BeginMeeting(MeetingSamples.Facilitator));
            Assert.True((await meeting.Do(new CloseMeeting(MeetingSamples.Facilitator))).Succeeded);
        }

        var member = fresh.Visitor(MeetingSamples.Member);
        var next = (await ChapterPages.Open(member, "/en/meetings")).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var last = await ChapterPages.Open(member, next);

        Assert.Equal("/en/meetings?page=2", next);
        Assert.Single(last.QuerySelectorAll(".rows li"));
        Assert.Equal("/en/meetings", last.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/fr/rencontres/01890a5d-ac96-774b-bcce-999999999999")]
    [InlineData("/en/meetings/01890a5d-ac96-774b-bcce-999999999999/run")]
    [InlineData("/fr/rencontres/01890a5d-ac96-774b-bcce-999999999999/proces-verbal")]
    public async Task answer_404_to_what_is_not_there(string path)
    {
        using var response = await chapter.Visitor(MeetingSamples.Facilitator).GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<Meeting> Found(string path) =>
        (await chapter.Get<MeetingQueries>().Find(Guid.Parse(path.Split('/')[^1]), MeetingSamples.Facilitator, TestContext.Current.CancellationToken))!;

    /// <summary>What a button of the attendance posts.</summary>
    private static (string, string) Tap(IHtmlDocument page, string id) => ("Tap", page.GetElementById(id)!.GetAttribute("value")!);

    private static string? Value(IHtmlDocument page, string name) => ((IHtmlInputElement)page.QuerySelector($"input[name='{name}']")!).Value;

    /// <summary>Sends a form that is done; where it led, without what it said.</summary>
    private static async Task<string> Sent(HttpClient visitor, string path, string form, params (string, string)[] values)
    {
        using var response = await ChapterPages.Send(visitor, path, await ChapterPages.Open(visitor, path), form, values);
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, $"{path} {form}: {(await ChapterPages.Read(response)).QuerySelector(".problems")?.TextContent}");
        return response.Headers.Location!.ToString().Split('?')[0];
    }
}
