using Grpc.Core;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.ReleasedTemplates;

/// <summary>
/// Fetches what a hub released with the code that its operator gave, before the chapter is admitted there, or even founded. The code is not used up, and nothing is
/// linked. What comes is believed only as far as it is proven: signed by the hub that the code names.
/// </summary>
public sealed class FetchTemplates
{
    private const int MostPages = 20;
    private static readonly Access access = Access.Roles(ChapterRoles.Steward);
    private static readonly FormValidator<EnrolChapter> validator = new(EnrolChapter.Fields);

    private readonly HubCalls calls;
    private readonly Enrolment enrolment;
    private readonly FetchedTemplates kept;

    internal FetchTemplates(HubCalls calls, Enrolment enrolment, FetchedTemplates kept) => (this.calls, this.enrolment, this.kept) = (calls, enrolment, kept);

    /// <summary>A steward fetches them from the page.</summary>
    public async Task<Result<FetchedTemplate[]>> Do(Actor actor, EnrolChapter command, CancellationToken cancellationToken) =>
        access.RefusalFor(actor) is { } refusal ? refusal : await Do(command, cancellationToken);

    /// <summary>Whoever has the server fetches them from its command line.</summary>
    public async Task<Result<FetchedTemplate[]>> Do(EnrolChapter command, CancellationToken cancellationToken)
    {
        var errors = validator.Errors(command);
        if (errors.Count > 0 || !EnrolmentCode.TryParse(command.Code, out var code))
        {
            return Result<FetchedTemplate[]>.Refused(errors);
        }

        if (enrolment.RefusalOfPlain(command.Address) is { } plain)
        {
            return plain;
        }

        return await Fetch(code, HubAddress.Normalise(command.Address)!, cancellationToken);
    }

    private async Task<Result<FetchedTemplate[]>> Fetch(EnrolmentCode code, string address, CancellationToken cancellationToken)
    {
        var (came, after, hub) = (new Dictionary<string, (TemplateRelease Said, byte[] Payload, byte[] Content)>(), 0ul, "");
        for (var page = 0; page < MostPages; page++)
        {
            GetTemplatesResponse answer;
            try
            {
                answer = await calls.GetTemplates(address, new GetTemplatesRequest { Code = code.Secret, After = after }, cancellationToken);
            }
            catch (RpcException failure) when (!cancellationToken.IsCancellationRequested)
            {
                return EnrolRefusals.Of(CallFailure.Of(failure));
            }

            foreach (var proof in answer.Releases)
            {
                if (ItemProofs.Verify(proof) is not { } proven || !code.IsFor(proven.Node))
                {
                    return Refusal.Of("federation.wrong-hub", nameof(EnrolChapter.Address));
                }

                if (proven.Item is not { Quarantined: Reason.Unspecified, Payload: TemplateRelease said, Content: { } content } || proven.Position <= after)
                {
                    return Refusal.Of("federation.hub-unclear");
                }

                (after, hub) = (proven.Position, proven.Node.Value);
                came[said.TemplateId] = (said, proven.Item.Item.Payload.ToByteArray(), content.Bytes.ToByteArray());
            }

            if (!answer.More || answer.Releases.Count == 0 || came.Count >= FetchedTemplates.Most)
            {
                break;
            }
        }

        if (came.Count == 0)
        {
            return Refusal.Of("released.none");
        }

        var read = came.Values.Take(FetchedTemplates.Most).Select(c => (c, Why: ReleasedTemplate.Read(hub, c.Said, c.Content).Refusals is [var why, ..] ? why : null)).ToList();
        // What cannot be read is told and not kept.
        await kept.Keep(hub, [.. read.Where(r => r.Why is null).Select(r => r.c)], cancellationToken);
        return (FetchedTemplate[])[.. read.Select(r => new FetchedTemplate(r.c.Said.TemplateId, r.c.Said.Version, r.Why))];
    }
}

/// <summary>A template that came.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Why">Why it cannot be taken; null when it can.</param>
public sealed record FetchedTemplate(string Id, string Version, Refusal? Why);
