namespace RecoveryCoP.Chapter.Templates;

/// <summary>Writes down that a change of the run that is on its way is made, or taken back; or why not.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Change">Which.</param>
/// <param name="Why">Why it was refused; null when it was not.</param>
[GenerateSerializer, Immutable, Alias("template.note-change")]
public sealed record NoteTemplateChange([property: Id(0)] Actor Actor, [property: Id(1)] int Change, [property: Id(2)] Refusal? Why) : IOperation<InstalledTemplate>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<InstalledTemplate> On(InstalledTemplate installed, OperationContext at) => installed.Run switch
    {
        { State: TemplateRunState.Applying } run when run.Done == Change && Change < run.Count =>
            installed with { Run = run with { Done = Change + 1, Refused = With(run.Refused) } },
        { State: TemplateRunState.Undoing } run when run.Done == Change + 1 =>
            installed with { Run = run with { Done = Change, NotUndone = With(run.NotUndone) } },
        _ => TemplateRefusals.Stale,
    };

    private IReadOnlyList<RefusedChange> With(IReadOnlyList<RefusedChange> others) => Why is null ? others : [.. others, new(Change, Why)];
}
