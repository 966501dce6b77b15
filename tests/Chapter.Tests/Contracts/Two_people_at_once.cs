using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using RecoveryCoP.Chapter.FirstDays;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Contracts;

/// <summary>
/// Ana and Bruno have the same page open; Ana sends its form, then Bruno sends the one that he still has. Whoever adds a form says here which of three it is:
/// a text that both write, a fact that stands beside others, or something that is done once; or that it is one person's own.
/// </summary>
public sealed partial class Two_people_at_once(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static readonly (string, string)[] _plan =
    [
        ("Title", "Rencontre de mai"), ("Time", "18:30"), ("Minutes", "60"), ("Mode", "hybrid"), ("Place", "Salle 2"), ("VideoLink", "https://video.example.org/x"),
        ("LinkFor", "members"), ("Language", "fr"),
        ("Items[0].Title", "La table libre"), ("Items[0].Stream", "practice"), ("Items[0].Kind", "showcase"), ("Items[0].Minutes", "60"), ("Do", "save"),
    ];

    // The page, and the field in which both write.
    private static readonly Dictionary<string, (Func<Two_people_at_once, Task<string>> Page, string Field, (string, string)[] Also)> _texts = new()
    {
        ["plan/revise"] = (async t => $"{await t.Planned()}/planifier", "Title", [("Do", "save")]),
        ["practice/revise"] = (async t => $"{await t.Written()}/reviser", "Title", []),
        ["minutes"] = (async t => $"{await t.Closed()}/proces-verbal/rediger", "Text", []),
        ["balance"] = (_ => Task.FromResult("/fr/rencontres/equilibre"), "Bands[0].From", []),
        ["text"] = (async t => $"{await t.Text()}/ecrire", "Fr", []),
        ["model-agenda"] = (async t => $"{await t.ModelAgenda()}/ecrire", "TitleFr", []),
        ["publish"] = (_ => Task.FromResult("/fr/charte/publier"), "Fr", []),
        ["amend-incident"] = (t => t.Incident(), "Measures", []),
        ["profile"] = (_ => Task.FromResult("/fr/qui-nous-sommes"), "PrivacyOfficerTitleFr", []),
    };

    // The page, and what each does.
    private static readonly Dictionary<string, (Func<Two_people_at_once, Task<string>> Page, (string, string)[] Hers, (string, string)[] His)> _facts = new()
    {
        ["attendance"] = (async t => $"{await t.Begun()}/animer", [("Tap", "in-person 7 0")], [("Tap", "remote 9 0")]),
        ["guest"] = (async t => $"{await t.Begun()}/animer", [("GuestName", "Sacha"), ("GuestMode", "in-person")], [("GuestName", "Noa"), ("GuestMode", "remote")]),
        ["note-"] = (async t => $"{await t.Begun()}/animer", [("Kind", "decision"), ("Text", "Une chose d’Ana.")], [("Kind", "decision"), ("Text", "Une chose de Bruno.")]),
        ["give"] = (async t => $"/fr/acces/{await t.Camille()}", [("Role", "facilitator")], [("Role", "secretary")]),
        ["add"] = (_ => Task.FromResult("/fr/acces"),
            [("Name", "Aaron"), ("Address", "d1@exemple.org"), ("Language", "fr")], [("Name", "Abel"), ("Address", "e1@exemple.org"), ("Language", "fr")]),
    };

    // The page, what is typed, and who may: the second one is told that it is done, or goes on as if it were theirs.
    private static readonly Dictionary<string, (Func<Two_people_at_once, Task<string>> Page, (string, string)[] Typed)> _acts = new()
    {
        ["announce"] = (t => t.Planned(), []),
        ["cancel"] = (t => t.Planned(), [("Reason", "La salle est prise.")]),
        ["begin"] = (t => t.Announced(), []),
        ["undo-beginning"] = (async t => $"{await t.Begun()}/animer", []),
        ["close"] = (async t => $"{await t.Begun()}/animer", []),
        ["share-in-network"] = (t => t.Shared(), [("AuthorAgrees", "yes")]),
        ["withdraw"] = (t => t.Shared(), [("Reason", "mistake")]),
        ["remove-text"] = (t => t.Text(), []),
        ["remove-agenda"] = (t => t.ModelAgenda(), []),
        ["tick-"] = (t => t.Step(), []),
        ["untick-"] = (async t => { var page = await t.Step(); await t.Tick(); return page; }, []),
        ["take-"] = (async t => $"/fr/acces/{await t.Camille("secretary")}", []),
        ["end"] = (async t => $"/fr/acces/{await t.Camille()}", []),
        ["end-sessions"] = (async t => $"/fr/acces/{await t.Camille()}", []),
    };

    // One person's own, or nobody's: no second person has that form.
    private static readonly string[] _own =
    [
        "found", "words", "ask", "enter", "sign-out", "introduce", "my-data", "new-address", "confirm-address", "close-", "end-other-sessions", "leave", "leave-erased", "describe", "groups", "withdraw-groups", "join", "confirm", "accept",
        "letters", "pulse", "action-done", "open-file", "offer-", "correction", "take-back-correction-", "stop", "answer", "here", "trouble", "search", "plan", "write", "adapt", "share-in-chapter", "claim", "take-back-claim", "propose", "edit", "me-too", "me-too-", "comment", "erase-", "erase-all", "leaving", "make-calendar", "renew-calendar", "end-calendar",
        "test", "test-inbox", "back-up", "drill", "take-back", "invite", "never", "roster", "come", "confirm-visit", "withdraw-visit", "accept-seat-", "decline-seat-", "leave-seat", "committee", "record-vote", "mend-vote", "belong", "belong-here", "no-longer-belong-", "leave-organization", "add-organization", "incident", "send",
    ];

    // Walked through elsewhere: Claiming_a_practice and The_pages_of_practices, The_pages_of_meetings, The_page_of_statistics, The_page_of_the_network, A_series, A_topic, A_thread,
    // Setting_the_mail_server, Setting_the_inbox, What_comes_of_actions, Corrections_to_minutes, Files_of_meetings, A_committee, The_pages_of_committees, Organizations_of_a_chapter, The_status_page, The_pages_of_templates,
    // The_pages_of_moving_in, A_hub_that_releases_templates, Founding_from_a_template.
    private static readonly string[] _elsewhere =
        ["confirm-claim", "turn-down-claim", "record", "approve", "settle-", "hand-over", "take-back-offer", "correct-", "add-file", "remove-file-", "strike-", "go", "forget-guest-", "approve-", "round", "take-over", "move", "enrol", "series", "put-on", "keep", "decline", "close-comments", "choose", "forget", "restore", "choose-inbox", "forget-inbox",
         "revise-committee", "close-committee", "add-seat", "revise-seat", "remove-seat", "offer-seat", "take-back-seat", "renew-term", "end-term", "erase-words", "correct-organization", "take-away", "put-back", "contacts", "apply", "undo", "go-on", "template", "meeting", "skip", "make", "resume", "meetings", "documents", "send-", "undo-", "go-on-",
         "fetch-templates", "template-not-now", "intention", "answer-", "take-back-", "want", "want-", "say", "say-where", "take-out-"];

    private static readonly Dictionary<string, string> _roleNames = ChapterRoles.All.ToDictionary(role => role.Code, role => role.Name.Fr);

    public static TheoryData<string> Texts => [.. _texts.Keys];

    public static TheoryData<string> Facts => [.. _facts.Keys];

    public static TheoryData<string> Acts => [.. _acts.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task who_write_one_text_are_both_heard(string form)
    {
        var ((ana, bruno), (at, field, also), name) = (await Both(), _texts[form], form.Split('/')[^1]);
        var page = await at(this);
        var (hers, his) = (await ana.Open(page, Cancel), await bruno.Open(page, Cancel));
        var (anas, brunos) = (Changed(hers, field, "1", " Ana"), Changed(his, field, "2", " Bruno"));

        var first = await ana.Send(page, hers, name, Cancel, [(field, anas), .. also]);
        Assert.True(first.IsDone, first.Words);
        var second = await bruno.Send(page, his, name, Cancel, [(field, brunos), .. also]);

        // Nothing of hers is written over, nothing of his is lost, and he sees both.
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(brunos, Held(second, field));
        Assert.Contains(anas.Split(' ', '\n')[^1], second.Page.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        await Accept(ana);
        Assert.Equal(anas, Held(await ana.Open(page, Cancel), field));

        // To save again is then his decision.
        Assert.True((await bruno.Send(page, second, name, Cancel, also)).IsDone);
        await Accept(bruno);
        Assert.Equal(brunos, Held(await bruno.Open(page, Cancel), field));
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task who_say_two_things_have_said_both(string form)
    {
        var ((ana, bruno), (at, hers, his)) = (await Both(), _facts[form]);
        var page = await at(this);
        var (first, second) = (await ana.Open(page, Cancel), await bruno.Open(page, Cancel));

        Assert.True((await ana.Send(page, first, Named(first, form), Cancel, hers)).IsDone);
        Assert.True((await bruno.Send(page, second, Named(second, form), Cancel, his)).IsDone);

        var now = await ana.Open(page, Cancel);
        Assert.All(hers.Concat(his).Where(said => said.Item1 is not ("Kind" or "Language" or "Address" or "GuestMode")), said => Assert.Contains(
            said.Item1 == "Role" ? _roleNames[said.Item2] : said.Item1 == "Tap" ? $">{said.Item2.Split(' ')[1]}</output>" : said.Item2, now.Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task who_do_one_thing_have_done_it_once(string form)
    {
        var ((ana, bruno), (at, typed)) = (await Both(), _acts[form]);
        var page = await at(this);
        var (hers, his) = (await ana.Open(page, Cancel), await bruno.Open(page, Cancel));
        Assert.True((await ana.Send(page, hers, Named(hers, form), Cancel, typed)).IsDone);
        var after = (await ana.Open(page, Cancel)).Words;

        var second = await bruno.Send(page, his, Named(his, form), Cancel, typed);

        Assert.True(second.IsDone || (int)second.Status is 404 or 409 or 422, $"{second.Status}: {second.Words}");
        Assert.True(second.IsDone || second.Page.QuerySelector(".problems, h1") is not null);
        Assert.Equal(after, (await ana.Open(page, Cancel)).Words);
    }

    [Fact]
    public void leaves_no_form_out()
    {
        var known = _texts.Keys.Select(k => k.Split('/')[^1]).Concat(_facts.Keys).Concat(_acts.Keys).Concat(_own).Concat(_elsewhere).ToHashSet();
        var forms = from folder in new[] { "src/Node", "src/Chapter" }
                    from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.razor", SearchOption.AllDirectories)
                    where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                    from Match form in Form().Matches(File.ReadAllText(file))
                    select form.Groups["name"].Value;

        Assert.Empty(forms.Where(name => !name.StartsWith('@')).Append("search").Append("note-").Except(known));
        Assert.Empty(known.Except(forms.Append("search").Append("note-")));
    }

    private async Task<(FormClient Ana, FormClient Bruno)> Both()
    {
        string[] roles = [ChapterRoles.Steward, ChapterRoles.Executive, ChapterRoles.Facilitator, ChapterRoles.Secretary];
        return ((await chapter.AddMember("Ana", roles)).Browser, (await chapter.AddMember("Bruno", roles)).Browser);
    }

    private async Task<Guid> Camille(params string[] roles) => (await chapter.AddMember("Camille", roles)).Who.Id;

    private async Task<FormClient> Somebody() => (await Both()).Ana;

    private async Task<string> Planned()
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await Done(await Somebody(), "/fr/rencontres/planifier", "plan", [("Date", day), .. _plan]);
    }

    private async Task<string> Announced() => await Done(await Somebody(), await Planned(), "announce");

    private async Task<string> Begun()
    {
        var page = await Announced();
        await Done(await Somebody(), page, "begin");
        return page;
    }

    private async Task<string> Closed()
    {
        var page = await Begun();
        await Done(await Somebody(), $"{page}/animer", "close");
        return page;
    }

    private async Task<string> Written(params (string, string)[] also) =>
        await Done(await Somebody(), "/fr/pratiques/ecrire", "write", [("Title", "La table libre"), ("Text", "Chaque jeudi."), .. also]);

    private async Task<string> Incident() => $"{await Done(await Somebody(), "/fr/incidents/consigner", "incident",
        ("Information", "Adresses"), ("Circumstances", "Un envoi."), ("Happened", "Hier"), ("KnownOn", TimeProvider.System.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("People", "30"), ("Serious", "no"), ("Reasons", "Peu."), ("Measures", "Excuses."))}/corriger";

    private async Task<string> Text() =>
        await Done(await Somebody(), $"/fr/textes/{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}/ecrire", "text", ("TitleFr", "Nous rejoindre"), ("Fr", "On nous écrit."));

    private async Task<string> ModelAgenda() => await Done(
        await Somebody(), $"/fr/rencontres/ordres-du-jour-types/{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}/ecrire", "model-agenda",
        ("TitleFr", "Un mois ordinaire"), ("Items[0].TitleFr", "Accueil"), ("Items[0].Stream", "community"), ("Items[0].Minutes", "10"));

    private async Task<string> Step()
    {
        Assert.Empty((await Days.Do(new KeepStep(chapter.Claude, $"etape-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}", new() { Title = new("Inviter", "Invite"), Day = 1 }))).Refusals);
        return "/fr";
    }

    private async Task Tick()
    {
        foreach (var step in (await chapter.Get<FirstDaysQueries>().NinetyDays(Cancel)).Current)
        {
            Assert.Empty((await Days.Do(new TickStep(chapter.Claude, step.Slug))).Refusals);
        }
    }

    private IFirstNinetyDaysGrain Days => chapter.Get<IGrainFactory>().GetGrain<IFirstNinetyDaysGrain>(FirstNinetyDays.TheId);

    private Task<string> Shared() => Written(("Share", "yes"));

    private static async Task<string> Done(FormClient browser, string path, string form, params (string, string)[] values)
    {
        var answer = await browser.Fill(path, form, Cancel, values);
        Assert.True(answer.IsDone, $"{path} {form}: {answer.Words}");
        return answer.Location.Split('?')[0];
    }

    private static async Task Accept(FormClient browser)
    {
        var page = await browser.Open("/fr/charte/adherer", Cancel);
        if (page.Has("accept"))
        {
            await browser.Send("/fr/charte/adherer", page, "accept", Cancel);
        }
    }

    // The form's name; of those that have an id behind it the first.
    private static string Named(Answer page, string form) => form.EndsWith('-') ? page.Forms.First(name => name.StartsWith(form, StringComparison.Ordinal)) : form;

    private static string Held(Answer page, string field) => page.Page.QuerySelector($"[name='{field}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        var input => input!.GetAttribute("value")!,
    };

    private static string Changed(Answer page, string field, string digit, string words) =>
        Held(page, field) is var held && held.All(char.IsAsciiDigit) ? held[..^1] + digit : held.TrimEnd() + words;

    [GeneratedRegex("""<(?:PostForm|ConfirmAct) Name="(?:@\(\$")?(?<name>@?[a-z]+(-[a-z]+)*-?)""")]
    private static partial Regex Form();
}
