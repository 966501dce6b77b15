using RecoveryCoP.Hub.Tests.Harness;

namespace RecoveryCoP.Hub.Tests.Statistics;

public sealed class The_page_of_statistics(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    [Fact]
    public async Task has_a_row_a_quarter_and_says_how_many_communities_reported_and_once_how_it_is_counted()
    {
        var (one, other) = (await Hub.Admitted(), await Hub.Admitted());
        await one.Push(one.Report("2026Q2", 1, ("practices.shared", 5), ("practices.revised", 2)), one.Report("2026Q3", 1, ("practices.shared", 1), ("practices.revised", 0)));
        await other.Push(other.Report("2026Q3", 1, ("practices.shared", 3), ("practices.revised", 1)));
        using var visitor = new FormClient(Hub.Web);

        var page = (await visitor.Open("/en/statistics", Cancel)).Page;

        Assert.Equal(["Quarter", "Practices shared", "Practices revised", "Communities that reported"], page.QuerySelectorAll("thead th").Select(h => h.TextContent));
        Assert.Equal(
            ["3rd quarter of 2026 | 4 | 1 | 2 of 2", "2nd quarter of 2026 | 5 | 2 | 1 of 2"],
            page.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Equal(2, page.Body!.TextContent.Split("exact count").Length);
        Assert.Equal(
            "2nd quarter of 2026, Practices shared 5, Practices revised 2; 3rd quarter of 2026, Practices shared 4, Practices revised 1",
            page.QuerySelector(".picture svg[role=img]")!.GetAttribute("aria-label"));
    }
}

public sealed class The_picture_of_statistics(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    [Fact]
    public async Task does_not_draw_as_none_what_nobody_reported()
    {
        var one = await Hub.Admitted();
        await one.Push(one.Report("2026Q1", 1, ("practices.shared", 5)));
        using var visitor = new FormClient(Hub.Web);

        var picture = (await visitor.Open("/en/statistics", Cancel)).Page.QuerySelector(".picture svg[role=img]")!;

        Assert.Contains("1st quarter of 2026, Practices shared 5, Practices revised –", picture.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Contains("–", picture.TextContent, StringComparison.Ordinal);
    }
}
