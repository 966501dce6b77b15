using FluentValidation;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The target balance, as it is typed.</summary>
public sealed record BalanceForm
{
    /// <summary>The version that the form began with.</summary>
    public string? Version { get; init; }

    /// <summary>One for each of <see cref="AgendaBalance.Streams"/>, whatever was sent.</summary>
    public IReadOnlyList<BandRow> Bands { get; init => field = [.. AgendaBalance.Streams.Select((_, index) => value?.ElementAtOrDefault(index) ?? new())]; } = [];

    /// <summary>The form that shows a target.</summary>
    public static BalanceForm Of(BalanceTarget target) => new()
    {
        Version = Digits.Of(target.Version),
        Bands = [.. AgendaBalance.Streams.Select(target.Bands.Of).Select(b => new BandRow { From = Digits.Of(b.From), To = Digits.Of(b.To) })],
    };

    /// <summary>The bands; only of a form in which <see cref="BalanceValidator"/> found nothing wrong.</summary>
    public BalanceBands ToBands() => new(Bands[0].ToBand(), Bands[1].ToBand(), Bands[2].ToBand());
}

/// <summary>A band, as it is typed.</summary>
public sealed record BandRow
{
    /// <summary>At least, in percent.</summary>
    public string? From { get; init; }

    /// <summary>At most, in percent.</summary>
    public string? To { get; init; }

    internal Band ToBand() => new(Digits.Read(From)!.Value, Digits.Read(To)!.Value);
}

/// <summary>What the form of the target must look like before anybody decides on it.</summary>
public sealed class BalanceValidator : AbstractValidator<BalanceForm>
{
    private BalanceValidator() => RuleForEach(f => f.Bands).SetValidator(new RowValidator());

    /// <summary>The one there is.</summary>
    public static BalanceValidator Instance { get; } = new();

    private sealed class RowValidator : FormValidator<BandRow>
    {
        public RowValidator() : base(MeetingFields.Band) =>
            RuleFor(b => b.From).Must((b, from) => !(Digits.Read(from) > Digits.Read(b.To))).WithErrorCode("balance.band-reversed");
    }
}
