using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using static RecoveryCoP.Node.Web.Charts.Units;

namespace RecoveryCoP.Node.Web.Charts;

/// <summary>Words in a drawing: SVG's <c>text</c>, which in a Razor file would be taken for Razor's own.</summary>
public sealed class Words : ComponentBase
{
    /// <summary>About how wide a character of the small face is.</summary>
    public const double SmallCharacter = 5.3;

    private const double LineHeight = 12;

    /// <summary>Where the line begins; its middle or its end where the class says so.</summary>
    [Parameter, EditorRequired] public double X { get; set; }

    /// <summary>What the letters stand on.</summary>
    [Parameter, EditorRequired] public double Y { get; set; }

    /// <summary>What it says; after a bar, a second line of the same words.</summary>
    [Parameter, EditorRequired] public string Say { get; set; } = default!;

    /// <summary>Any of <c>strong</c>, <c>soft</c>, <c>small</c>, <c>title</c>, <c>middle</c>, <c>end</c>.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Its language, when it is not the page's.</summary>
    [Parameter] public string? Lang { get; set; }

    /// <summary>How wide it may be: a longer line is drawn narrower, whatever face the reader has. Null where there is room.</summary>
    [Parameter] public double? Room { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", U(X));
        builder.AddAttribute(3, "y", U(Y));
        builder.AddAttribute(4, "lang", Lang);
        if (Room is null)
        {
            builder.AddContent(5, Say);
        }
        else
        {
            // Parts of one text and not a text each: a name broken in two is still one word to whoever speaks it to the browser.
            foreach (var (index, line) in Say.Split('|').Index())
            {
                Line(builder, index, line, Room.Value);
            }
        }

        builder.CloseElement();
    }

    private void Line(RenderTreeBuilder builder, int index, string line, double room)
    {
        builder.OpenElement(6, "tspan");
        builder.AddAttribute(7, "x", U(X));
        builder.AddAttribute(8, "y", U(Y + index * LineHeight));
        if (line.Length * SmallCharacter > room)
        {
            builder.AddAttribute(9, "textLength", U(room));
            builder.AddAttribute(10, "lengthAdjust", "spacingAndGlyphs");
        }

        builder.AddContent(11, line);
        builder.CloseElement();
    }
}
