using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Federation.Tests;

/// <summary>A hub releases four versions of a template. Three chapters run the first three; one of them fetched its own with a code before it was even founded.</summary>
[Collection<OneNetwork>]
public sealed class Upgrading_from_a_hubs_release(FoundedNetwork founded)
{
    private const string Id = "gaspesie";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // What each version brings: by id the number in the title.
    private static readonly Dictionary<string, int>[] _versions =
    [
        new() { ["accueil-a"] = 1, ["accueil-b"] = 1 },
        new() { ["accueil-a"] = 2, ["accueil-b"] = 1, ["accueil-c"] = 2 },
        new() { ["accueil-a"] = 2, ["accueil-b"] = 3, ["accueil-c"] = 2 },
        new() { ["accueil-a"] = 4, ["accueil-b"] = 3, ["accueil-d"] = 4 },
    ];

    [Fact]
    public async Task brings_all_of_them_to_the_last_version_with_what_they_made_of_theirs()
    {
        await using var network = await founded.Copy(Cancel);
        using var folder = new TemporaryFolder();
        var (hub, first, second) = (network.Hub, network.Chapters[0], network.Chapters[1]);
        await using var third = new TestNode(NodeProcess.Chapter, "chapter-c", folder.Folder("chapter-c"), Ports.Take(NodeProcess.Chapter));
        await network.Start(Cancel);

        await Release(hub, folder, 1);
        await Take(first, 1);
        await first.Stop(Cancel);

        await Release(hub, folder, 2);
        await Take(second, 2);
        await Rename(network.Browsers[second], "Accueil-a 2", "Notre accueil");
        await second.Stop(Cancel);

        await hub.Process.Kill();
        await hub.Start(Cancel);
        await Release(hub, folder, 3);
        var code = (await Done(hub, "enrolment-code")).Trim();
        Assert.Contains($"+ {Id} {VersionOf(3)}", await Done(third, "template-fetch", "--code", code, "--hub", hub.GrpcAddress.ToString()), StringComparison.Ordinal);
        await Done(third, "init", "--name", "Communauté c", "--region", "11", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org");
        await third.Start(Cancel);
        Assert.Contains($"{Id} {VersionOf(3)}", await Done(third, "template-apply"), StringComparison.Ordinal);
        await Done(third, "enrol", "--code", code, "--hub", hub.GrpcAddress.ToString());
        await Done(hub, "admit", "--words", SixWords.Of(new NodeId(third.Read().NodeId)));

        await Release(hub, folder, 4);
        await hub.Process.Kill();
        await hub.Start(Cancel);
        await first.Start(Cancel);
        await second.Start(Cancel);
        foreach (var chapter in new[] { first, second, third })
        {
            await Take(chapter, 4);
        }

        // The recount: what the pure plan makes of the base, the last version and what was here.
        Assert.Equal(Recount(1), await Titles(first));
        Assert.Equal(Recount(2, ("accueil-a", "Notre accueil")), await Titles(second));
        Assert.Equal(Recount(3), await Titles(third));
        Assert.Contains("Notre accueil", await Titles(second));
        var running = "";
        await Patiently.Until(
            async () => (running = await Done(hub, "template-releases")).Split('\n').Count(line => line.EndsWith($": {Id} {VersionOf(4)}", StringComparison.Ordinal)) == 3,
            () => $"The hub never heard who runs what:\n{running}", Cancel);
    }

    private static Template Of(int version) => new(
        new TemplateHead(Id, Version.Parse(VersionOf(version))) { Name = new("Gaspésie", "Gaspé"), Changes = new($"Version {version}.", $"Version {version}.") },
        [.. _versions[version - 1].OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Text(t.Key, $"{char.ToUpperInvariant(t.Key[0])}{t.Key[1..]} {t.Value}"))]);

    // Above that of the template that comes with the program, which a chapter with none is offered too.
    private static string VersionOf(int version) => $"{10 + version}.0.0";

    private static TemplateItem Text(string id, string title) => new TemplateItem("text", id).With("title", title, title).With("text", "Bienvenue.", "Welcome.");

    private static IReadOnlyList<string> Recount(int from, params (string Id, string Title)[] changed)
    {
        TemplateItem[] ours = [.. Of(from).Items.Select(item => changed.FirstOrDefault(c => c.Id == item.Id) is { Title: { } title } ? item.With("title", title, item.In(Language.English, "title")) : item)];
        var now = ours.ToDictionary(item => item.Id);
        foreach (var change in Upgrade.Plan(Of(from).Items, Of(4).Items, ours).Changes)
        {
            if (change.After is { } after)
            {
                now[change.Id] = after;
            }
            else
            {
                now.Remove(change.Id);
            }
        }

        return [.. now.Values.Select(item => item.In(Language.French, "title")).Order(StringComparer.Ordinal)];
    }

    private static async Task Release(TestNode hub, TemporaryFolder folder, int version)
    {
        var zip = folder.File($"version-{version}.zip");
        await File.WriteAllBytesAsync(zip, TemplateWriter.ToZip(Of(version)), Cancel);
        await Done(hub, "template-release", zip);
    }

    /// <summary>A chapter exchanges until it is offered that version, and takes it; what it changed itself stays.</summary>
    private static async Task Take(TestNode chapter, int version)
    {
        var said = "";
        await Patiently.Until(
            async () =>
            {
                await chapter.Run(Cancel, "sync");
                return (said = await Done(chapter, "template-status")).Contains($"+ {Id} {VersionOf(version)}", StringComparison.Ordinal);
            },
            () => $"{chapter.Name} was never offered version {version}:\n{said}", Cancel);
        Assert.Contains($"{Id} {VersionOf(version)}", await Done(chapter, "template-apply"), StringComparison.Ordinal);
        Assert.StartsWith($"{Id} {VersionOf(version)}", await Done(chapter, "template-status"), StringComparison.Ordinal);
    }

    private static async Task Rename(FormClient browser, string from, string to)
    {
        var list = await browser.Open("/fr/textes", Cancel);
        var text = list.Page.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == from).GetAttribute("href")!;
        var written = await browser.Fill($"{text}/ecrire", "text", Cancel, ("TitleFr", to));
        Assert.True(written.IsDone, written.Words);
    }

    private static async Task<IReadOnlyList<string>> Titles(TestNode chapter)
    {
        using var visitor = new FormClient(chapter.Address);
        return [.. (await visitor.Open("/fr/textes", Cancel)).Page.QuerySelectorAll("main ul.rows a").Select(a => a.TextContent.Trim()).Order(StringComparer.Ordinal)];
    }

    private static async Task<string> Done(TestNode node, params string[] arguments)
    {
        var end = await node.Run(Cancel, arguments);
        Assert.True(end.ExitCode == 0, $"{node.Name} {string.Join(' ', arguments)}: {end.Output}{end.Error}");
        return end.Output;
    }
}
