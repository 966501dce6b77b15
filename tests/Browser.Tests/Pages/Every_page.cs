using System.Text.RegularExpressions;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>Every page that the two programs have, as their own endpoints list them.</summary>
[Collection(nameof(Network))]
public sealed partial class Every_page(Testing.Browser browser, Network network)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Visits => [.. Rows(NodeProcess.Hub, PagesToVisit.OfAHub), .. Rows(NodeProcess.Chapter, PagesToVisit.OfAChapter)];

    [Theory]
    [InlineData(NodeProcess.Chapter)]
    [InlineData(NodeProcess.Hub)]
    public async Task is_visited(string program)
    {
        var routes = await NodeOf(program).Routes(Cancel);
        var visited = PagesOf(program).SelectMany(page => new[] { page.Fr, page.En }).ToHashSet();
        Assert.Contains("/fr", routes);
        Assert.DoesNotContain(routes, route => !visited.Contains(route) && !PagesToVisit.IsNoPage(route));
    }

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task has_no_barriers_and_nothing_to_be_ashamed_of(string program, string name, string tongue)
    {
        var page = PagesOf(program).Single(p => p.ToString() == name);
        await using var person = page.Who is Who.Stranger
            ? await Person.At(NodeOf(program), browser, tongue, Cancel, scripts: true)
            : await (program == NodeProcess.Hub ? network.Operator : network.Steward).Again(browser, tongue, scripts: true);

        Inspection.AssertFaultless(await new Inspection(person).Visit(page, Path(page, program, person.Said(page.Fr, page.En))));
    }

    private string Path(PageToVisit page, string program, string route) => Parameter().Replace(route, found => found.Groups[1].Value switch
    {
        "Node" => network.NeighbourId,
        "Number" => "2",
        "Id" when program == NodeProcess.Hub => network.NeighbourId,
        _ => page.About switch
        {
            About.Draft => network.Draft,
            About.Withdrawn => network.Withdrawn,
            _ => network.Practice,
        },
    });

    private RunningNode NodeOf(string program) => program == NodeProcess.Hub ? network.Hub : network.Neighbour;

    private static IReadOnlyList<PageToVisit> PagesOf(string program) => program == NodeProcess.Hub ? PagesToVisit.OfAHub : PagesToVisit.OfAChapter;

    private static IEnumerable<TheoryDataRow<string, string, string>> Rows(string program, IEnumerable<PageToVisit> pages) =>
        from page in pages from tongue in new[] { "fr", "en" } select new TheoryDataRow<string, string, string>(program, page.ToString(), tongue);

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
