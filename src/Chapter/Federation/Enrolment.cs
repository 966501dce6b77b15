using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Gives the code that a hub's operator handed out to that hub, once, and pins the hub that answers.</summary>
public sealed class Enrolment(ThisNode node, HubLinks links, HubCalls calls, OwnIntroduction introduction, ExchangeSignal signal)
{
    /// <summary>A steward enrols the chapter from its page.</summary>
    public async Task<Result> Enrol(EnrolChapter command, CancellationToken cancellationToken) =>
        command.Actor.Is(ChapterRoles.Steward) ? await Enrol(command.Code, command.Address, cancellationToken) : Refusal.Of("federation.not-steward");

    /// <summary>Whoever has the server enrols the chapter from its command line.</summary>
    public async Task<Result> Enrol(string? code, string? address, CancellationToken cancellationToken)
    {
        var faults = new List<Refusal>();
        if (!EnrolmentCode.TryParse(code, out var parsed))
        {
            faults.Add(Refusal.Of("federation.code-mistyped", nameof(EnrolChapter.Code)));
        }

        var place = HubAddress.Normalise(address);
        if (place is null)
        {
            faults.Add(Refusal.Of("federation.hub-address-invalid", nameof(EnrolChapter.Address)));
        }

        if (faults.Count > 0)
        {
            return Result.Refused(faults);
        }

        if (!node.IsFounded)
        {
            return Refusal.Of("federation.not-founded");
        }

        return await links.Find(cancellationToken) is { } link && !parsed!.IsFor(link.Hub)
            ? Refusal.Of("federation.already-linked", nameof(EnrolChapter.Code))
            : await Enrol(parsed!, place!, cancellationToken);
    }

    private async Task<Result> Enrol(EnrolmentCode code, string address, CancellationToken cancellationToken)
    {
        var (genesis, profile) = await introduction.Read(cancellationToken);
        EnrolResponse answer;
        try
        {
            answer = await calls.Enrol(address, new EnrolRequest { Code = code.Secret, Genesis = genesis, Profile = profile }, cancellationToken);
        }
        catch (RpcException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return EnrolRefusals.Of(CallFailure.Of(failure));
        }

        if (HubGenesis.IdOf(answer.HubGenesis) is not { } hub || !code.IsFor(hub))
        {
            return Refusal.Of("federation.wrong-hub", nameof(EnrolChapter.Address));
        }

        if (LinkStates.Of(answer.State) is not { } state)
        {
            return Refusal.Of("federation.hub-unclear");
        }

        await links.Enrolled(hub, address, state, cancellationToken);
        signal.Raise();
        return Result.Done;
    }
}
