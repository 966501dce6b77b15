using RecoveryCoP.Hub.Tests.Harness;

namespace RecoveryCoP.Hub.Tests.Home;

public sealed class The_first_page(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    // The law asks that it be published (P-39.1, s. 3.1), and founding says so.
    [Theory]
    [InlineData("/fr", "Responsable de la protection des renseignements personnels\u00a0: Direction, vie-privee@carrefour.example")]
    [InlineData("/en", "Person in charge of personal information: Direction, vie-privee@carrefour.example")]
    public async Task says_who_is_in_charge_of_personal_information(string path, string says)
    {
        using var visitor = new FormClient(Hub.Web);

        Assert.Contains(says, (await visitor.Open(path, Cancel)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr", "Carrefour provincial")]
    [InlineData("/en/communities", "Communities · Carrefour provincial")]
    public async Task says_its_name_once_in_the_tab(string path, string title)
    {
        using var visitor = new FormClient(Hub.Web);

        Assert.Equal(title, (await visitor.Open(path, Cancel)).Page.Title);
    }
}
