using System.Globalization;
using System.Security.Authentication;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace RecoveryCoP.Node.Federation.Client;

/// <summary>What whoever called does about a failed call.</summary>
public enum Reaction
{
    /// <summary>Try again, later and later, for ever: distance says nothing about what was sent.</summary>
    Retry,

    /// <summary>Stop exchanging; ask how the chapter stands, hourly.</summary>
    Probe,

    /// <summary>The same call would fail the same way: show it, and look again when either side may have been upgraded.</summary>
    Park,

    /// <summary>The hub does not know the cursor: compare where feeds end, and go on from there.</summary>
    Compare,
}

/// <summary>A failed call, judged.</summary>
/// <param name="Reaction">What to do.</param>
/// <param name="Code">A reason of errors.proto, or the gRPC status in its spelling (<c>UNAVAILABLE</c>) when no hub of ours said why.</param>
/// <param name="ServerTime">With a wrong clock: the hub's time.</param>
/// <param name="NotBefore">With a quota: how long the hub wants to be left alone.</param>
public sealed record CallFailure(Reaction Reaction, string Code, DateTimeOffset? ServerTime = null, TimeSpan NotBefore = default)
{
    /// <summary>The domain under which our hubs give reasons: whatever else answers, such as a proxy, proves nothing.</summary>
    public const string Domain = "recoverycop";

    private static readonly TimeSpan longestRetryAfter = TimeSpan.FromDays(1);

    /// <summary>Judges a failed call.</summary>
    public static CallFailure Of(RpcException failure)
    {
        if (failure is UnclearAnswerException)
        {
            return new(Reaction.Retry, "ANSWER_UNCLEAR");
        }

        if (IsUntrusted(failure.Status.DebugException))
        {
            return new(Reaction.Retry, "CERTIFICATE_UNTRUSTED");
        }

        try
        {
            var info = failure.GetRpcStatus()?.GetDetail<ErrorInfo>();
            return info is { Domain: Domain } ? OfHub(failure.StatusCode, info) : Of(failure.StatusCode);
        }
        catch (Exception unreadable) when (unreadable is InvalidProtocolBufferException or FormatException or ArgumentException)
        {
            // Details that nobody can read prove that something answers, and no more than that.
            return Of(StatusCode.Unavailable);
        }
    }

    // What stands behind a failed connection, as far down as it goes.
    private static bool IsUntrusted(Exception? exception)
    {
        while (exception is not null and not AuthenticationException)
        {
            exception = exception.InnerException;
        }

        return exception is not null;
    }

    private static CallFailure OfHub(StatusCode status, ErrorInfo info)
    {
        var reaction = (status, info.Reason) switch
        {
            (_, "FUTURE_CURSOR" or "EPOCH_CHANGED") => Reaction.Compare,
            // It was never this hub's: something else answered in its place, and what it gave must not keep the chapter away for ever.
            (_, "FIELD_INVALID") when info.Metadata.GetValueOrDefault("field") == "cursor" => Reaction.Compare,
            (StatusCode.Unauthenticated or StatusCode.PermissionDenied, _) => Reaction.Probe,
            (StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.NotFound, _) => Reaction.Park,
            _ => Reaction.Retry,
        };
        return new CallFailure(reaction, info.Reason, ServerTimeOf(info), NotBeforeOf(info));
    }

    private static CallFailure Of(StatusCode status) => new(
        status is StatusCode.Unauthenticated or StatusCode.PermissionDenied ? Reaction.Probe
        : status is StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.Unimplemented ? Reaction.Park
        : Reaction.Retry,
        CodeOf(status));

    private static string CodeOf(StatusCode status) => status switch
    {
        StatusCode.DeadlineExceeded => "DEADLINE_EXCEEDED",
        StatusCode.ResourceExhausted => "RESOURCE_EXHAUSTED",
        StatusCode.InvalidArgument => "INVALID_ARGUMENT",
        StatusCode.FailedPrecondition => "FAILED_PRECONDITION",
        StatusCode.PermissionDenied => "PERMISSION_DENIED",
        var other => other.ToString().ToUpperInvariant(),
    };

    private static DateTimeOffset? ServerTimeOf(ErrorInfo info) =>
        info.Metadata.TryGetValue("server_time", out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    // Cap Retry-After at one day, whatever the hub asks for.
    private static TimeSpan NotBeforeOf(ErrorInfo info) =>
        info.Metadata.TryGetValue("retry_after_seconds", out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, (long)longestRetryAfter.TotalSeconds))
            : TimeSpan.Zero;
}
