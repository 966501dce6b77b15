using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Agendas;

/// <summary>Whoever leads meetings makes a model agenda, or gives it another content. Meetings that began with it stay as they are.</summary>
/// <param name="Actor">Who.</param>
/// <param name="BasedOn">Version that the actor had before their eyes; 0 for one that was not there.</param>
/// <param name="Content">What it says now, whole.</param>
[GenerateSerializer, Immutable, Alias("agenda.write")]
public sealed record WriteAgenda([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] AgendaContent Content) : IOperation<ModelAgenda>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    /// <remarks>The same form sent twice finds its work done.</remarks>
    public Result<ModelAgenda> On(ModelAgenda agenda, OperationContext at) =>
        agenda.Content?.Says(Content) == true ? agenda
        : BasedOn != (agenda.Exists ? agenda.Version : 0) ? Refusal.Of(agenda.Exists ? "agenda.stale" : "agenda.gone")
        : agenda with
        {
            Id = at.Id,
            Version = agenda.Version + 1,
            Content = Content with { Unknown = agenda.Content?.Unknown, Items = [.. Content.Items.Select(i => i with { Unknown = agenda.Content?.Items.FirstOrDefault(e => e.Id == i.Id)?.Unknown })] },
        };
}
