using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>A steward has a template installed: all that it changes is written down before the first of it is done.</summary>
/// <param name="Actor">Who.</param>
/// <param name="BasedOn">What the actor had before their eyes (<see cref="InstalledTemplate.Version"/>).</param>
/// <param name="To">The template.</param>
/// <param name="Language">The language in which it is taken.</param>
/// <param name="Work">A <see cref="TemplateRunWork"/>.</param>
/// <param name="Count">How many changes that has.</param>
[GenerateSerializer, Immutable, Alias("template.begin")]
public sealed record BeginTemplateRun(
    [property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] TemplateHead To, [property: Id(3)] string Language, [property: Id(4)] byte[] Work, [property: Id(5)] int Count) : IOperation<InstalledTemplate>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Steward);

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => [Work];

    /// <inheritdoc />
    public Result<InstalledTemplate> On(InstalledTemplate installed, OperationContext at) =>
        installed.IsBusy ? TemplateRefusals.Busy
        : BasedOn != installed.Version ? TemplateRefusals.Stale
        : installed with
        {
            Id = at.Id,
            Version = installed.Version + 1,
            Language = Language,
            Run = new(installed.Head, installed.Items, To, at.TextHash, Count, at.Now, Actor.Id),
        };
}
