using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>Looks a page over on both screens and in both colour schemes, and tells everything that should not be.</summary>
public sealed partial class Inspection
{
    private const int HeaviestPage = 100 * 1024;

    /// <summary>Set to keep a picture of every look in <c>artifacts/screenshots</c>, for people to see.</summary>
    private const string Pictures = "RECOVERYCOP_SCREENSHOTS";

    private readonly Person _person;
    private readonly Dictionary<string, IResponse> _files = [];
    private readonly HashSet<int> _asked = [];
    private IResponse? _document;
    private int _complained;

    public Inspection(Person person)
    {
        _person = person;
        person.Visitor.Context.Response += (_, answer) =>
        {
            if (answer.Request.IsNavigationRequest)
            {
                _document = answer;
            }
            else if (!answer.FromServiceWorker)
            {
                _files.TryAdd(answer.Url, answer);
            }
        };
    }

    /// <summary>For somebody who visits many pages: nothing is kept from one to the next, so that each weighs what it weighs to a newcomer.</summary>
    public static async Task<Inspection> ThatWeighsAfresh(Person person)
    {
        var protocol = await person.Visitor.Context.NewCDPSessionAsync(person.Page);
        await protocol.SendAsync("Network.enable");
        await protocol.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        return new(person);
    }

    /// <summary>Fails with every fault in full.</summary>
    public static void AssertFaultless(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    /// <summary>Opens a page, looks at it, then at each of its refusals.</summary>
    public async Task<IReadOnlyList<string>> Visit(PageToVisit page, string path)
    {
        List<string> faults = [];
        _files.Clear();
        _asked.Clear();
        _complained = _person.Visitor.Complaints.Count;
        await Open(path, page, faults);
        foreach (var (index, refusal) in page.Refusals.Index())
        {
            await Open(path, page, []);
            var status = await _person.Land(() => Send(refusal));
            if (status != refusal.Status)
            {
                faults.Add($"{page} {refusal.Form}: answered {status}, not {refusal.Status}");
            }

            faults.AddRange(await Look($"{page}-refused-{index + 1}", refusal.Status));
        }

        return faults;

        async Task Open(string address, PageToVisit asked, List<string> found)
        {
            var status = await _person.Open(address, address);
            if (status != asked.Status)
            {
                found.Add($"{asked}: answered {status}, not {asked.Status}");
            }

            if (found == faults)
            {
                found.AddRange(await Look(asked.ToString(), asked.Status));
            }
        }
    }

    /// <summary>Looks at the page that is open.</summary>
    public async Task<IReadOnlyList<string>> Look(string name, int status)
    {
        List<string> faults = [];
        // French on one diagonal and English on the other: what a screen does and what colours do have nothing to do with each other.
        foreach (var (screen, dark) in new[] { (Screen.Desktop, _person.Language == "en"), (Screen.Phone, _person.Language == "fr") })
        {
            await _person.Page.SetViewportSizeAsync(screen is Screen.Phone ? 390 : 1280, screen is Screen.Phone ? 844 : 900);
            await _person.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var look = $"{_person.Node.Program}-{name}-{_person.Language}-{screen}{(dark ? "-dark" : "")}".ToLowerInvariant();
            faults.AddRange((await _person.Visitor.Barriers()).Select(barrier => $"{look}: {barrier}"));
            if (await _person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            {
                faults.Add($"{look}: is wider than the screen");
            }

            if (Environment.GetEnvironmentVariable(Pictures) is not null)
            {
                await _person.Visitor.Screenshot(look);
            }
        }

        if (Environment.GetEnvironmentVariable(Pictures) is not null)
        {
            await Print(name);
        }

        faults.AddRange(await Words(name));
        faults.AddRange(await Weight(name));
        // The browser reports a refusal's status as an error of the page; here it is what was asked for.
        _asked.Add(status);
        faults.AddRange(_person.Visitor.Complaints.Skip(_complained).Where(c => !_asked.Any(s => c.Contains($"status of {s} ", StringComparison.Ordinal))).Select(c => $"{name}: the console says {c}"));
        return faults;
    }

    private async Task Print(string name)
    {
        await _person.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await _person.Visitor.Screenshot($"{_person.Node.Program}-{name}-{_person.Language}-print".ToLowerInvariant());
        await _person.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private async Task Send(Refused refusal) => await _person.Page.Locator($"form:has(input[name='_handler'][value^='{refusal.Form}'])").First.EvaluateAsync(
        """
        (form, changes) => {
          changes.forEach(([name, value]) => form.querySelectorAll(`[name="${name}"]`).forEach(field => field.value = value));
          form.requestSubmit(form.querySelector('button[type=submit]'));
        }
        """,
        refusal.Changes.Select(change => new[] { change.Field, change.Value }).ToArray());

    // French of Québec: no space before ; ! and ?, one that does not break before : and inside « ».
    private async Task<IEnumerable<string>> Words(string name) => _person.Language != "fr"
        ? []
        : Spacing().Matches(await _person.Page.InnerTextAsync("body")).Select(found => $"{name}: typography: {found.Value}");

    private async Task<IEnumerable<string>> Weight(string name)
    {
        var sizes = await Task.WhenAll(_files.Values.Append(_document!).Select(file => file.Request.SizesAsync()));
        var weight = sizes.Sum(size => size.ResponseBodySize);
        return weight <= HeaviestPage ? [] : [$"{name}: weighs {weight} bytes"];
    }

    [GeneratedRegex(@".{0,25}(?:[ \u00A0\u202F][;!?](?=\s|$)|\w :(?=\s|$)|« | »).{0,10}")]
    private static partial Regex Spacing();
}
