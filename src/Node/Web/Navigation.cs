namespace RecoveryCoP.Node.Web;

/// <summary>A link that a feature adds to every page.</summary>
/// <param name="Label">One or two words.</param>
/// <param name="Path">The page's path in each language.</param>
/// <param name="Access">Who sees it. Hiding is a courtesy: the page itself refuses.</param>
/// <param name="Order">Smaller comes first.</param>
/// <param name="Place">Where it stands.</param>
public sealed record NavItem(Text Label, Text Path, Access Access, int Order, NavPlace Place = NavPlace.Menu)
{
    /// <summary>Of a place: its picture, drawn with lines on 24 by 24 units. The words always stand below it.</summary>
    public string Icon { get; init; } = "";

    /// <summary>What it is for, in a sentence: said where those who look after the community choose.</summary>
    public Text? Why { get; init; }

    /// <summary>Of a tab: the path of the place whose tab it is.</summary>
    public Text? Within { get; init; }
}

/// <summary>Where a link stands.</summary>
public enum NavPlace
{
    /// <summary>A place: in the menu at the top, and on a phone in the bar at the bottom, which has room for five.</summary>
    Menu,

    /// <summary>Beside another page of the same place.</summary>
    Tab,

    /// <summary>What is one's own: in the menu with one's name.</summary>
    Account,

    /// <summary>What some look after for everybody: on one page of its own.</summary>
    LookAfter,

    /// <summary>The small links at the bottom.</summary>
    Footer,
}

/// <summary>The links of one page, for one reader: which there are, where the page stands among them, and what leads back up.</summary>
internal sealed class PageLinks(IEnumerable<NavItem> items, Actor? actor, string path, Language language)
{
    private readonly List<NavItem> allowed = [.. items.Where(i => i.Access.Allows(actor)).OrderBy(i => i.Order)];

    /// <summary>Those of a kind.</summary>
    public List<NavItem> At(NavPlace place) => [.. allowed.Where(i => i.Place == place)];

    /// <summary>The page that gathers what there is to look after; null for those who look after nothing.</summary>
    public NavItem? LookAfter => At(NavPlace.LookAfter).Count == 0 ? null : new(WebText.LookAfter, PagePath.Of<LookAfterPage>(), Access.Members, 0);

    /// <summary>The place that the page belongs to: its own, or its tab's.</summary>
    public NavItem? Place => At(NavPlace.Menu).Find(i => Leads(i)) ?? At(NavPlace.Tab).Where(Leads).Select(PlaceOf).FirstOrDefault();

    /// <summary>The tabs to show on the page: those of its place, where it is one of them itself.</summary>
    public List<NavItem> Tabs => Place is { } place && At(NavPlace.Tab).FindAll(t => PlaceOf(t) == place) is { Count: > 1 } tabs && tabs.Exists(Is) ? tabs : [];

    /// <summary>What stands above the page, from the top down; empty for a place, and for a page that is below none.</summary>
    public List<NavItem> Trail
    {
        get
        {
            var above = allowed.Where(i => i.Place != NavPlace.Footer && !Is(i) && Leads(i)).OrderByDescending(i => i.Path.In(language).Length).ThenBy(i => i.Place).FirstOrDefault();
            var root = Place is { } place && !Is(place) ? place : Place is null && allowed.Exists(i => i.Place == NavPlace.LookAfter && Leads(i)) ? LookAfter : null;
            return allowed.Exists(i => i.Place == NavPlace.Tab && Is(i)) ? [] : [.. new[] { root, above }.OfType<NavItem>().DistinctBy(i => i.Path)];
        }
    }

    /// <summary>What <c>aria-current</c> says of a link.</summary>
    public string? Current(NavItem item) => Is(item) ? "page"
        : item.Place == NavPlace.Menu && item == Place || item.Path == LookAfter?.Path && Trail.Exists(i => i.Path == item.Path) ? "true"
        : item.Place == NavPlace.Footer && Leads(item) ? "true" : null;

    private bool Is(NavItem item) => path == item.Path.In(language);

    // Home is above everything: it is current only when it is the page itself.
    private bool Leads(NavItem item) => Is(item) || (item.Path.In(language) is { Length: > 3 } target && path.StartsWith(target + "/", StringComparison.Ordinal));

    private NavItem? PlaceOf(NavItem tab) => allowed.Find(i => i.Place == NavPlace.Menu && i.Path == tab.Within);
}
