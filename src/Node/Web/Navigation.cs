namespace RecoveryCoP.Node.Web;

/// <summary>A link that a feature adds to every page.</summary>
/// <param name="Label">One or two words.</param>
/// <param name="Path">The page's path in each language.</param>
/// <param name="Access">Who sees it. Hiding is a courtesy: the page itself refuses.</param>
/// <param name="Order">Smaller comes first.</param>
/// <param name="Place">In the menu at the top or among the small links at the bottom.</param>
public sealed record NavItem(Text Label, Text Path, Access Access, int Order, NavPlace Place = NavPlace.Menu);

/// <summary>Where a link stands.</summary>
public enum NavPlace
{
    /// <summary>The menu at the top.</summary>
    Menu,

    /// <summary>The small links at the bottom.</summary>
    Footer,
}
