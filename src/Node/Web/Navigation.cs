using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Web;

/// <summary>A link that a feature adds to every page.</summary>
/// <param name="Label">One or two words.</param>
/// <param name="Path">The page's path in each language.</param>
/// <param name="Audience">Who sees it. Hiding is a courtesy: the page itself refuses.</param>
/// <param name="Order">Smaller comes first.</param>
/// <param name="Place">In the menu at the top or among the small links at the bottom.</param>
public sealed record NavItem(Text Label, Text Path, Audience Audience, int Order, NavPlace Place = NavPlace.Menu);

/// <summary>Where a link stands.</summary>
public enum NavPlace
{
    /// <summary>The menu at the top.</summary>
    Menu,

    /// <summary>The small links at the bottom.</summary>
    Footer,
}

/// <summary>Who sees a link.</summary>
public sealed record Audience
{
    private readonly Func<Actor?, bool> includes;

    private Audience(Func<Actor?, bool> includes) => this.includes = includes;

    /// <summary>Everybody, signed in or not.</summary>
    public static Audience Everybody { get; } = new(_ => true);

    /// <summary>Only those who are not signed in.</summary>
    public static Audience Visitors { get; } = new(actor => actor is null);

    /// <summary>Everybody who is signed in.</summary>
    public static Audience SignedIn { get; } = new(actor => actor is not null);

    /// <summary>Those who hold at least one of the roles.</summary>
    public static Audience Holding(params string[] roles) => new(actor => actor?.Is(roles) == true);

    /// <summary>True when the actor (null for a visitor) belongs to it.</summary>
    public bool Includes(Actor? actor) => includes(actor);
}
