using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A correction to minutes as it is typed.</summary>
public sealed record CorrectionForm
{
    /// <summary>Chosen with the empty form.</summary>
    public string? CorrectionId { get; init; }

    /// <summary>What should be otherwise.</summary>
    public string? Correction { get; init; }

    /// <summary>Its fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(CorrectionId), CorrectionText.Propose) { Kind = FieldKind.Hidden },
        new(nameof(Correction), CorrectionText.What, CorrectionText.WhatHelp) { Kind = FieldKind.Text, Rows = 4, Missing = "meeting.correction-missing", Longest = Meetings.Correction.Longest },
    ];

    /// <summary>What it must look like.</summary>
    public static FormValidator<CorrectionForm> Validator { get; } = new(Fields);
}

/// <summary>What became of a correction, as it is typed.</summary>
public sealed record CorrectionAnswerForm
{
    /// <summary>A word for its author.</summary>
    public string? Word { get; init; }

    /// <summary>The button that was pressed.</summary>
    public string? Taken { get; init; }

    /// <summary>The one field.</summary>
    public static IReadOnlyList<FormField> Fields { get; } = [new(nameof(Word), CorrectionText.Word) { Longest = Correction.LongestWord, Expected = true }];

    /// <summary>What it must look like.</summary>
    public static FormValidator<CorrectionAnswerForm> Validator { get; } = new(Fields);
}
