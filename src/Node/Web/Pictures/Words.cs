using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using static RecoveryCoP.Node.Web.Pictures.Units;

namespace RecoveryCoP.Node.Web.Pictures;

/// <summary>A line of words in a drawing: SVG's <c>text</c>, which in a Razor file would be taken for Razor's own.</summary>
public sealed class Words : ComponentBase
{
    /// <summary>Where the line begins; its middle or its end where the class says so.</summary>
    [Parameter, EditorRequired] public double X { get; set; }

    /// <summary>What the letters stand on.</summary>
    [Parameter, EditorRequired] public double Y { get; set; }

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired] public string Say { get; set; } = default!;

    /// <summary>Any of <c>strong</c>, <c>soft</c>, <c>small</c>, <c>title</c>, <c>middle</c>, <c>end</c>.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Its language, when it is not the page's.</summary>
    [Parameter] public string? Lang { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", U(X));
        builder.AddAttribute(3, "y", U(Y));
        builder.AddAttribute(4, "lang", Lang);
        builder.AddContent(5, Say);
        builder.CloseElement();
    }
}
