using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>How the hub's team writes a template, from the first page to the one that releases it.</summary>
public sealed class The_pages_of_drafts(Testing.Browser browser, SharedNetwork shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task have_no_barriers_and_nothing_to_be_ashamed_of(string language)
    {
        var network = await shared.With(browser);
        await using var @operator = await network.Operator.Again(browser, language, scripts: true);
        await @operator.Open("/fr/modeles/brouillons", "/en/templates/drafts");
        await @operator.Page.Locator("input[name=From][value=built-in]").CheckAsync();
        await @operator.Page.Locator("input[name=What][value=own]").CheckAsync();
        await @operator.Page.Locator("input[name=NameFr]").FillAsync($"Modèle de l’Estrie ({language})");
        await @operator.Page.Locator("input[name=NameEn]").FillAsync($"Townships template ({language})");
        Assert.Equal(200, await @operator.Press("Commencer un brouillon", "Begin a draft"));
        var draft = new Uri(@operator.Page.Url).AbsolutePath;
        var (fr, en) = (draft.Replace("/en/templates/drafts", "/fr/modeles/brouillons", StringComparison.Ordinal), draft.Replace("/fr/modeles/brouillons", "/en/templates/drafts", StringComparison.Ordinal));

        List<string> faults = [];
        foreach (var page in new PageToVisit[]
        {
            new(Who.Keeper, fr, en),
            new(Who.Keeper, $"{fr}/presentation", $"{en}/about", new Refused("head", ("version", "deux"))),
            new(Who.Keeper, $"{fr}/charter/charter", $"{en}/charter/charter"),
            new(Who.Keeper, $"{fr}/agenda/_", $"{en}/agenda/_"),
            new(Who.Keeper, $"{fr}/step/_", $"{en}/step/_", new Refused("item", ("day", "91"))),
            new(Who.Keeper, $"{fr}/lire", $"{en}/read"),
            new(Who.Keeper, $"{fr}/publier", $"{en}/release"),
        })
        {
            await using var person = await @operator.Again(browser, language, scripts: true);
            faults.AddRange(await new Inspection(person).Visit(page, person.Said(page.Fr, page.En)));
        }

        Inspection.AssertFaultless(faults);
    }
}
