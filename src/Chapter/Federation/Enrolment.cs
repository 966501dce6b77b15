using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Gives the code that a hub's operator handed out to that hub, once, and pins the hub that answers.</summary>
public sealed class Enrolment(ThisNode node, NodeOptions options, HubLinks links, HubCalls calls, OwnFeed feed, ExchangeSignal signal)
{
    private static readonly Access access = Access.Roles(ChapterRoles.Steward);
    private static readonly FormValidator<EnrolChapter> validator = new(EnrolChapter.Fields);
    private static readonly FormValidator<MovedHub> movedValidator = new(MovedHub.Fields);

    /// <summary>A steward enrols the chapter from its page.</summary>
    public async Task<Result> Enrol(Actor actor, EnrolChapter command, CancellationToken cancellationToken) =>
        access.RefusalFor(actor) is { } refusal ? refusal : await Enrol(command.Code, command.Address, cancellationToken);

    /// <summary>Whoever has the server enrols the chapter from its command line.</summary>
    public async Task<Result> Enrol(string? code, string? address, CancellationToken cancellationToken)
    {
        var errors = validator.Errors(new EnrolChapter { Code = code, Address = address });
        if (errors.Count > 0 || !EnrolmentCode.TryParse(code, out var parsed))
        {
            return Result.Refused(errors);
        }

        if (!node.IsFounded)
        {
            return Refusal.Of("federation.not-founded");
        }

        if (RefusalOfPlain(address) is { } plain)
        {
            return plain;
        }

        return await links.Find(cancellationToken) is { } link && !parsed.IsFor(link.Hub)
            ? Refusal.Of("federation.already-linked", nameof(EnrolChapter.Code))
            : await Enrol(parsed, HubAddress.Normalise(address)!, cancellationToken);
    }

    /// <summary>A steward says that the hub has moved. Nothing is kept unless a hub answers there to which this chapter's token for its own hub is good.</summary>
    public async Task<Result> Move(Actor actor, MovedHub command, CancellationToken cancellationToken)
    {
        if (access.RefusalFor(actor) is { } refusal)
        {
            return refusal;
        }

        if (movedValidator.Errors(command) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        if (RefusalOfPlain(command.Address) is { } plain)
        {
            return plain;
        }

        if (await links.Find(cancellationToken) is not { } link)
        {
            return Refusal.Of("federation.not-linked");
        }

        var moved = link with { Address = HubAddress.Normalise(command.Address)! };
        try
        {
            var answer = await calls.TryEnrolment(moved, cancellationToken);
            if (LinkStates.Known(answer.State) is null)
            {
                return Refusal.Of("federation.hub-unclear", nameof(MovedHub.Address));
            }
        }
        catch (RpcException failure) when (!cancellationToken.IsCancellationRequested)
        {
            var why = CallFailure.Of(failure);
            return why.Code is "TOKEN_AUDIENCE" or "KEY_UNKNOWN" ? Refusal.Of("federation.wrong-hub", nameof(MovedHub.Address)) : EnrolRefusals.Of(why);
        }

        await links.Moved(link.Hub, moved.Address, cancellationToken);
        signal.Raise();
        return Result.Done;
    }

    /// <summary>Why nothing is sent to an address that is read on the way.</summary>
    internal Refusal? RefusalOfPlain(string? address) => !options.AllowPlainHttp && HubAddress.IsPlainToOthers(HubAddress.Normalise(address)!)
        ? Refusal.Of("federation.hub-address-plain", nameof(EnrolChapter.Address)) : null;

    private async Task<Result> Enrol(EnrolmentCode code, string address, CancellationToken cancellationToken)
    {
        EnrolResponse answer;
        try
        {
            answer = await calls.Enrol(address, new EnrolRequest { Code = code.Secret, Beginning = await Beginning(cancellationToken) }, cancellationToken);
        }
        catch (RpcException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return EnrolRefusals.Of(CallFailure.Of(failure));
        }

        if (IdOf(answer.HubBeginning) is not { } hub || !code.IsFor(hub))
        {
            return Refusal.Of("federation.wrong-hub", nameof(EnrolChapter.Address));
        }

        if (LinkStates.Known(answer.State) is not { } state)
        {
            return Refusal.Of("federation.hub-unclear");
        }

        await links.Enrolled(hub, address, state, cancellationToken);
        signal.Raise();
        return Result.Done;
    }

    // A founded chapter's feed begins with its genesis and a run of one: its profile.
    private async Task<FeedPage> Beginning(CancellationToken cancellationToken) => FeedPages.Of((await feed.After(0, cancellationToken)).Entries.Take(2).Select(e => e.Entry));

    // Null when what the hub sent is no genesis that holds.
    private static NodeId? IdOf(FeedPage? beginning) =>
        FeedVerifier.VerifyGenesis(beginning?.Entries.FirstOrDefault()?.KeyStatement) is { IsLink: true } verdict ? verdict.Next.NodeId : null;
}
