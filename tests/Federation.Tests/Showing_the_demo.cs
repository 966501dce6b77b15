using System.Diagnostics;
using System.Text.RegularExpressions;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>The demo as its user sees it: one start, and one more on the same folder.</summary>
public sealed class Showing_the_demo(ShownDemo shown) : IClassFixture<ShownDemo>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task finds_every_chapters_practices_in_the_hubs_catalogue_and_in_all_libraries()
    {
        var demo = await shown.Running(Cancel);
        await demo.FreshLinks(Cancel);
        var chapters = demo.Nodes.Where(node => node.Key != "hub").ToList();
        Assert.Equal(["estrie", "gaspesie", "montreal", "outaouais"], chapters.Select(c => c.Key).Order(StringComparer.Ordinal));

        foreach (var node in demo.Nodes)
        {
            using var browser = new FormClient(node.Address);
            if (node.Key != "hub")
            {
                await browser.SignIn(demo.LinkOf(node.Key, node.Key == "estrie" ? "steward" : "member"), Cancel);
            }

            // Estrie has just begun, and has nothing to share yet.
            foreach (var chapter in chapters.Where(c => c.Key != "estrie"))
            {
                var list = await browser.Open($"/en/library?chapter={chapter.Id}", Cancel);
                Assert.NotEmpty(list.Page.QuerySelectorAll("main h3 a"));
            }
        }
    }

    [Fact]
    public async Task founds_a_chapter_from_the_hubs_template_and_shows_an_upgrade_that_keeps_what_it_changed_and_is_undone()
    {
        var demo = await shown.Running(Cancel);
        await demo.FreshLinks(Cancel);
        using var steward = new FormClient(demo.Nodes.Single(node => node.Key == "estrie").Address);
        await steward.SignIn(demo.LinkOf("estrie", "steward"), Cancel);

        var template = await steward.Open("/en/our-template", Cancel);
        Assert.Contains("Template of the provincial hub", template.Words, StringComparison.Ordinal);
        var offer = Assert.Single(template.Page.QuerySelectorAll("main ul.rows li a.button"), a => a.GetAttribute("href")!.Contains("compare", StringComparison.Ordinal));
        var compared = await steward.Open(offer.GetAttribute("href")!, Cancel);
        // What both rewrote is asked; the rest of what Estrie made of it stays.
        Assert.Single(compared.Page.QuerySelectorAll("#conflicts section.part"));
        Assert.Contains("by the parking lot", compared.Words, StringComparison.Ordinal);
        Assert.Contains("from twenty minutes before", compared.Words, StringComparison.Ordinal);
        Assert.Contains("Venir à nos rencontres sans auto", (await steward.Open("/en/topics", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gives_a_member_a_facilitator_a_steward_and_an_operator_links_that_work_once()
    {
        var demo = await shown.Running(Cancel);
        await demo.FreshLinks(Cancel);
        var links = demo.Links;

        Assert.Superset(new HashSet<string> { "member", "facilitator", "steward", "operator" }, links.Select(link => link.As).ToHashSet());
        foreach (var link in links)
        {
            var address = demo.Nodes.Single(node => node.Key == link.Node).Address;
            using var browser = new FormClient(address);
            await browser.SignIn(link.Link, Cancel);
            using var another = new FormClient(address);
            Assert.False((await another.Fill("/en/sign-in", "enter", Cancel, ("Key", link.Link))).IsDone);
        }
    }

    [Fact]
    public async Task shows_the_letters_that_its_nodes_send_and_lets_somebody_in_by_one()
    {
        var demo = await shown.Running(Cancel);
        var address = demo.Nodes.Single(node => node.Key == "montreal").Address;
        using var browser = new FormClient(address);
        using var letters = new HttpClient();
        Assert.True((await browser.Fill("/en/sign-in", "ask", Cancel, ("Address", "noe.fougere@example.org"))).IsDone);

        string[] found = [];
        await Patiently.Until(
            async () => (found = [.. Regex.Matches(await letters.GetStringAsync(demo.Letters, Cancel), "href=\"([^\"]+/[0-9]+)\">[^<]+</a><p class=\"quiet\">noe.fougere@").Select(m => m.Groups[1].Value)]).Length > 0
                && (await letters.GetStringAsync(new Uri(demo.Letters, found[0]), Cancel)).Contains("#t=", StringComparison.Ordinal),
            () => "no letter came",
            Cancel);

        var letter = await letters.GetStringAsync(new Uri(demo.Letters, found[0]), Cancel);
        await browser.SignIn(Regex.Match(letter, "href=\"(http[^\"]+#t=[^\"]+)\"").Groups[1].Value, Cancel);
        using var elsewhere = await letters.GetAsync(new Uri(demo.Letters, "/"), Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task shows_the_chapters_calendars_as_a_program_that_subscribed_gets_them()
    {
        var demo = await shown.Running(Cancel);
        using var letters = new HttpClient();

        var page = await letters.GetStringAsync(new Uri($"{demo.Letters}/calendars"), Cancel);

        Assert.Equal(4, Regex.Count(page, "rencontres-ouvertes.ics</a>"));
        Assert.NotEmpty(Regex.Matches(page, @"<li>[^<]+<p class=""quiet"">[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2} · "));
    }

    [Fact]
    public async Task keeps_what_it_tells_from_everybody_else()
    {
        var demo = await shown.Running(Cancel);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(demo.NetworkFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.All(demo.Nodes, node => Assert.InRange(node.Address.Port, 1024, 32_767));
    }

    [Fact]
    public async Task ends_with_its_nodes_on_Ctrl_C_goes_on_with_the_same_network_the_next_time_and_does_not_go_on_without_one_of_them()
    {
        var demo = await shown.Running(Cancel);
        var (nodes, processes) = (demo.Nodes, demo.NodeProcesses());
        Assert.Equal(5, processes.Count);

        var ended = await demo.Process.PressCtrlC(Cancel);

        Assert.True(ended.ExitCode == 0, ended.Output + ended.Error);
        Assert.All(processes, process => Assert.True(HasEnded(process)));

        demo = await shown.Running(Cancel);
        Assert.Equal(nodes, demo.Nodes);
        Assert.DoesNotContain(": founded", demo.Process.Output, StringComparison.Ordinal);

        processes = demo.NodeProcesses();
        using (var victim = Process.GetProcessById(processes[0]))
        {
            victim.Kill();
        }

        ended = await demo.Process.Ended(Cancel);

        Assert.Equal(1, ended.ExitCode);
        Assert.Matches("ended by itself.*\n    ", ended.Error);
        Assert.All(processes, process => Assert.True(HasEnded(process)));
    }

    [Fact]
    public async Task goes_on_the_next_time_without_a_chapter_that_its_operator_suspended()
    {
        var demo = await shown.Running(Cancel);
        await Decide(demo, "suspend", ("Message", "Pour voir ce qui arrive."));
        await demo.Process.PressCtrlC(Cancel);

        demo = await shown.Running(Cancel);

        Assert.Contains("set apart by the hub", demo.Process.Output, StringComparison.Ordinal);
        await Decide(demo, "reinstate");
    }

    [Fact]
    public async Task on_a_folder_where_it_runs_already_is_refused_and_disturbs_nothing()
    {
        var demo = await shown.Running(Cancel);

        await using var second = DemoProcess.Launch(shown.Folder, "--fresh");
        var said = await second.Process.Ended(Cancel);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("is running on", said.Error, StringComparison.Ordinal);
        await demo.Process.Answers(demo.Nodes[0].Address, Cancel);
    }

    private static async Task Decide(DemoProcess demo, string form, params (string Name, string Value)[] values)
    {
        await demo.FreshLinks(Cancel);
        using var browser = new FormClient(demo.Nodes.Single(node => node.Key == "hub").Address);
        await browser.SignIn(demo.LinkOf("hub", "operator"), Cancel);
        Assert.True((await browser.Fill($"/en/enrolments/{demo.Nodes.Single(node => node.Key == "outaouais").Id}", form, Cancel, values)).IsDone);
    }

    // Asked by its number alone: the process is nobody's child here.
    private static bool HasEnded(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
