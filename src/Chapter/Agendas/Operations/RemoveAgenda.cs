using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Agendas;

/// <summary>Whoever leads meetings removes a model agenda. Meetings that began with it stay as they are.</summary>
/// <param name="Actor">Who.</param>
/// <param name="BasedOn">Version that the actor had before their eyes.</param>
[GenerateSerializer, Immutable, Alias("agenda.remove")]
public sealed record RemoveAgenda([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn) : IOperation<ModelAgenda>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<ModelAgenda> On(ModelAgenda agenda, OperationContext at) =>
        !agenda.Exists ? agenda
        : BasedOn != agenda.Version ? Refusal.Of("agenda.remove-stale")
        : agenda with { Version = agenda.Version + 1, Content = null };
}
