using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Pulse;

/// <summary>The three questions as they are answered.</summary>
public sealed record PulseForm
{
    /// <summary>From 1 to 5.</summary>
    public string? Useful { get; init; }

    /// <summary>From 1 to 5.</summary>
    public string? Heard { get; init; }

    /// <summary>From 1 to 5.</summary>
    public string? Neutral { get; init; }

    /// <summary>The questions.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Useful), PulseText.Useful, PulseText.Scale) { Kind = FieldKind.Choice, Options = PulseText.Marks, Missing = "pulse.mark-missing", ReadAs = PulseText.UsefulShort },
        new(nameof(Heard), PulseText.Heard, PulseText.Scale) { Kind = FieldKind.Choice, Options = PulseText.Marks, Missing = "pulse.mark-missing", ReadAs = PulseText.HeardShort },
        new(nameof(Neutral), PulseText.Neutral, PulseText.Scale) { Kind = FieldKind.Choice, Options = PulseText.Marks, Missing = "pulse.mark-missing", ReadAs = PulseText.NeutralShort },
    ];

    /// <summary>What it must look like.</summary>
    public static FormValidator<PulseForm> Validator { get; } = new(Fields);

    /// <summary>The operation; only of a form in which <see cref="Validator"/> found nothing wrong.</summary>
    internal AnswerPulse ToOperation(Actor actor, Guid meeting) => new(actor, meeting, Digits.Read(Useful) ?? 0, Digits.Read(Heard) ?? 0, Digits.Read(Neutral) ?? 0);
}
