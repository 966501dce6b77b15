using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Web.Charts;

/// <summary>What a region's tile says.</summary>
/// <param name="Code">The region's code, of <see cref="Founding.Regions"/>.</param>
/// <param name="Status">Its state in words.</param>
/// <param name="Level">0 for nothing, up to 3: drawn as that many dots on an ever stronger ground.</param>
/// <param name="Path">Where the tile leads; null when nowhere.</param>
public sealed record RegionTile(string Code, Text Status, int Level, Text? Path);
