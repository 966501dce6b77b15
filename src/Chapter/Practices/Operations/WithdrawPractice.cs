using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// Takes a practice back, everywhere and for good. For erasure and by law the chapter keeps no text either; this may also follow an earlier withdrawal.
/// </summary>
/// <param name="Actor">Who takes it back.</param>
/// <param name="Reason">Why; the network is told.</param>
[GenerateSerializer, Immutable, Alias("practice.withdraw")]
public sealed record WithdrawPractice([property: Id(0)] Actor Actor, [property: Id(1)] WithdrawalReason Reason) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => PracticeCodes.Reasons.Values.Contains(Reason) ? [] : [Refusal.Of("practice.reason-missing", nameof(Reason))];

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at)
    {
        if (!practice.Exists || !practice.MayWithdraw(Actor, Reason))
        {
            return Refusal.Of(practice.MayRead(Actor) || practice.MayWithdraw(Actor) ? "practice.not-allowed" : "practice.unknown");
        }

        if (practice.State == PracticeState.Withdrawn && (practice.Erased || !Practice.Erases(Reason)))
        {
            return practice;
        }

        return practice.TakenBack(at.Now, Actor.Id, Reason);
    }
}
