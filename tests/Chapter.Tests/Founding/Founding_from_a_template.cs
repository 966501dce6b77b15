using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Tests.Templates;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Founding;

/// <summary>From a new node to a chapter whose first meeting can be announced, by its pages.</summary>
public sealed class Founding_from_a_template : IAsyncLifetime
{
    private const string Next = "/fr/fonder/suite", TemplatePage = "/fr/fonder/modele", MeetingPage = "/fr/fonder/rencontres", HubPage = "/fr/fonder/carrefour", PreviewPage = "/fr/fonder/apercu";

    private readonly TemporaryFolder _folder = new();
    private readonly Uri _address = new($"http://127.0.0.1:{FreePorts.Take()}");
    private FormClient _founder = null!;
    private WebApplication _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Start();
        _founder = new FormClient(_address);
        var founded = await Get<Founder>().Found(
            new FoundNode { NameFr = "CdP Rétablissement Estrie", Region = "05", PersonName = "Claude", PersonAddress = "claude@exemple.org", PersonLanguage = "fr", PrivacyOfficerTitleFr = "Secrétariat", PrivacyOfficerContact = "vie-privee@exemple.org" },
            Cancel);
        await _founder.SignIn(founded.Value!.SignInLink.ToString(), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _founder.Dispose();
        await Stop();
        _folder.Dispose();
    }

    [Fact]
    public async Task asks_step_by_step_shows_what_it_will_make_and_ends_with_a_first_meeting_to_announce()
    {
        Assert.Equal(TemplatePage, await Leads());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _founder.Fill(TemplatePage, "template", Cancel, ("Template", "autre"))).Status);
        await Done(TemplatePage, "template", ("Template", "built-in"));

        Assert.Equal(MeetingPage, await Leads());
        var form = await _founder.Open(MeetingPage, Cancel);
        Assert.Contains("Le troisième mardi de chaque mois", form.Words, StringComparison.Ordinal);
        // The template's own next date stands there already.
        await Done(MeetingPage, "meeting", ("Place", "Salle 2"), ("VideoLink", "https://exemple.org/salle"));

        Assert.Equal(HubPage, await Leads());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _founder.Fill(HubPage, "enrol", Cancel, ("Code", "x"), ("Address", "y"))).Status);
        await Done(HubPage, "skip");

        Assert.Equal(PreviewPage, await Leads());
        var preview = await _founder.Open(PreviewPage, Cancel);
        Assert.Contains("Salle 2", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Une première fois", preview.Words, StringComparison.Ordinal);
        Assert.Null((await Installed()).Head);
        var made = await _founder.Send(PreviewPage, preview, "make", Cancel);
        Assert.Equal(Next, made.Location);

        await Ended();
        Assert.Empty((await Installed()).Run!.Refused);
        var done = await _founder.Open(Next, Cancel);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        var meeting = (await Get<MeetingQueries>().DraftsOfSeries(Leader, TimeProvider.System.GetUtcNow(), 9, Cancel))[0];
        Assert.Equal("Une première fois\u00a0: ce qui aide, ce qui gêne", meeting.Title);
        Assert.NotNull(done.Page.QuerySelector($"a[href='/fr/rencontres/{meeting.Id}']"));

        // The charter that came is accepted once, and then the meeting can be announced.
        Assert.StartsWith("/fr/charte/adherer", (await _founder.Open($"/fr/rencontres/{meeting.Id}", Cancel)).Location, StringComparison.Ordinal);
        Assert.True((await _founder.Fill("/fr/charte/adherer", "accept", Cancel)).IsDone);
        Assert.True((await _founder.Open($"/fr/rencontres/{meeting.Id}", Cancel)).Has("announce"));
        Assert.Equal(Next, (await _founder.Open(TemplatePage, Cancel)).Location);
    }

    [Theory]
    [InlineData("2020-01-01", "18:30", "Salle 2", "", "Date", "passé")]
    [InlineData("hier", "18:30", "Salle 2", "", "Date", "Écrivez la date ainsi")]
    [InlineData("2999-01-01", "18:30", "Salle 2", "", "Date", "plus d’un an")]
    [InlineData(null, "soir", "Salle 2", "", "Time", "Écrivez l’heure ainsi")]
    [InlineData(null, "18:30", "", "", "Place", "Dites où")]
    [InlineData(null, "18:30", "", "pas un lien", "VideoLink", "https://")]
    public async Task refuses_a_first_meeting_that_cannot_be_and_says_what_to_write(string? date, string time, string place, string link, string field, string words)
    {
        await Done(TemplatePage, "template", ("Template", "built-in"));
        var page = await _founder.Open(MeetingPage, Cancel);

        var refused = await _founder.Send(
            MeetingPage, page, "meeting", Cancel,
            [.. date is null ? Array.Empty<(string, string)>() : [("Date", date)], ("Time", time), ("Place", place), ("VideoLink", link)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal($"#meeting-{field}", Assert.Single(refused.Page.QuerySelectorAll(".problems a")).GetAttribute("href"));
        Assert.Contains(words, refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task takes_another_day_only_when_the_series_is_to_follow_it()
    {
        await Done(TemplatePage, "template", ("Template", "built-in"));
        // A second Thursday is no third Tuesday, and no holiday of Québec falls on one.
        var day = Dates.DayOf(TimeProvider.System.GetUtcNow()).AddMonths(2);
        day = new DateOnly(day.Year, day.Month, 8);
        day = day.AddDays((DayOfWeek.Thursday - day.DayOfWeek + 7) % 7);
        var typed = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var refused = await _founder.Fill(MeetingPage, "meeting", Cancel, ("Date", typed), ("Place", "Salle 2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("n’est pas une date du modèle", refused.Words, StringComparison.Ordinal);

        Assert.True((await _founder.Send(MeetingPage, refused, "meeting", Cancel, ("OwnDays", "yes"))).IsDone);
        await Done(HubPage, "skip");
        Assert.Contains("jeudi de chaque mois", (await _founder.Open(PreviewPage, Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_taken_up_where_it_was_broken_off_with_the_answers_that_were_given()
    {
        await Done(TemplatePage, "template", ("Template", "built-in"));
        await Done(MeetingPage, "meeting", ("Place", "Salle 2"), ("Leads", ""));
        await Stop();
        await Start();

        Assert.Equal(HubPage, await Leads());
        Assert.Equal("Salle 2", (await _founder.Open(MeetingPage, Cancel)).Page.QuerySelector("[name=Place]")!.GetAttribute("value"));
        await Done(HubPage, "skip");
        Assert.Equal(PreviewPage, await Leads());
        Assert.True((await _founder.Fill("/fr/charte/adherer", "accept", Cancel)).IsDone);
        Assert.NotNull((await _founder.Open("/fr", Cancel)).Page.QuerySelector($"a[href='{Next}']"));
    }

    [Fact]
    public async Task makes_it_once_when_it_is_asked_twice_at_once_and_tells_the_other()
    {
        await Answer();
        var preview = await _founder.Open(PreviewPage, Cancel);
        using var other = new FormClient(_address, _founder);

        var both = await Task.WhenAll(_founder.Send(PreviewPage, preview, "make", Cancel), other.Send(PreviewPage, preview, "make", Cancel));

        Assert.Equal([Next, $"{Next}?done=founding.told"], both.Select(b => b.Location).Order());
        await Ended();
        Assert.Equal((1, 0), ((await Installed()).Version, (await Installed()).Run!.Refused.Count));
    }

    [Fact]
    public async Task makes_nothing_of_a_list_that_is_no_longer_right()
    {
        await Answer();
        var preview = await _founder.Open(PreviewPage, Cancel);
        await Done(MeetingPage, "meeting", ("Place", "Salle 3"));

        var stale = await _founder.Send(PreviewPage, preview, "make", Cancel);

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Salle 3", stale.Words, StringComparison.Ordinal);
        Assert.Null((await Installed()).Run);
        Assert.Equal(Next, (await _founder.Send(PreviewPage, stale, "make", Cancel)).Location);
        await Ended();
    }

    [Fact]
    public async Task is_undone_as_a_whole_and_begun_again_with_the_answers_that_were_given()
    {
        await Answer();
        await _founder.Fill(PreviewPage, "make", Cancel);
        await Ended();
        Assert.True((await _founder.Fill("/fr/charte/adherer", "accept", Cancel)).IsDone);

        Assert.True((await _founder.Fill("/fr/notre-modele", "undo", Cancel)).IsDone);

        Assert.Equal((null, TemplateRunState.Undone), ((await Installed()).Head, (await Installed()).Run!.State));
        Assert.Equal(PreviewPage, await Leads());
        await _founder.Fill(PreviewPage, "make", Cancel);
        await Ended();
        Assert.NotNull((await Installed()).Head);
    }

    [Fact]
    public async Task takes_a_template_from_a_file_or_none()
    {
        var sent = await _founder.FillFile(TemplatePage, "send", "File", TemplateSamples.Zip(TemplateSamples.Of("1.0.0", TemplateSamples.Topic("silence", "Le silence"))), "modele.zip", Cancel);
        Assert.True(sent.IsDone, sent.Words);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _founder.FillFile(TemplatePage, "send", "File", "bonjour"u8.ToArray(), "modele.zip", Cancel)).Status);
        await Done(TemplatePage, "template", ("Template", "file"));
        // It has no series: nothing is asked about one.
        await Done(HubPage, "skip");
        Assert.Contains("Le silence", (await _founder.Open(PreviewPage, Cancel)).Words, StringComparison.Ordinal);

        await Done(TemplatePage, "template", ("Template", "none"));
        var done = await _founder.Open(Next, Cancel);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("sans modèle", done.Words, StringComparison.Ordinal);
        Assert.Null((await Installed()).Run);
    }

    private static Actor Leader => new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), [ChapterRoles.Facilitator]);

    private T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    private Task<InstalledTemplate> Installed() => Get<InstalledTemplates>().Find(Cancel);

    private async Task<string> Leads() => (await _founder.Open(Next, Cancel)).Location;

    private async Task Answer()
    {
        await Done(TemplatePage, "template", ("Template", "built-in"));
        await Done(MeetingPage, "meeting", ("Place", "Salle 2"));
        await Done(HubPage, "skip");
    }

    private async Task Done(string path, string form, params (string Name, string Value)[] values)
    {
        var answer = await _founder.Fill(path, form, Cancel, values);
        Assert.True(answer.IsDone, answer.Words);
    }

    private async Task Ended()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await Installed() is { IsBusy: true })
        {
            await tick.WaitForNextTickAsync(Cancel);
        }

        await Get<FollowerLoop>().CatchUp(Cancel);
    }

    private async Task Start()
    {
        _app = await new NodeProgram(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly).Build(
            NodeSettings.Load(ChapterNode.Kind, new Dictionary<string, string?>
            {
                ["Node:DataFolder"] = _folder.File("data"), ["Node:Listen"] = _address.GetLeftPart(UriPartial.Authority), ["Logging:LogLevel:Default"] = "None", ["Logging:LogLevel:Orleans"] = "None",
            }),
            Cancel);
        await _app.StartAsync(Cancel);
    }

    private async Task Stop()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
