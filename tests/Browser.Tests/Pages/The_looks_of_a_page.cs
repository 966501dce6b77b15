using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>What a careful designer sees and no rule of accessibility asks for.</summary>
public sealed class The_looks_of_a_page(Testing.Browser browser, SharedNetwork shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task put_the_boxes_of_a_search_in_line_however_long_their_labels_are(string language)
    {
        var network = await shared.With(browser);
        await using var reader = await Person.At(network.Hub, browser, language, Cancel, screen: Screen.Phone);
        await reader.Page.SetViewportSizeAsync(360, 780);
        await reader.Open("/fr/bibliotheque", "/en/library");

        // One label is long enough to take three lines.
        await reader.Page.Locator(".facets label").First.EvaluateAsync("label => label.textContent = 'Un nom de liste qui prend à lui seul plus d’une ligne'");
        var bottoms = await reader.Page.Locator(".facets select").EvaluateAllAsync<double[]>("boxes => boxes.map(box => box.getBoundingClientRect().bottom)");

        Assert.Equal(bottoms[0], bottoms[1], 0.6);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task break_an_email_address_before_its_host_and_not_inside_a_word(string language)
    {
        var network = await shared.With(browser);
        await using var reader = await Person.At(network.Hub, browser, language, Cancel);
        await reader.Open("/fr/nous-joindre", "/en/contact");

        foreach (var width in new[] { 360, 390, 1280 })
        {
            await reader.Page.SetViewportSizeAsync(width, 900);
            var lines = await reader.Page.Locator("main a[href^='mailto:']").EvaluateAllAsync<int[]>(
                """
                links => links.flatMap(link => [...link.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(words => {
                  const range = document.createRange();
                  range.selectNodeContents(words);
                  return range.getClientRects().length;
                }))
                """);
            Assert.NotEmpty(lines);
            Assert.All(lines, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task keep_the_places_in_one_line_and_on_a_phone_at_the_bottom_over_nothing_one_could_press(string language)
    {
        var network = await shared.With(browser);
        await using var steward = await network.Steward.Again(browser, language, scripts: false);
        foreach (var (width, isPhone) in new[] { (1280, false), (768, false), (360, true), (320, true) })
        {
            await steward.Page.SetViewportSizeAsync(width, 740);
            await steward.Open("/fr/qui-nous-sommes", "/en/who-we-are");

            var places = await steward.Page.Locator(".menu a:visible").EvaluateAllAsync<double[][]>("links => links.map(a => { const r = a.getBoundingClientRect(); return [r.top, r.height, r.right]; })");
            Assert.Equal(isPhone ? 5 : 6, places.Length);
            Assert.Single(places.Select(p => p[0]).Distinct());
            Assert.All(places, p => Assert.InRange(p[2], 0, width));
            if (isPhone)
            {
                Assert.All(places, p => Assert.True(p[1] >= 48));
                // Whatever is focused stands above the bar, the last button and the last link too.
                var covered = await steward.Page.EvaluateAsync<string[]>(
                    """
                    () => [...document.querySelectorAll('main a, main button, main input, main textarea, main select, footer a')].filter(e => e.type !== 'hidden' && e.checkVisibility()).filter(e => {
                      e.focus();
                      return e.getBoundingClientRect().bottom > document.querySelector('.menu.bar').getBoundingClientRect().top + 1 && e.getBoundingClientRect().height < 400;
                    }).map(e => e.outerHTML.slice(0, 80))
                    """);
                Assert.Empty(covered);
            }
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task print_an_agenda_with_its_link_the_day_and_numbered_pages(string language)
    {
        var network = await shared.With(browser);
        await using var steward = await network.Steward.Again(browser, language, scripts: false);
        await steward.Open($"/fr/rencontres/{network.Meetings[Stage.Announced]}", $"/en/meetings/{network.Meetings[Stage.Announced]}");
        await steward.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var link = steward.Page.Locator(".facts a[href^='https']").First;
        Assert.Contains(await link.GetAttributeAsync("href") ?? "-", await link.EvaluateAsync<string>("link => getComputedStyle(link, '::after').content"), StringComparison.Ordinal);
        Assert.True(await steward.Page.GetByText(steward.Said("Imprimé le", "Printed on")).IsVisibleAsync());
        Assert.Contains("counter(page)", await steward.Page.EvaluateAsync<string>(
            """
            () => { const all = rules => [...rules].flatMap(rule => [rule.cssText, ...(rule.cssRules ? all(rule.cssRules) : [])]);
              return [...document.styleSheets].flatMap(sheet => all(sheet.cssRules)).filter(text => text.startsWith("@page")).join(); }
            """), StringComparison.Ordinal);
        Assert.False(await steward.Page.GetByRole(AriaRole.Navigation).First.IsVisibleAsync());
    }
}
