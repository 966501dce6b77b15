using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web.Charts;

namespace RecoveryCoP.Node.Tests.Web.Charts;

public sealed class The_tiles_of_Quebec
{
    [Fact]
    public void are_exactly_its_regions() =>
        Assert.Equal(Regions.All.Select(r => r.Code), RegionGrid.Places.Select(p => p.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void do_not_overlap_and_stay_inside_the_picture()
    {
        var tiles = RegionGrid.Places.Select(p => p.Tile).ToList();

        Assert.DoesNotContain(tiles.Index(), one => tiles.Skip(one.Index + 1).Any(one.Item.Overlaps));
        Assert.All(tiles, tile => Assert.True(tile.X >= 0 && tile.Right <= Units.Width && tile.Bottom <= RegionGrid.Height));
    }

    [Fact]
    public void are_large_enough_for_a_finger() => Assert.All(RegionGrid.Places, p => Assert.True(p.Tile is { Width: >= 44, Height: >= 44 }));

    [Fact]
    public void lie_where_the_regions_lie()
    {
        Assert.Equal("10", RegionGrid.Places.MinBy(p => p.Row)!.Code);
        Assert.True(Of("11").Right > Of("01").Right && Of("01").X > Of("03").X, "Gaspésie is the end of the south shore");
        Assert.True(Of("09").Bottom < Of("11").Y, "Côte-Nord is north of Gaspésie");
        Assert.True(Of("08").Bottom < Of("07").Y && Of("07").X < Of("15").X, "Outaouais is the south-west");
        Assert.True(Of("13").Y < Of("16").Y && Of("06").Y < Of("16").Y, "Montérégie is south of the islands");
        Assert.True(Of("17").Y < Of("05").Y, "Estrie is at the border");
    }

    [Fact]
    public void have_names_that_are_squeezed_by_a_quarter_at_most() => Assert.All(
        RegionGrid.Places,
        place => Assert.All(
            place.Label.Split('|'), line => Assert.True((place.Tile.Width - RegionGrid.Margin) / (line.Length * Words.SmallCharacter) >= 0.75, line)));

    [Fact]
    public void are_called_by_the_beginning_of_the_name_so_that_one_can_say_what_one_sees() => Assert.All(
        RegionGrid.Places,
        place => Assert.All(
            new[] { Language.French, Language.English },
            language => Assert.StartsWith(Letters(place.Label), Letters(Regions.NameOf(Regions.Scheme, place.Code)!.In(language)), StringComparison.Ordinal)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static Box Of(string code) => RegionGrid.Places.Single(p => p.Code == code).Tile;
}
