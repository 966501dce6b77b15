using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Asks the hub how the chapter stands, and keeps the answer.</summary>
public sealed class Standing(HubCalls calls, HubLinks links, ExchangeSignal signal, TimeProvider clock)
{
    /// <summary>Asks.</summary>
    /// <exception cref="ExchangeParkedException">The hub gave an answer that this version does not know.</exception>
    public async Task<EnrolmentState> Ask(HubLink link, CancellationToken cancellationToken)
    {
        var answer = await calls.GetEnrolment(link, cancellationToken);
        var state = LinkStates.Known(answer.State) ?? throw new ExchangeParkedException("ENROLMENT_STATE_UNKNOWN");
        await Keep(link, state, answer, cancellationToken);
        return state;
    }

    /// <summary>A refused call gave the chapter's state away.</summary>
    public async Task Learn(HubLink link, CallFailure failure, CancellationToken cancellationToken)
    {
        if (failure.ServerTime is { } theirs)
        {
            await links.ClockIsOff(link.Hub, clock.GetUtcNow() - theirs, cancellationToken);
        }

        if (LinkStates.OfReason(failure.Code) is { } state && state != link.State)
        {
            await links.Stands(link.Hub, state, clock.GetUtcNow(), link.Message, cancellationToken);
        }
    }

    private async Task Keep(HubLink link, EnrolmentState state, GetEnrolmentResponse answer, CancellationToken cancellationToken)
    {
        var since = answer.Since?.ToDateTimeOffset() ?? (state == link.State ? link.Since : clock.GetUtcNow());
        if ((state, since, answer.Message) == (link.State, link.Since, link.Message))
        {
            return;
        }

        await links.Stands(link.Hub, state, since, answer.Message, cancellationToken);
        if (state != link.State)
        {
            signal.Raise();
        }
    }
}
