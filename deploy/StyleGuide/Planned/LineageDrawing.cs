using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web.Charts;

namespace RecoveryCoP.StyleGuide.Planned;

/// <summary>Where the practices of a lineage are: one a row, each adaptation one step to the right of what it was adapted from.</summary>
public sealed class LineageDrawing
{
    private const double RowHeight = 62;
    private const double Step = 22;
    private const int DeepestStep = 5;
    // Of the serif face at 14 units, with some room to spare.
    private const double CharacterWidth = 7.2;

    private LineageDrawing(IReadOnlyList<Row> rows) => Rows = rows;

    /// <summary>Every practice, each after what it was adapted from.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The height of the picture.</summary>
    public double Height => Rows.Count * RowHeight;

    /// <summary>Lays a tree out, with titles in a reader's language where there is one.</summary>
    public static LineageDrawing Of(LineageNode root, Language language)
    {
        var rows = new List<Row>();
        Add(root, null, 0);
        return new LineageDrawing(rows);

        void Add(LineageNode node, Row? parent, int depth)
        {
            // Deeper than that, the text would have no room: the line still shows what it comes from.
            var x = 12 + Math.Min(depth, DeepestStep) * Step;
            var room = Units.Width - x - 16;
            var row = new Row(node, parent, x, 22 + rows.Count * RowHeight, Wrapping.Lines(node.Title.For(language).Text, (int)(room / CharacterWidth), 2));
            rows.Add(row);
            foreach (var adaptation in node.Adaptations)
            {
                Add(adaptation, row, depth + 1);
            }
        }
    }

    /// <summary>One practice's place.</summary>
    /// <param name="Node">What it shows.</param>
    /// <param name="Parent">What it was adapted from; null for the first.</param>
    /// <param name="X">The middle of its mark.</param>
    /// <param name="Y">The middle of its mark.</param>
    /// <param name="Lines">Its title.</param>
    public sealed record Row(LineageNode Node, Row? Parent, double X, double Y, IReadOnlyList<string> Lines);
}

/// <summary>A practice and what others made of it.</summary>
/// <param name="Title">The practice's title.</param>
/// <param name="Chapter">The community that wrote it.</param>
/// <param name="Path">The practice's page; null when it cannot be read here.</param>
/// <param name="IsHere">True for the practice of the page that shows the tree.</param>
/// <param name="Adaptations">What was adapted from it, oldest first.</param>
public sealed record LineageNode(Bilingual Title, Bilingual Chapter, Text? Path, bool IsHere, IReadOnlyList<LineageNode> Adaptations);
