using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using MimeKit;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Chapter.MovingIn.Pages;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class A_file_of_a_meeting
{
    private static readonly Meeting _draft = MeetingSamples.Draft(), _announced = MeetingSamples.Announced();

    [Fact]
    public void is_one_when_its_form_is_sent_twice_and_there_are_five_at_most()
    {
        var one = _draft.Try(MeetingSamples.File(MeetingSamples.Facilitator)).Value!;
        Assert.Same(one, one.Try(MeetingSamples.File(MeetingSamples.Facilitator)).Value);
        Assert.Equal((MeetingSamples.Facilitator.Id, MeetingSamples.Now), (one.Files.Single().By, one.Files.Single().At));

        var five = Enumerable.Range(1, 4).Aggregate(one, (m, i) => m.Try(MeetingSamples.File(MeetingSamples.Facilitator, new Guid(i, 0, 0, new byte[8]))).Value!);
        Assert.Equal(["meeting.files-too-many"], Codes(five.Try(MeetingSamples.File(MeetingSamples.Facilitator, MeetingSamples.Later))));
        Assert.Equal(["Un plan"], one.Files.Select(f => f.Title));
    }

    [Fact]
    public void is_there_however_late_its_form_comes_again_and_no_form_brings_two()
    {
        var over = MeetingSamples.Filed(MeetingSamples.Closed());
        var sent = MeetingSamples.File(MeetingSamples.Facilitator);

        Assert.Same(over, over.Try(sent).Value);
        Assert.Equal(["file.sent-twice"], Codes(over.Try(sent with { Stored = sent.Stored with { Hash = new string('b', 64) } })));
    }

    [Theory]
    [InlineData(" ", "file.title-missing")]
    [InlineData("\u200B", "file.title-missing")]
    [InlineData("a\u202Eb", "form.unreadable-line")]
    public void has_a_title_that_can_be_read(string title, string code) =>
        Assert.Equal([code], Codes(_draft.Try(MeetingSamples.File(MeetingSamples.Facilitator) with { Title = title })));

    [Fact]
    public void is_news_once_members_know_of_the_meeting()
    {
        Assert.Equal(0, _draft.Try(MeetingSamples.File(MeetingSamples.Facilitator)).Value!.ReadingsAdded);
        var told = _announced.Try(MeetingSamples.File(MeetingSamples.Facilitator)).Value!;
        Assert.Equal((1, MeetingSamples.Now), (told.ReadingsAdded, told.ReadingsAddedAt));
        Assert.Equal(_announced.Version, told.Version);
    }

    [Fact]
    public void goes_with_a_draft_that_is_given_up_and_stays_with_a_meeting_that_is_called_off()
    {
        Assert.Empty(MeetingSamples.Filed(_draft).Try(new CancelMeeting(MeetingSamples.Facilitator, "Neige")).Value!.Files);
        Assert.Single(MeetingSamples.Filed(_announced).Try(new CancelMeeting(MeetingSamples.Facilitator, "Neige")).Value!.Files);
    }

    [Fact]
    public void is_taken_off_also_when_the_meeting_is_over_and_twice_is_once()
    {
        var without = MeetingSamples.Filed(MeetingSamples.Closed()).Try(new RemoveFile(MeetingSamples.Facilitator, MeetingSamples.FileId)).Value!;

        Assert.Empty(without.Files);
        Assert.Same(without, without.Try(new RemoveFile(MeetingSamples.Facilitator, MeetingSamples.FileId)).Value);
    }

    [Fact]
    public void stays_when_whoever_added_it_leaves_and_no_longer_says_that_it_was_they()
    {
        var forgotten = MeetingSamples.Filed(_announced).Try(new ForgetInMeeting(Actor.Node, MeetingSamples.Facilitator.Id, MeetingSamples.Now)).Value!;

        Assert.Null(Assert.Single(forgotten.Files).By);
        Assert.Equal(MeetingSamples.Filed(_announced).Files[0] with { By = null }, forgotten.Files[0]);
    }

    private static IEnumerable<string> Codes(Result<Meeting> result) => result.Refusals.Select(r => r.Code);
}

public abstract class Files_of_meetings(PostgresServer? server) : IAsyncLifetime
{
    private static readonly DateTime _start = new(2026, 3, 24, 18, 30, 0);
    private static readonly byte[] _photo = FileSamples.Jpeg((0xE1, FileSamples.Exif(6, "45.5N 73.6W")));
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server, ("Files:MostMebibytes", "6"));

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("fr", "/fr/rencontres/{0}", "/fichiers", "À lire avant")]
    [InlineData("en", "/en/meetings/{0}", "/files", "To read before")]
    public async Task are_added_by_who_plans_and_shown_to_members(string language, string address, string files, string heading)
    {
        var id = await _chapter.Announce(_start, plan => plan with { PreReadings = [] });
        var page = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, id);
        using var hers = await SignIn(_chapter.Facilitator);
        Assert.Contains(page + files, (await hers.Open(page, Cancel)).Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));

        Assert.True((await hers.FillFile(page + files, "add-file", "File", _photo, Cancel, ("Title", "La table <b>ronde</b>"))).IsDone);
        Assert.True((await hers.FillFile(page + files, "add-file", "File", FileSamples.Pdf(), Cancel, ("Title", ""), ("Language", "fr"))).IsDone);

        var (member, _) = await _chapter.AddMember();
        using var theirs = await SignIn(member);
        var shown = (await theirs.Open(page, Cancel)).Page;
        Assert.Contains(heading, shown.QuerySelectorAll("h2").Select(h => h.TextContent));
        // Its own name, without its ending, where no title was given.
        Assert.Equal(["La table <b>ronde</b>", "liste"], shown.QuerySelectorAll(".files a").Select(a => a.TextContent));
        Assert.Equal("La table <b>ronde</b>", Assert.Single(shown.QuerySelectorAll(".files img")).GetAttribute("alt"));
        Assert.Equal(language == "fr" ? null : "fr", shown.QuerySelectorAll(".files a")[1].GetAttribute("lang"));
        Assert.DoesNotContain(page + files, shown.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(2, (await theirs.Open($"/{language}", Cancel)).Page.QuerySelectorAll(".files a").Length);
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.Open(page + files, Cancel)).Status);
    }

    [Fact]
    public async Task are_refused_in_words_and_what_was_typed_stays()
    {
        var path = $"/fr/rencontres/{await Draft()}/fichiers";
        using var hers = await SignIn(_chapter.Facilitator);

        async Task Refused(byte[] file, HttpStatusCode status, string words)
        {
            var answer = await hers.FillFile(path, "add-file", "File", file, Cancel, ("Title", "Mon titre"));
            Assert.Equal(status, answer.Status);
            Assert.Contains(words, answer.Words, StringComparison.Ordinal);
            Assert.Equal("Mon titre", answer.Page.QuerySelector("[name=Title]")!.GetAttribute("value"));
        }

        await Refused([], HttpStatusCode.UnprocessableEntity, "Ce fichier est vide.");
        await Refused("<script>"u8.ToArray(), HttpStatusCode.UnprocessableEntity, "Ce fichier n’en est pas un");
        await Refused(_photo[..^9], HttpStatusCode.UnprocessableEntity, "incomplet ou abîmé");
        await Refused(FileSamples.Docx(("word/vbaProject.bin", "")), HttpStatusCode.UnprocessableEntity, "s’exécute");
        await Refused(new byte[FileCheck.Largest + 1], HttpStatusCode.RequestEntityTooLarge, "dépasse 5\u00a0Mo");
        var huge = await hers.FillFile(path, "add-file", "File", new byte[FileCheck.LargestForm + 1], Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.Status);
        Assert.Contains("choisissez un fichier plus petit", huge.Words, StringComparison.Ordinal);
        Assert.Contains("Choisissez un fichier.", (await hers.Fill(path, "add-file", Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("dans quelle langue", (await hers.FillFile(path, "add-file", "File", _photo, Cancel, ("Language", "de"))).Words, StringComparison.Ordinal);
        Assert.Equal(0, await Stored());

        // No other page takes a form as large, but the one that takes several of them.
        var larger = _chapter.Get<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize >= FileCheck.LargestForm);
        Assert.Equal([nameof(DocumentsMovePage), nameof(FilesPage)], larger.Select(e => e.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task are_one_for_each_form_that_is_sent_however_often_and_late()
    {
        var id = await _chapter.Announce(_start);
        using var hers = await SignIn(_chapter.Facilitator);
        var path = $"/fr/rencontres/{id}/fichiers";
        var form = await hers.Open(path, Cancel);
        Assert.True((await hers.SendFile(path, form, "add-file", "File", FileSamples.Pdf(), "plan.pdf", Cancel)).IsDone);

        var another = await hers.SendFile(path, form, "add-file", "File", _photo, "photo.jpg", Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, another.Status);
        Assert.Contains("Ce formulaire a déjà servi", another.Words, StringComparison.Ordinal);
        Assert.Equal((1, 1), (await Stored(), (await Meeting(id)).Files.Count));
        Assert.True((await hers.SendFile(path, another, "add-file", "File", _photo, "photo.jpg", Cancel)).IsDone);

        await _chapter.Do(id, new CancelMeeting(_chapter.Facilitator, "La salle est prise."));
        Assert.True((await hers.SendFile(path, form, "add-file", "File", FileSamples.Pdf(), "plan.pdf", Cancel)).IsDone);
        await _chapter.Pass();
        Assert.Equal((2, 2), (await Stored(), (await Meeting(id)).Files.Count));
    }

    [Fact]
    public async Task have_names_that_cannot_mislead()
    {
        var id = await Draft();
        using var hers = await SignIn(_chapter.Facilitator);

        Assert.True((await hers.FillFile($"/fr/rencontres/{id}/fichiers", "add-file", "File", FileSamples.Pdf(), "../../C:\\secret\\pl\u202Ean.exe.pdf", Cancel)).IsDone);
        Assert.True((await hers.FillFile($"/fr/rencontres/{id}/fichiers", "add-file", "File", FileSamples.Pdf(), new string('a', 300) + ".pdf", Cancel)).IsDone);

        Assert.Equal(["plan.exe", new string('a', 120)], (await Meeting(id)).Files.Select(f => f.Title));
        using var given = await Get(hers, id, (await Meeting(id)).Files[0].Id);
        Assert.Equal("plan.exe.pdf", given.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task are_no_more_than_there_is_room_for()
    {
        var (first, second) = (await Draft(), await Draft());
        using var hers = await SignIn(_chapter.Facilitator);
        var large = FileSamples.Pdf($"4 0 obj\n<<>>\nstream\n{new string('x', (4 * 1024 * 1024) + 7)}\nendstream\nendobj");

        Assert.True((await hers.FillFile($"/fr/rencontres/{first}/fichiers", "add-file", "File", large, Cancel)).IsDone);
        // The same again takes no room.
        Assert.True((await hers.FillFile($"/fr/rencontres/{second}/fichiers", "add-file", "File", large, Cancel)).IsDone);
        var refused = await hers.FillFile($"/fr/rencontres/{second}/fichiers", "add-file", "File", [.. large, .. "% a\n%%EOF"u8], Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("il reste 1\u00a0Mo", refused.Words, StringComparison.Ordinal);
        Assert.Equal(1, await Stored());
    }

    [Fact]
    public async Task are_five_at_most_and_none_is_added_to_a_meeting_that_is_called_off()
    {
        var id = await _chapter.Announce(_start);
        using var hers = await SignIn(_chapter.Facilitator);
        var path = $"/fr/rencontres/{id}/fichiers";
        var page = await hers.Open(path, Cancel);
        for (var i = 0; i < Chapter.Meetings.Meeting.MostFiles; i++)
        {
            Assert.True((await hers.FillFile(path, "add-file", "File", FileSamples.Png(("pHYs", $"{i}")), Cancel)).IsDone);
        }

        Assert.False((await hers.Open(path, Cancel)).Has("add-file"));
        var sixth = await hers.SendFile(path, page, "add-file", "File", FileSamples.Pdf(), "plan.pdf", Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sixth.Status);
        Assert.Contains("Au plus 5 fichiers", sixth.Words, StringComparison.Ordinal);
        await _chapter.Do(id, new CancelMeeting(_chapter.Facilitator, "La salle est prise."));
        var late = await hers.SendFile(path, page, "add-file", "File", FileSamples.Pdf(), "plan.pdf", Cancel);
        Assert.Contains("Cette rencontre est annulée.", late.Words, StringComparison.Ordinal);
        Assert.Equal(5, await Stored());
    }

    [Fact]
    public async Task are_given_as_what_they_are_to_members_alone()
    {
        var (draft, announced) = (await Draft(), await _chapter.Announce(_start));
        using var hers = await SignIn(_chapter.Facilitator);
        var (photo, text) = (await Add(hers, announced, _photo), await Add(hers, announced, FileSamples.Odt()));
        var hidden = await Add(hers, draft, FileSamples.Pdf());
        using var theirs = await SignIn((await _chapter.AddMember()).Who);
        using var stranger = _chapter.NewBrowser();

        using (var given = await Get(theirs, announced, photo.Id))
        {
            Assert.Equal(("image/jpeg", "inline"), (given.Content.Headers.ContentType!.ToString(), given.Content.Headers.ContentDisposition!.DispositionType));
            Assert.Equal("nosniff", given.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", given.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-cache, private", given.Headers.CacheControl!.ToString());
            var bytes = await given.Content.ReadAsByteArrayAsync(Cancel);
            Assert.DoesNotContain("45.5N", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            using var known = await Get(theirs, announced, photo.Id, request => request.Headers.IfNoneMatch.Add(given.Headers.ETag!));
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
            using var piece = await Get(theirs, announced, photo.Id, request => request.Headers.Range = new(5, 8));
            Assert.Equal(HttpStatusCode.PartialContent, piece.StatusCode);
            Assert.Equal(bytes[5..9], await piece.Content.ReadAsByteArrayAsync(Cancel));
        }

        using (var saved = await Get(theirs, announced, text.Id))
        {
            Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
        }

        using var shown = await Get(hers, draft, hidden.Id);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (shown.StatusCode, shown.Content.Headers.ContentType!.ToString()));
        // What is not theirs to see is answered as what there is not.
        foreach (var (meeting, file) in ((Guid, Guid)[])[(draft, hidden.Id), (announced, hidden.Id), (announced, Guid.Empty), (Guid.Empty, photo.Id)])
        {
            using var none = await Get(theirs, meeting, file);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        foreach (var address in (string[])[$"/fichiers/{photo.Stored.Hash}", $"/fichiers/{announced}/{photo.Stored.Hash}", "/fichiers/courriel/abc"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(address, Cancel)).Status);
        }

        // Visitors are led to sign in, whether there is such a file or not.
        Assert.Equal(
            (await stranger.Open($"/fichiers/{announced}/{photo.Id}", Cancel)).Location.Replace($"{photo.Id}", "", StringComparison.Ordinal),
            (await stranger.Open($"/fichiers/{announced}/{MeetingSamples.Later}", Cancel)).Location.Replace($"{MeetingSamples.Later}", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task are_opened_from_a_letter_without_signing_in_for_two_weeks_and_by_nobody_who_left()
    {
        var (reader, address) = await _chapter.AddMember(language: "en");
        var id = await _chapter.Announce(_start, plan => plan with { PreReadings = [] });
        using var hers = await SignIn(_chapter.Facilitator);
        await Add(hers, id, FileSamples.Pdf(), "Le plan");
        await _chapter.Pass(TimeSpan.FromMinutes(20));
        var letter = _chapter.Mail.Letters.Last(l => l.To.Mailboxes.Single().Address == address);
        Assert.Contains("- Le plan (PDF, 1\u00a0KB)", letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Attachments, a => a.ContentType.MimeType == "application/pdf");
        var link = letter.TextBody!.Split('\n').Select(line => line.Trim()).Single(line => line.Contains("/file-to-read/", StringComparison.Ordinal));
        var path = new Uri(link).AbsolutePath;

        using var browser = _chapter.NewBrowser();
        var page = await browser.Open(path, Cancel);
        Assert.Equal(["open-file"], page.Forms);
        Assert.DoesNotContain("Le plan", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("voisine", page.Words, StringComparison.Ordinal);
        var opened = await browser.Send(path, page, "open-file", Cancel);
        Assert.True(opened.IsDone);
        using var given = await browser.Get(opened.Location, Cancel);
        Assert.Equal(FileSamples.Pdf(), await given.Content.ReadAsByteArrayAsync(Cancel));
        // The link is for the page and its button, not for the file itself.
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path.Replace("/en/file-to-read/", "/fichiers/courriel/", StringComparison.Ordinal), Cancel)).Status);

        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(13));
        Assert.Equal(HttpStatusCode.OK, (await browser.Open(path, Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(opened.Location, Cancel)).Status);
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(1));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path, Cancel)).Status);
    }

    [Fact]
    public async Task are_not_opened_by_a_letter_of_somebody_who_left_and_forget_who_added_them()
    {
        var (reader, address) = await _chapter.AddMember();
        var (adder, _) = await _chapter.AddMember(null, "fr", ChapterRoles.Facilitator);
        var id = await _chapter.Announce(_start);
        using var hers = await SignIn(adder);
        await Add(hers, id, FileSamples.Pdf());
        await _chapter.Pass(TimeSpan.FromMinutes(20));
        var path = new Uri(_chapter.Mail.Letters.Last(l => l.To.Mailboxes.Single().Address == address).TextBody!.Split('\n').Single(line => line.Contains("/fichier-a-lire/", StringComparison.Ordinal)).Trim()).AbsolutePath;
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddHours(1));

        Assert.True((await _chapter.Get<People>().End(new(reader, reader.Id), Cancel)).Succeeded);
        Assert.True((await _chapter.Get<People>().End(new(adder, adder.Id), Cancel)).Succeeded);
        await _chapter.Pass();

        using var browser = _chapter.NewBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path, Cancel)).Status);
        Assert.Null(Assert.Single((await Meeting(id)).Files).By);
        Assert.Equal(1, await Stored());
    }

    [Fact]
    public async Task go_with_the_letter_under_a_neutral_name_for_who_asks()
    {
        var (asks, address) = await _chapter.AddMember();
        using var theirs = await SignIn(asks);
        Assert.True((await theirs.Fill("/fr/ma-page/courriels", "letters", Cancel, ("FilesAttached", "on"))).IsDone);
        Assert.True((await _chapter.Get<MemberQueries>().Find(asks.Id, Cancel)).HasFilesAttached);
        using var hers = await SignIn(_chapter.Facilitator);
        var id = await Draft();
        await Add(hers, id, FileSamples.Pdf(), "Le plan de Camille");
        await _chapter.Do(id, new AnnounceMeeting(_chapter.Facilitator, 1));

        var letter = (await _chapter.Pass()).Single(l => l.To.Mailboxes.Single().Address == address);

        var file = letter.Attachments.OfType<MimePart>().Single(part => part.ContentType.MimeType == "application/pdf");
        Assert.Equal("lecture-1.pdf", file.FileName);
        using var bytes = new MemoryStream();
        await file.Content!.DecodeToAsync(bytes, Cancel);
        Assert.Equal(FileSamples.Pdf(), bytes.ToArray());
    }

    [Fact]
    public async Task that_come_in_the_last_week_are_told_of()
    {
        var (_, address) = await _chapter.AddMember();
        var id = await _chapter.Announce(new(2026, 3, 8, 18, 30, 0), plan => plan with { PreReadings = [] });
        await _chapter.Pass();
        using var hers = await SignIn(_chapter.Facilitator);
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddHours(1));
        await Add(hers, id, FileSamples.Pdf(), "Le plan");
        await _chapter.Pass();

        var letters = await _chapter.Pass(TimeSpan.FromMinutes(20));

        Assert.StartsWith("À lire pour la rencontre", letters.Single(l => l.To.Mailboxes.Single().Address == address).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_erased_once_nothing_names_them()
    {
        var (draft, other) = (await Draft(), await Draft());
        using var hers = await SignIn(_chapter.Facilitator);
        var file = await Add(hers, draft, FileSamples.Pdf());
        await Add(hers, draft, _photo);
        await Add(hers, other, FileSamples.Pdf());
        await _chapter.Pass();
        Assert.Equal(2, await Stored());

        var path = $"/fr/rencontres/{draft}/fichiers";
        Assert.True((await hers.Fill(path, $"remove-file-{file.Id}", Cancel)).IsDone);
        await _chapter.Pass();
        Assert.Equal(2, await Stored());
        using (var gone = await Get(hers, draft, file.Id))
        {
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        await _chapter.Do(draft, new CancelMeeting(_chapter.Facilitator, "Neige"));
        await _chapter.Pass();
        Assert.Equal(1, await Stored());
        await _chapter.Do(other, new CancelMeeting(_chapter.Facilitator, "Neige"));
        await _chapter.Pass();
        Assert.Equal(0, await Stored());
        Assert.Equal(0, await _chapter.Get<Database>().Find<long>("select count(*) from file_part", null, Cancel));
    }

    private async Task<FormClient> SignIn(Actor who)
    {
        var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }

    private async Task<Guid> Draft()
    {
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await _chapter.Do(id, new PlanMeeting(_chapter.Facilitator, MeetingSamples.Plan with { Start = _start }));
        return id;
    }

    private async Task<MeetingFile> Add(FormClient browser, Guid meeting, byte[] file, string title = "Un fichier")
    {
        Assert.True((await browser.FillFile($"/fr/rencontres/{meeting}/fichiers", "add-file", "File", file, Cancel, ("Title", title))).IsDone);
        return (await Meeting(meeting)).Files[^1];
    }

    private async Task<Meeting> Meeting(Guid id) => (await _chapter.Get<MeetingQueries>().Find(id, _chapter.Facilitator, Cancel))!;

    private static Task<HttpResponseMessage> Get(FormClient browser, Guid meeting, Guid file, Action<HttpRequestMessage>? how = null) => browser.Get($"/fichiers/{meeting}/{file}", Cancel, how);

    private Task<long> Stored() => _chapter.Get<Database>().Find<long>("select count(*) from file", null, Cancel);
}

public sealed class Files_of_meetings_on_sqlite() : Files_of_meetings(null);

public sealed class Files_of_meetings_on_postgresql(PostgresServer server) : Files_of_meetings(server);
