using Microsoft.AspNetCore.Components;

namespace RecoveryCoP.Node.Web.Forms;

/// <summary>What every field has: without a label it does not compile (RZ2012 is an error).</summary>
public abstract class Field : NodeComponent
{
    /// <summary>The name the value is posted under: that of the page's property, which is also <see cref="Refusal.Field"/>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = default!;

    /// <summary>What to write here, in a few words.</summary>
    [Parameter, EditorRequired] public Text Label { get; set; } = default!;

    /// <summary>A sentence below the label: why it is asked, or what shape it has.</summary>
    [Parameter] public Text? Help { get; set; }

    /// <summary>Marked in words when it may stay empty.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>The language of the value, when it is not the page's.</summary>
    [Parameter] public Language? Lang { get; set; }

    /// <summary>True puts the focus here when the page opens: after a button that made this field, or moved it.</summary>
    [Parameter] public bool Focused { get; set; }

    /// <summary>The form around; null in a search form.</summary>
    [CascadingParameter] public PostForm? Form { get; set; }

    /// <summary>The id of the control, unique on the page.</summary>
    protected string Id => Form is null ? Name : $"{Form.Name}-{Name}";

    /// <summary>What is wrong with this field.</summary>
    protected IReadOnlyList<Refusal> Refusals => Form is { IsPosted: true }
        ? [.. Page.Refusals.Where(r => string.Equals(r.Field, Name, StringComparison.OrdinalIgnoreCase))]
        : [];

    /// <summary>For <c>aria-invalid</c>; absent when nothing is wrong.</summary>
    protected string? Invalid => Refusals.Count > 0 ? "true" : null;

    /// <summary>For <c>aria-describedby</c>: the ids of the help and of the refusal; absent when there is neither.</summary>
    protected string? DescribedBy => (Help, Refusals.Count) switch
    {
        (null, 0) => null,
        (null, _) => $"{Id}-problem",
        (_, 0) => $"{Id}-help",
        _ => $"{Id}-help {Id}-problem",
    };

    /// <summary>What was typed, as a page can show it again: HTML has no way to write U+0000.</summary>
    protected static string? Shown(string? typed) => typed?.Replace("\0", "", StringComparison.Ordinal);
}
