using RecoveryCoP.Node.Language;

namespace RecoveryCoP.Node.Web.Pictures;

/// <summary>
/// Québec's 17 regions as tiles, roughly where they lie: the North above, Côte-Nord along the gulf, the river's north shore in one row from
/// Outaouais to Gaspésie, the south shore below it. The three vast ones are wider. Everybody finds their own, and none is lost for being small on a real map.
/// </summary>
public static class RegionGrid
{
    private const double Gap = 3;
    private const double TileHeight = 50;
    private const int Columns = 7;

    /// <summary>The tiles, from north-west to south-east.</summary>
    public static IReadOnlyList<Place> Places { get; } =
    [
        new("10", 0, 1, 4, new("Nord-du-Québec", "Nord-du-Québec")),
        new("08", 1, 0, 2, new("Abitibi-|Témiscamingue", "Abitibi-|Témiscamingue")),
        new("02", 1, 2, 2, new("Saguenay–|Lac-Saint-Jean", "Saguenay–|Lac-Saint-Jean")),
        new("09", 1, 4, 3, new("Côte-Nord", "Côte-Nord")),
        new("07", 2, 0, 1, new("Outa-|ouais", "Outa-|ouais")),
        new("15", 2, 1, 1, new("Lauren-|tides", "Lauren-|tides")),
        new("14", 2, 2, 1, new("Lanau-|dière", "Lanau-|dière")),
        new("04", 2, 3, 1, new("Mauricie", "Mauricie")),
        new("03", 2, 4, 1, new("Capit.-|Nation.", "Capit.-|Nation.")),
        new("01", 2, 5, 1, new("Bas-St-|Laurent", "Bas-St-|Laurent")),
        new("11", 2, 6, 1, new("Gaspésie|Les Îles", "Gaspésie|Les Îles")),
        new("13", 3, 1, 1, new("Laval", "Laval")),
        new("06", 3, 2, 1, new("Montréal", "Montréal")),
        new("17", 3, 3, 1, new("Centre-|du-Qc", "Centre-|du-Qc")),
        new("12", 3, 4, 1, new("Chaud.-|Appal.", "Chaud.-|Appal.")),
        new("16", 4, 1, 2, new("Montérégie", "Montérégie")),
        new("05", 4, 3, 1, new("Estrie", "Estrie")),
    ];

    /// <summary>The height of the picture.</summary>
    public static double Height { get; } = (Places.Max(p => p.Row) + 1) * (TileHeight + Gap) - Gap + 2;

    /// <summary>One region's place.</summary>
    /// <param name="Code">The region's code.</param>
    /// <param name="Row">From the north, 0 upwards.</param>
    /// <param name="Column">From the west, 0 upwards.</param>
    /// <param name="Wide">How many columns it takes.</param>
    /// <param name="Label">A name short enough for the tile; a bar where a second line begins.</param>
    public sealed record Place(string Code, int Row, int Column, int Wide, Text Label)
    {
        private static double Pitch => (Units.Width - 2 + Gap) / Columns;

        /// <summary>The tile.</summary>
        public Box Tile => new(1 + Column * Pitch, 1 + Row * (TileHeight + Gap), Wide * Pitch - Gap, TileHeight);
    }
}
