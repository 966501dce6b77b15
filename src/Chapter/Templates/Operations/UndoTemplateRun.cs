namespace RecoveryCoP.Chapter.Templates;

/// <summary>A steward has the last run undone.</summary>
/// <param name="Actor">Who.</param>
/// <param name="BasedOn">What the actor had before their eyes.</param>
[GenerateSerializer, Immutable, Alias("template.undo")]
public sealed record UndoTemplateRun([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn) : IOperation<InstalledTemplate>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Steward);

    /// <inheritdoc />
    public Result<InstalledTemplate> On(InstalledTemplate installed, OperationContext at) =>
        installed.IsBusy ? TemplateRefusals.Busy
        : BasedOn != installed.Version ? TemplateRefusals.Stale
        : !installed.CanBeUndone ? TemplateRefusals.NothingToUndo
        : installed with { Version = installed.Version + 1, Run = installed.Run! with { State = TemplateRunState.Undoing, UndoneBy = Actor.Id } };
}
