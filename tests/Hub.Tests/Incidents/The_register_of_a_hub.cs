using System.Net;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Hub.Tests.Incidents;

public sealed class The_register_of_a_hub(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    [Fact]
    public async Task is_kept_by_its_operators()
    {
        using var browser = Browser("operator");
        var today = Dates.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var written = await browser.Send(
            "/fr/incidents/consigner", "incident", ("Information", "Coordonnées"), ("Circumstances", "Un envoi."), ("Happened", "Hier"), ("KnownOn", today), ("People", "Deux"), ("Serious", "no"),
            ("Reasons", "Elles sont publiques."), ("Measures", "Excuses."));

        Assert.Equal(HttpStatusCode.SeeOther, written.Status);
        Assert.Contains("Elles sont publiques.", (await browser.Open("/en/incidents")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("node.db", (await browser.Open("/en/outside-quebec")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/incidents")]
    [InlineData("/fr/incidents/consigner")]
    [InlineData("/fr/hors-du-quebec")]
    public async Task is_closed_to_whoever_does_not_manage_access(string path)
    {
        using var somebody = Browser("member");

        Assert.Equal(HttpStatusCode.Forbidden, (await somebody.Open(path)).Status);
    }

    private OperatorsBrowser Browser(string role) => new(Hub, role);
}
