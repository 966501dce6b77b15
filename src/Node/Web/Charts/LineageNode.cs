using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Web.Charts;

/// <summary>A practice and what others made of it.</summary>
/// <param name="Title">The practice's title.</param>
/// <param name="Chapter">The community that wrote it.</param>
/// <param name="Path">The practice's page; null when it cannot be read here.</param>
/// <param name="IsHere">True for the practice of the page that shows the tree.</param>
/// <param name="Adaptations">What was adapted from it, oldest first.</param>
public sealed record LineageNode(Bilingual Title, Bilingual Chapter, Text? Path, bool IsHere, IReadOnlyList<LineageNode> Adaptations);
