namespace RecoveryCoP.Node.Web.Slots;

/// <summary>
/// A section that a feature puts on the pages of things of other features; those pages do not know it. It loads what it shows and answers its own forms, as a page
/// does. A page shows it (<see cref="Parts.PageSections"/>) only to those who may see the thing: so it need not ask.
/// </summary>
/// <param name="Component">A component that inherits <see cref="NodePage"/> and has the parameters <c>About</c>, the thing's kind, and <c>Id</c>.</param>
/// <param name="Order">Smaller comes first.</param>
public sealed record PageSection(Type Component, int Order);

/// <summary>How one gets to a thing of some kind from where only its kind and its id are known.</summary>
/// <param name="Kind">As its state is named.</param>
/// <param name="Name">What such a thing is called.</param>
/// <param name="Path">Its page.</param>
public sealed record ThingPage(string Kind, Text Name, Func<Guid, Text> Path);
