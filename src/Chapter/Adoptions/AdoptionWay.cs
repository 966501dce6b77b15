using RecoveryCoP.Node.Web.Charts;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>How far an adoption has come, as a way of stages. Who has gone back stands where they are: what was reached before is ahead of them again.</summary>
internal static class AdoptionWay
{
    private static readonly AdoptionStage[] _stages = [.. Enum.GetValues<AdoptionStage>().Except([AdoptionStage.Discontinued])];

    /// <summary>The stages, in their order; of one that has ended, the last that it had is where.</summary>
    public static IReadOnlyList<StageStep> Of(Adoption adoption)
    {
        var ended = adoption.Current!.Stage == AdoptionStage.Discontinued;
        var stands = adoption.Steps.LastOrDefault(s => s.Stage != AdoptionStage.Discontinued)?.Stage ?? _stages[0];
        return [.. _stages.Select(stage => new StageStep(AdoptionText.Stages.LabelOf(stage), MarkOf(stage), stage > stands ? null : SinceOf(stage)))];

        StageMark MarkOf(AdoptionStage stage) => stage < stands ? StageMark.Passed : stage > stands ? StageMark.Ahead : ended ? StageMark.Ended : StageMark.Current;

        Text? SinceOf(AdoptionStage stage) =>
            (ended && stage == stands ? adoption.Current : adoption.Steps.LastOrDefault(s => s.Stage == stage)) is { } step ? AdoptionText.MonthOf(step.Month) : null;
    }
}
