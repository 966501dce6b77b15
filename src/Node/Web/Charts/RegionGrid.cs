namespace RecoveryCoP.Node.Web.Charts;

/// <summary>
/// Québec's 17 regions as tiles, roughly where they lie: the North above, Côte-Nord along the gulf, the river's north shore in one row from
/// Outaouais to Gaspésie, the south shore below it. The three vast ones are wider. Everybody finds their own, and none is lost for being small on a real map.
/// </summary>
public static class RegionGrid
{
    /// <summary>What a tile leaves free beside its name.</summary>
    internal const double Margin = 7;

    private const double Gap = 3;
    private const double TileHeight = 50;
    private const int Columns = 7;

    /// <summary>The tiles, from north-west to south-east.</summary>
    public static IReadOnlyList<Place> Places { get; } =
    [
        new("10", 0, 1, 4, "Nord-du-Québec"),
        new("08", 1, 0, 2, "Abitibi-|Témiscamingue"),
        new("02", 1, 2, 2, "Saguenay–|Lac-Saint-Jean"),
        new("09", 1, 4, 3, "Côte-Nord"),
        new("07", 2, 0, 1, "Outaouais"),
        new("15", 2, 1, 1, "Lauren\u2010|tides"),
        new("14", 2, 2, 1, "Lanau\u2010|dière"),
        new("04", 2, 3, 1, "Mauricie"),
        new("03", 2, 4, 1, "Capitale-|Nationale"),
        new("01", 2, 5, 1, "Bas-Saint-|Laurent"),
        new("11", 2, 6, 1, "Gaspésie–|Îles"),
        new("13", 3, 1, 1, "Laval"),
        new("06", 3, 2, 1, "Montréal"),
        new("17", 3, 3, 1, "Centre-du-|Québec"),
        new("12", 3, 4, 1, "Chaudière-|Appalaches"),
        new("16", 4, 1, 2, "Montérégie"),
        new("05", 4, 3, 1, "Estrie"),
    ];

    /// <summary>The height of the picture.</summary>
    public static double Height { get; } = (Places.Max(p => p.Row) + 1) * (TileHeight + Gap) - Gap + 2;

    /// <summary>One region's place.</summary>
    /// <param name="Code">The region's code.</param>
    /// <param name="Row">From the north, 0 upwards.</param>
    /// <param name="Column">From the west, 0 upwards.</param>
    /// <param name="Wide">How many columns it takes.</param>
    /// <param name="Label">The beginning of its name, the same in both languages; a bar where a second line begins, after U+2010 where that breaks a word.</param>
    public sealed record Place(string Code, int Row, int Column, int Wide, string Label)
    {
        private static double Pitch => (Units.Width - 2 + Gap) / Columns;

        /// <summary>The tile.</summary>
        public Box Tile => new(1 + Column * Pitch, 1 + Row * (TileHeight + Gap), Wide * Pitch - Gap, TileHeight);
    }
}

/// <summary>What a region's tile says.</summary>
/// <param name="Code">The region's code, of <see cref="Localization.Regions"/>.</param>
/// <param name="Status">Its state in words.</param>
/// <param name="Level">0 for nothing, up to 3: drawn as that many dots on an ever stronger ground.</param>
/// <param name="Path">Where the tile leads; null when nowhere.</param>
public sealed record RegionTile(string Code, Text Status, int Level, Text? Path);
