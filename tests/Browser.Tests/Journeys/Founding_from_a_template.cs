using System.Diagnostics;
using System.IO.Compression;
using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>A volunteer with a phone and an empty server: to a running community whose first meeting is announced, and later to the next version of its template.</summary>
public sealed class Founding_from_a_template(Testing.Browser browser)
{
    private const int MostScreens = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", Screen.Phone, false)]
    [InlineData("en", Screen.Desktop, true)]
    public async Task takes_twelve_screens_at_most_and_a_version_later_two_more_and_none_has_a_barrier(string language, Screen screen, bool scripts)
    {
        var (node, code) = await RunningNode.StartNew(NodeProcess.Chapter, Cancel);
        await using var _ = node;
        await using var founder = await Person.At(node, browser, language, Cancel, scripts, screen);
        var (screens, clock) = (0, Stopwatch.StartNew());
        await founder.Open("/fr", "/en");
        await Next(founder.Heading("Fonder cette communauté", "Set up this community"));
        await founder.FoundNode(code, "Rivière-du-Loup", "Dominique", "dominique@example.org", () => Next(founder.Heading("La fondation est faite", "It is set up")));

        await Next(founder.Heading("De quoi partir?", "What to begin with?"));
        Assert.Equal(200, await founder.Press("Continuer", "Go on"));
        await Next(founder.Heading("Votre première rencontre", "Your first meeting"));
        await founder.Page.Locator("[name=Place]").FillAsync("Maison de quartier, salle 2");
        Assert.Equal(200, await founder.Press("Continuer", "Go on"));
        await Next(founder.Heading("Rejoindre le réseau?", "Join the network?"));
        Assert.Equal(200, await founder.Press("Plus tard", "Later"));
        await Next(founder.Heading("Voici ce qui sera fait", "This is what will be made"));
        Assert.Equal(200, await founder.Press("Tout faire", "Make it all"));
        await Next(founder.Heading("Votre communauté se prépare", "Your community is being prepared").Or(founder.Heading("Votre communauté est prête", "Your community is ready")));
        await founder.Until(founder.Heading("Votre communauté est prête", "Your community is ready"));
        await Looked();

        Assert.Equal(200, await founder.Follow("Relire et annoncer la première rencontre", "Read over and announce the first meeting"));
        await Next(founder.Page.GetByRole(AriaRole.Button, new() { Name = founder.Said("J’accepte la charte", "I accept the charter") }));
        Assert.Equal(200, await founder.Press("J’accepte la charte", "I accept the charter"));
        await Next(founder.Page.GetByRole(AriaRole.Button, new() { Name = founder.Said("Annoncer aux membres", "Announce to members") }));
        Assert.Equal(200, await founder.Press("Annoncer aux membres", "Announce to members"));
        await Expect(founder.Page.GetByText(founder.Said("La rencontre est annoncée", "The meeting is announced"))).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{language}: {screens} screens, {clock.Elapsed.TotalSeconds:0.0} s of the machine");
        Assert.InRange(screens, 1, MostScreens);

        await founder.Open("/fr", "/en");
        await Expect(founder.Heading("Les 90 premiers jours", "The first ninety days")).ToBeVisibleAsync();

        // A name of their own, for what the next version names otherwise as well.
        await founder.Open("/fr/rencontres/ordres-du-jour-types", "/en/meetings/model-agendas");
        Assert.Equal(200, await founder.Follow("Rencontre du mois", "Monthly meeting"));
        Assert.Equal(200, await founder.Follow("Modifier", "Change"));
        await founder.Page.Locator("[name=TitleFr]").FillAsync("Notre soir du mois");
        Assert.Equal(200, await founder.Press("Enregistrer", "Save"));

        await founder.Open("/fr/notre-modele", "/en/our-template");
        await founder.Page.Locator("main input[type=file]").SetInputFilesAsync(new FilePayload { Name = "1.1.0.zip", MimeType = "application/zip", Buffer = NextVersion() });
        Assert.Equal(200, await founder.Press("Voir ce que cela changerait", "See what it would change"));
        await Next(founder.Page.Locator("#conflicts"));
        await IsAllOnPaper(founder.Page.Locator("#changes details"));
        await founder.Page.Locator("#conflicts [value=ours]").CheckAsync();
        Assert.Equal(200, await founder.Press("Appliquer", "Apply"));
        await Next(founder.Page.Locator("#run"));
        await IsAllOnPaper(founder.Page.Locator("#run details.on-paper"));
        await Expect(founder.Page.Locator("dl.facts")).ToContainTextAsync("1.1.0");
        await founder.Unfold("Annuler", "Undo");
        Assert.Equal(200, await founder.Press("Annuler", "Undo"));
        await Expect(founder.Page.Locator("dl.facts")).ToContainTextAsync("1.0.0");

        // The executive committee decides with a sheet in its hands.
        async Task IsAllOnPaper(ILocator changes)
        {
            await founder.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await founder.Visitor.Screenshot($"founding-{language}-{screens}-paper");
            Assert.NotEqual(0, await changes.CountAsync());
            foreach (var change in await changes.AllAsync())
            {
                await Expect(change.Locator(":scope > :not(summary)").First).ToBeVisibleAsync();
            }

            await founder.Page.EmulateMediaAsync(new() { Media = Media.Null });
        }

        async Task Next(ILocator shown)
        {
            await Expect(shown.First).ToBeVisibleAsync();
            screens++;
            await Looked();
        }

        async Task Looked()
        {
            await founder.Visitor.Screenshot($"founding-{language}-{screens}");
            if (scripts)
            {
                Assert.Empty(await founder.Visitor.Barriers());
            }
        }
    }

    // The built-in template as somebody would send it who changed what it says of two things.
    private static byte[] NextVersion()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var folder = Path.Combine(Repository.Root, "src/Node/Templates/BuiltIn/quebec-recovery");
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var words = File.ReadAllText(file);
                words = Path.GetFileName(file) switch
                {
                    "template.json" => words.Replace("1.0.0", "1.1.0", StringComparison.Ordinal),
                    "agendas.json" => words.Replace("\"Rencontre du mois\"", "\"La rencontre du mois\"", StringComparison.Ordinal),
                    "welcome.fr.md" or "welcome.en.md" => $"{words.TrimEnd()}\n\nUn café · Coffee.\n",
                    _ => words,
                };
                using var entry = new StreamWriter(zip.CreateEntry(Path.GetRelativePath(folder, file).Replace('\\', '/')).Open());
                entry.Write(words);
            }
        }

        return bytes.ToArray();
    }
}
