using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.TemplateReleases;

namespace RecoveryCoP.Hub.Templates;

/// <summary>An operator takes a released version back: nobody is offered it any more, and its content is erased wherever that is heard. Whoever took it keeps what they made of it.</summary>
public sealed class WithdrawRelease(HubReleases releases, OwnFeed feed, Database database)
{
    /// <summary>Who may.</summary>
    public static Access Access => ReleaseTemplate.Access;

    /// <summary>An operator takes it back.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="templateId">The template's id.</param>
    /// <param name="version">Which version.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, string templateId, string version, CancellationToken cancellationToken) =>
        Access.RefusalFor(actor) is { } refusal ? refusal : await Do(templateId, version, cancellationToken).ConfigureAwait(false);

    /// <summary>Whoever has the server takes it back from its command line.</summary>
    internal async Task<Result> Do(string templateId, string version, CancellationToken cancellationToken)
    {
        if ((await releases.All(cancellationToken).ConfigureAwait(false)).FirstOrDefault(r => r.TemplateId == templateId && r.Said.Version == version && !r.IsWithdrawn) is not { } release)
        {
            return Refusal.Of("release.unknown");
        }

        var said = new Statement((at, _) => new Withdrawal
        {
            At = at, About = new Subject { Id = release.Said.About.Id }, Revisions = { release.Number }, Reason = WithdrawalReason.Mistake,
        });
        try
        {
            await database.Write(t => feed.Append(t, [said]), cancellationToken).ConfigureAwait(false);
            return Result.Done;
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
}
