using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>A run is over: what is installed from now on.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Items">What the template brought, as far as it could be done; empty for nothing.</param>
[GenerateSerializer, Immutable, Alias("template.end")]
public sealed record EndTemplateRun([property: Id(0)] Actor Actor, [property: Id(1)] byte[] Items) : IOperation<InstalledTemplate>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => [Items];

    /// <inheritdoc />
    public Result<InstalledTemplate> On(InstalledTemplate installed, OperationContext at) => installed.Run switch
    {
        { State: TemplateRunState.Applying } run when run.Done == run.Count => installed with
        {
            Head = run.To,
            Items = at.TextHash,
            Run = run with { State = TemplateRunState.Applied },
            Offered = installed.Offered?.Head == run.To ? null : installed.Offered,
        },
        { State: TemplateRunState.Undoing, Done: 0 } run => installed with { Head = run.From, Items = at.TextHash, Run = run with { State = TemplateRunState.Undone } },
        _ => TemplateRefusals.Stale,
    };
}
