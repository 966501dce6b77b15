using RecoveryCoP.Hub.Directory.Pages;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Charts;

namespace RecoveryCoP.Hub.Directory;

/// <summary>What the tile map says of the network.</summary>
internal static class NetworkMap
{
    /// <summary>From how many practices on a region has three dots.</summary>
    public const int Many = 10;

    /// <summary>Every region, in the order of the codes. A chapter that gave no region is in the directory only.</summary>
    public static IReadOnlyList<RegionTile> Tiles(IEnumerable<DirectoryChapter> chapters)
    {
        var byRegion = chapters.Where(c => c.RegionScheme == Regions.Scheme).ToLookup(c => c.RegionCode);
        return [.. Regions.All.Select(region => Tile(region.Code, [.. byRegion[region.Code]]))];
    }

    private static RegionTile Tile(string code, IReadOnlyCollection<DirectoryChapter> chapters)
    {
        if (chapters.Count == 0)
        {
            return new RegionTile(code, DirectoryText.Nobody, 0, null);
        }

        var practices = chapters.Sum(c => c.Practices);
        var (communities, shared) = (DirectoryText.Communities.For(chapters.Count), DirectoryText.Shared.For(practices));
        var (list, anchor) = (PagePath.Of<DirectoryPage>(), "#" + DirectoryText.AnchorOf(code));
        return new RegionTile(
            code,
            new Text($"{communities.Fr}, {shared.Fr}", $"{communities.En}, {shared.En}"),
            practices == 0 ? 1 : practices < Many ? 2 : 3,
            new Text(list.Fr + anchor, list.En + anchor));
    }
}
