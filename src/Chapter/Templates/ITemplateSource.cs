using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>Where templates come from: the program itself, a file that somebody sent, a hub's release.</summary>
public interface ITemplateSource
{
    /// <summary>What there is to have now, whether it suits this chapter or not.</summary>
    Task<IReadOnlyList<AvailableTemplate>> Available(CancellationToken cancellationToken);

    /// <summary>Whether what there is was released by a hub.</summary>
    bool IsHubs => false;

    /// <summary>What is offered there and cannot be taken, with the reason; most sources have none.</summary>
    Task<IReadOnlyList<UnfitTemplate>> Unfit(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<UnfitTemplate>>([]);
}

/// <summary>A template that cannot be taken.</summary>
/// <param name="Id">Its id, as whoever offers it says.</param>
/// <param name="Version">Its version, likewise.</param>
/// <param name="From">Where it comes from.</param>
/// <param name="Why">Why not.</param>
public sealed record UnfitTemplate(string Id, string Version, Text From, Refusal Why);

/// <summary>A template that can be had.</summary>
/// <param name="Key">What addresses call it: <c>[a-z0-9-]</c>; the same while it is the same.</param>
/// <param name="Head">What it says of itself.</param>
/// <param name="From">Where it comes from, in a few words.</param>
/// <param name="Read">Reads it whole.</param>
public sealed record AvailableTemplate(string Key, TemplateHead Head, Text From, Func<CancellationToken, Task<Result<Template>>> Read);

/// <summary>The template that comes with the program.</summary>
internal sealed class BuiltInTemplates : ITemplateSource
{
    public const string Key = "built-in";

    public Task<IReadOnlyList<AvailableTemplate>> Available(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AvailableTemplate>>(
        [new(Key, BuiltInTemplate.Template.Head, TemplateText.FromProgram, _ => Task.FromResult<Result<Template>>(BuiltInTemplate.Template))]);
}

/// <summary>The template that somebody sent as a file.</summary>
internal sealed class SentTemplates(InstalledTemplates installed) : ITemplateSource
{
    public const string Key = "file";

    public async Task<IReadOnlyList<AvailableTemplate>> Available(CancellationToken cancellationToken) =>
        (await installed.Find(cancellationToken)).Offered is { } offered
            ? [new(Key, offered.Head, TemplateText.FromFile.With(Dates.Day(offered.At)), async cancel => new Template(offered.Head, [.. await installed.ItemsOf(offered.Items, cancel)]))]
            : [];
}
