using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.TemplateReleases;

namespace RecoveryCoP.Chapter.ReleasedTemplates;

/// <summary>What the hub released to which this chapter belongs: of each template the newest version that this program can take.</summary>
internal sealed class HubTemplates(HubReleases releases, LibraryNodeQueries nodes) : ITemplateSource
{
    public bool IsHubs => true;

    public async Task<IReadOnlyList<AvailableTemplate>> Available(CancellationToken cancellationToken)
    {
        var offers = await releases.Newest(cancellationToken);
        var from = await From(offers, cancellationToken);
        return [.. offers.Where(o => o.Head.Value is not null).Select(o => new AvailableTemplate($"hub-{o.Release.Key}", o.Head.Value!, from, cancel => releases.Read(o.Release, cancel)))];
    }

    public async Task<IReadOnlyList<UnfitTemplate>> Unfit(CancellationToken cancellationToken)
    {
        var offers = (await releases.Newest(cancellationToken)).Where(o => o.Head.Value is null).ToList();
        var from = await From(offers, cancellationToken);
        return [.. offers.Select(o => new UnfitTemplate(o.Release.TemplateId, o.Release.Said.Version, from, o.Head.Refusals[0]))];
    }

    private async Task<Text> From(IReadOnlyList<ReleaseOffer> offers, CancellationToken cancellationToken)
    {
        if (offers is not [var first, ..])
        {
            return new("", "");
        }

        var name = LibraryNodeNames.ShownName(await nodes.Hub(cancellationToken), first.Release.Hub);
        return ReleasedText.FromHub.With(new Text(name.For(Language.French).Text, name.For(Language.English).Text));
    }
}
