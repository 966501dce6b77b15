namespace RecoveryCoP.Node.Localization;

/// <summary>
/// The 17 administrative regions of Québec (Institut de la statistique du Québec), by their code. The health network numbers its own regions
/// differently, so a code never travels without its scheme: <c>ra</c>.
/// </summary>
public static class Regions
{
    /// <summary>The scheme of these codes.</summary>
    public const string Scheme = "ra";

    /// <summary>Code and name of each, in the order of the codes.</summary>
    public static IReadOnlyList<(string Code, Text Name)> All { get; } =
    [
        ("01", new("Bas-Saint-Laurent", "Bas-Saint-Laurent")),
        ("02", new("Saguenay–Lac-Saint-Jean", "Saguenay–Lac-Saint-Jean")),
        ("03", new("Capitale-Nationale", "Capitale-Nationale")),
        ("04", new("Mauricie", "Mauricie")),
        ("05", new("Estrie", "Estrie (Eastern Townships)")),
        ("06", new("Montréal", "Montréal")),
        ("07", new("Outaouais", "Outaouais")),
        ("08", new("Abitibi-Témiscamingue", "Abitibi-Témiscamingue")),
        ("09", new("Côte-Nord", "Côte-Nord (North Shore)")),
        ("10", new("Nord-du-Québec", "Nord-du-Québec (Northern Québec)")),
        ("11", new("Gaspésie–Îles-de-la-Madeleine", "Gaspésie–Îles-de-la-Madeleine")),
        ("12", new("Chaudière-Appalaches", "Chaudière-Appalaches")),
        ("13", new("Laval", "Laval")),
        ("14", new("Lanaudière", "Lanaudière")),
        ("15", new("Laurentides", "Laurentides (Laurentians)")),
        ("16", new("Montérégie", "Montérégie")),
        ("17", new("Centre-du-Québec", "Centre-du-Québec")),
    ];

    /// <summary>The name of a code of this scheme; null when it is not one of the seventeen.</summary>
    public static Text? NameOf(string scheme, string code) =>
        scheme == Scheme ? All.FirstOrDefault(r => r.Code == code).Name : null;
}
