using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.PersonalData;

/// <summary>Whoever asks for their data gets everything that they wrote anywhere, what was written to them, and nothing of anybody else's.</summary>
public sealed class Everything_of_one_person(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private const string Fr = "/fr/ma-page/mes-donnees", En = "/en/my-page/my-data";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task covers_every_place_of_the_privacy_page_or_says_why_not() => WhatIsKept.IsGiven(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly);

    [Fact]
    public async Task is_given_and_nothing_of_anybody_else()
    {
        var others = new Canaries("tiers");
        var (third, _) = await chapter.AddMember("Une tierce personne", "executive", "facilitator", "secretary");
        var (ours, theirs) = (new Canaries("alpha"), new Canaries("bravo"));
        var life = new CanaryLife(chapter.Get<IServiceProvider>());
        var us = await life.Join(ours);
        var them = await life.Join(theirs);
        await life.Live(us, ours, third, others);
        await life.Live(them, theirs, third, others);

        var mine = await Take(us, Fr);
        var yours = await Take(them, En);

        foreach (var (file, own, foreign) in new[] { (mine, ours, theirs), (yours, theirs, ours) })
        {
            Assert.All(own.Said, word => Assert.Contains(word, file.Text, StringComparison.Ordinal));
            Assert.DoesNotContain(foreign.Mark, file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(foreign.Address, file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Une tierce personne", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("salle-fermee", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("418-555-0199", file.Text, StringComparison.Ordinal);
            // Of a third person only what was said to or about whoever asks.
            Assert.Equal(others.To(own.Mark).Order(), others.Said.Where(word => file.Text.Contains(word, StringComparison.Ordinal)).Order());
        }

        Assert.Contains("lisez-moi.html", mine.Names);
        Assert.Contains("readme.html", yours.Names);
        Assert.All(mine.Names.Where(n => n.EndsWith(".json", StringComparison.Ordinal)), name => JsonDocument.Parse(mine.Files[name]).Dispose());
        // Each part is there for machines and for spreadsheets, and has its section to read.
        Assert.All(mine.Names.Where(n => n.EndsWith(".json", StringComparison.Ordinal)), name => Assert.Contains(name.Replace(".json", ".csv", StringComparison.Ordinal), mine.Names));
        using var consents = JsonDocument.Parse(mine.Files["consents.json"]);
        Assert.StartsWith(ConsentTexts.Groups.Fr, consents.RootElement[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        using var charters = JsonDocument.Parse(mine.Files["charter-acceptances.json"]);
        Assert.Equal(BuiltInCharter.Text.En, charters.RootElement[0].GetProperty("textEn").GetString());
        using var intentions = JsonDocument.Parse(mine.Files["intentions.json"]);
        Assert.Contains("/fr/pratiques/", intentions.RootElement[0].GetProperty("page").GetString(), StringComparison.Ordinal);
        using var seats = JsonDocument.Parse(mine.Files["seats.json"]);
        Assert.Equal("held", seats.RootElement[0].GetProperty("standing").GetString());
        Assert.Equal("data-taken", (await chapter.Get<SecurityLog>().Latest(1, 1, Cancel)).Single().Kind);
        // What spreadsheets would work out stands there as text.
        Assert.Contains("\"'=1+1 ", mine.Files["practices.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("\"=1+1 ", mine.Files["practices.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", mine.Files["lisez-moi.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_for_a_session_of_theirs_alone_and_not_for_ever()
    {
        var (_, browser) = await chapter.Add("Camille");
        var (other, othersBrowser) = await chapter.AddMember("Dominique");

        var file = (await browser.Fill(Fr, "my-data", Cancel)).Location; // whoever has not accepted the charter yet has rights too
        for (var i = 0; i < 2; i++) // a download may break off
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Download(file, Cancel)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Download(file, Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await othersBrowser.Download(file, Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await chapter.SignIn(other.Id)).Download($"{file}x", Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Download("/mes-donnees/rien", Cancel)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await chapter.NewBrowser().Download(file, Cancel)).Status);
        Assert.True((await chapter.NewBrowser().Open(Fr, Cancel)).IsDone); // to sign in
    }

    [Fact]
    public async Task is_asked_for_ten_times_a_day_at_most()
    {
        var (_, browser) = await chapter.Add("Camille");
        for (var i = 0; i < 10; i++)
        {
            Assert.True((await browser.Fill(En, "my-data", Cancel)).IsDone);
        }

        var refused = await browser.Fill(En, "my-data", Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("10 times today", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_said_on_the_page_before_anybody_asks()
    {
        var (_, browser) = await chapter.AddMember("Camille");

        var page = await browser.Open(En, Cancel);

        Assert.Contains("Your comments", page.Words, StringComparison.Ordinal);
        Assert.Contains("A fingerprint does not say whose it is.", page.Words, StringComparison.Ordinal);
        Assert.NotNull((await browser.Open("/en/my-page", Cancel)).Page.QuerySelector($"main a[href='{En}']"));
    }

    private async Task<Taken> Take(Actor who, string path)
    {
        var browser = await chapter.SignIn(who.Id);
        var asked = await browser.Fill(path, "my-data", Cancel);
        Assert.True(asked.IsDone, asked.Words);
        var (status, bytes) = await browser.Download(asked.Location, Cancel);
        Assert.Equal(HttpStatusCode.OK, status);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return new(zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()));
    }

    private sealed record Taken(IReadOnlyDictionary<string, string> Files)
    {
        public IEnumerable<string> Names => Files.Keys;

        public string Text { get; } = string.Join('\n', Files.Values);
    }
}
