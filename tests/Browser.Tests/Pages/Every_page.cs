using System.Text.RegularExpressions;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>Every page that the two programs have, as their own endpoints list them, in French.</summary>
public sealed class Every_page_in_French(Testing.Browser browser, SharedNetwork shared, Visitors visitors) : Every_page(browser, shared, visitors, "fr");

/// <summary>And in English, at the same time.</summary>
public sealed class Every_page_in_English(Testing.Browser browser, SharedNetwork shared, Visitors visitors) : Every_page(browser, shared, visitors, "en");

/// <inheritdoc cref="Every_page_in_French" />
public abstract partial class Every_page(Testing.Browser browser, SharedNetwork shared, Visitors visitors, string language) : IClassFixture<Visitors>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Visits => [.. Rows(NodeProcess.Hub), .. Rows(NodeProcess.Chapter)];

    [Theory]
    [InlineData(NodeProcess.Chapter)]
    [InlineData(NodeProcess.Hub)]
    public async Task is_visited(string program)
    {
        var routes = await NodeOf(await shared.With(browser), program).Routes(Cancel);
        var visited = PagesOf(program).SelectMany(page => new[] { page.Fr, page.En }).ToHashSet();
        Assert.Contains("/fr", routes);
        Assert.DoesNotContain(routes, route => !visited.Contains(route) && !PagesToVisit.IsNoPage(route));
    }

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task has_no_barriers_and_nothing_to_be_ashamed_of(string program, string name)
    {
        var network = await shared.With(browser);
        var page = PagesOf(program).Single(p => p.ToString() == name);
        var inspection = await visitors.Of(program, page.Who, () => page.Who is Who.Stranger
            ? Person.At(NodeOf(network, program), browser, language, Cancel, scripts: true)
            : (program == NodeProcess.Hub ? network.Operator : network.Steward).Again(browser, language, scripts: true));

        Inspection.AssertFaultless(await inspection.Visit(page, Path(network, page, program, language == "fr" ? page.Fr : page.En)));
    }

    private static string Path(Network network, PageToVisit page, string program, string route) => Parameter().Replace(route, found => found.Groups[1].Value switch
    {
        "Node" => network.NeighbourId,
        "Number" => "2",
        "Id" when page.Fr.StartsWith("/fr/acces/", StringComparison.Ordinal) => program == NodeProcess.Hub ? network.PersonAtTheHub : network.PersonAtTheNeighbour,
        "Id" when program == NodeProcess.Hub => network.NeighbourId,
        "Id" when page.Fr.StartsWith("/fr/rencontres/series/", StringComparison.Ordinal) => network.Series,
        "Id" when page.Fr.StartsWith("/fr/rencontres/ordres-du-jour-types/", StringComparison.Ordinal) => network.ModelAgenda,
        "Id" when page.Fr.StartsWith("/fr/textes/", StringComparison.Ordinal) => network.Welcome,
        "Id" when page.Fr.StartsWith("/fr/rencontres/", StringComparison.Ordinal) => network.Meetings[page.Stage],
        "Id" when page.Fr.StartsWith("/fr/suivis/", StringComparison.Ordinal) => network.Action,
        "Id" when page.Fr.StartsWith("/fr/sujets/", StringComparison.Ordinal) => network.Topic,
        "Id" when page.Fr.StartsWith("/fr/organisations/", StringComparison.Ordinal) => network.Organization,
        "Id" when page.Fr.StartsWith("/fr/pratiques/adoptions/", StringComparison.Ordinal) => network.Adoption,
        "Id" when page.Fr.StartsWith("/fr/comites/", StringComparison.Ordinal) => Network.Executive,
        "SeatId" => Network.Seat,
        "VoteId" => network.Vote,
        _ => page.About switch
        {
            About.Draft => network.Draft,
            About.Withdrawn => network.Withdrawn,
            _ => network.Practice,
        },
    });

    private static RunningNode NodeOf(Network network, string program) => program == NodeProcess.Hub ? network.Hub : network.Neighbour;

    private static IReadOnlyList<PageToVisit> PagesOf(string program) => program == NodeProcess.Hub ? PagesToVisit.OfAHub : PagesToVisit.OfAChapter;

    private static IEnumerable<TheoryDataRow<string, string>> Rows(string program) =>
        PagesOf(program).Select(page => new TheoryDataRow<string, string>(program, page.ToString()));

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
