using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>A comment as it is typed.</summary>
public sealed record CommentForm
{
    /// <summary>What it says.</summary>
    public string? Text { get; init; }

    /// <summary>Ticked to show who wrote it.</summary>
    public string? ShowsName { get; init; }

    /// <summary>Its fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Text), CommentText.FormText, CommentText.FormTextHelp) { Kind = FieldKind.Text, Rows = 4, Missing = "comment.text-missing", Longest = CommentThread.LongestComment },
        new(nameof(ShowsName), CommentText.FormName, CommentText.FormNameHelp) { Kind = FieldKind.Tick },
    ];

    /// <summary>What it must look like.</summary>
    public static FormValidator<CommentForm> Validator { get; } = new(Fields);

    /// <summary>The form that shows a comment again.</summary>
    public static CommentForm Of(CommentContent content) => new() { Text = content.Text, ShowsName = content.ShowsName ? "yes" : null };

    /// <summary>The comment; only of a form in which <see cref="Validator"/> found nothing wrong.</summary>
    public CommentContent ToContent(string language) => new(TypedText.Plain(Text), language, ShowsName is not null);
}

/// <summary>Why a comment is hidden.</summary>
public sealed record HideForm
{
    /// <summary>In words for its author.</summary>
    public string? HiddenBecause { get; init; }

    /// <summary>The one field.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
        [new(nameof(HiddenBecause), CommentText.Reason, CommentText.ReasonHelp) { Missing = "comment.reason-missing", Longest = 300 }];

    /// <summary>What it must look like.</summary>
    public static FormValidator<HideForm> Validator { get; } = new(Fields);
}
