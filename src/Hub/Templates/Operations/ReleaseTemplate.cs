using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.Templates;

/// <summary>
/// An operator releases a version of a template: it is signed into this hub's feed, and every community that the hub carries is offered it. It cannot be changed
/// afterwards, only withdrawn and followed by a greater version.
/// </summary>
public sealed class ReleaseTemplate(OwnFeed feed, ThisNode node, Database database, TimeProvider clock)
{
    /// <summary>Who may.</summary>
    public static Access Access { get; } = Access.Roles(HubRoles.Operator);

    /// <summary>An operator releases it.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="template">The template.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, Template template, CancellationToken cancellationToken) =>
        Access.RefusalFor(actor) is { } refusal ? refusal : await Do(template, cancellationToken).ConfigureAwait(false);

    /// <summary>Whoever has the server releases it from its command line.</summary>
    internal async Task<Result> Do(Template template, CancellationToken cancellationToken)
    {
        // Wherever it was written, it is judged as its readers will judge it.
        var written = template with { Head = template.Head with { Hub = "", ForkOfHub = template.Head.ForkOf is null ? "" : template.Head.ForkOfHub } };
        var reading = TemplateReader.OfBytes(TemplateWriter.ToBytes(written));
        if (reading.Template is null)
        {
            return reading.Result.WithoutValue;
        }

        try
        {
            return await database.Write(t => Say(t, written), cancellationToken).ConfigureAwait(false);
        }
        catch (SilentNodeException)
        {
            return Refusal.Of(SilentNodeException.Code);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return Refusal.Of(StorageFailure.CodeOf(failure));
        }
    }

    private async Task<Result> Say(Transaction transaction, Template template)
    {
        await OwnFeed.Hold(transaction).ConfigureAwait(false); // nobody else releases anything between looking and signing
        var before = await Released(transaction, template.Head.Id).ConfigureAwait(false);
        if (before.MaxBy(b => Version.Parse(b.Version)) is { } last && Version.Parse(last.Version) >= template.Head.Version)
        {
            return Refusal.Of("release.not-newer", "", template.Head.Version, last.Version);
        }

        var statement = ReleasedTemplate.Say(template, before.Select(b => b.About.Revision).DefaultIfEmpty().Max() + 1, await OriginOf(transaction, template.Head).ConfigureAwait(false), clock.GetUtcNow());
        if (statement.Check().Count > 0)
        {
            return Refusal.Of("release.too-large");
        }

        await feed.Append(transaction, [statement]).ConfigureAwait(false);
        return Result.Done;
    }

    // A template of this hub's own by that name comes before the program's.
    private async Task<TemplateOrigin?> OriginOf(Transaction transaction, TemplateHead head)
    {
        if (head.ForkOf is not { } id)
        {
            return null;
        }

        var own = head.ForkOfHub.Length > 0 ? null : (await Released(transaction, id).ConfigureAwait(false)).MaxBy(b => Version.Parse(b.Version));
        return own is not null ? new TemplateOrigin { NodeId = node.Identity.Id.Value, TemplateId = id, Version = own.Version }
            : new TemplateOrigin { NodeId = head.ForkOfHub, TemplateId = id, Version = head.ForkOfHub.Length == 0 && id == BuiltInTemplate.Template.Head.Id ? BuiltInTemplate.Template.Head.Version.ToString() : "" };
    }

    private async Task<IReadOnlyList<TemplateRelease>> Released(Transaction transaction, string templateId) => [.. (await transaction.Query<byte[]>(
        """
        select i.payload from item_subject s join item i on i.position = s.position
         where s.subject_id = @subject and s.node_id = @self and i.status = 'accepted' and i.superseded = 0 and i.payload_type = @type
        """,
        new { subject = ReleasedTemplate.SubjectOf(templateId), self = node.Identity.Id.Value, type = TemplateRelease.Descriptor.FullName }).ConfigureAwait(false))
        .Select(TemplateRelease.Parser.ParseFrom)];
}
