using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Federation;

public sealed class A_failed_call
{
    [Fact]
    public void over_a_certificate_that_is_not_trusted_is_told_as_that() =>
        Assert.Equal(
            (Reaction.Retry, "CERTIFICATE_UNTRUSTED"),
            CallFailure.Of(new RpcException(new Grpc.Core.Status(StatusCode.Internal, "Error starting gRPC call.", new HttpRequestException("tls", new System.Security.Authentication.AuthenticationException("untrusted")))))
                is var judged ? (judged.Reaction, judged.Code) : default);

    [Theory]
    [InlineData(StatusCode.Unauthenticated, Reason.TokenMissing, Reaction.Probe)]
    [InlineData(StatusCode.Unauthenticated, Reason.TokenInvalid, Reaction.Probe)]
    [InlineData(StatusCode.Unauthenticated, Reason.TokenExpired, Reaction.Probe)]
    [InlineData(StatusCode.Unauthenticated, Reason.TokenAudience, Reaction.Probe)]
    [InlineData(StatusCode.Unauthenticated, Reason.TokenMethod, Reaction.Probe)]
    [InlineData(StatusCode.Unauthenticated, Reason.KeyUnknown, Reaction.Probe)]
    [InlineData(StatusCode.PermissionDenied, Reason.NotAdmitted, Reaction.Probe)]
    [InlineData(StatusCode.PermissionDenied, Reason.Suspended, Reaction.Probe)]
    [InlineData(StatusCode.PermissionDenied, Reason.Revoked, Reaction.Probe)]
    [InlineData(StatusCode.InvalidArgument, Reason.DeadlineRequired, Reaction.Park)]
    [InlineData(StatusCode.InvalidArgument, Reason.PageTooLarge, Reaction.Park)]
    [InlineData(StatusCode.InvalidArgument, Reason.FieldInvalid, Reaction.Park)]
    [InlineData(StatusCode.FailedPrecondition, Reason.FutureCursor, Reaction.Compare)]
    [InlineData(StatusCode.FailedPrecondition, Reason.EpochChanged, Reaction.Compare)]
    [InlineData(StatusCode.FailedPrecondition, Reason.ProtocolUnsupported, Reaction.Park)]
    [InlineData(StatusCode.ResourceExhausted, Reason.QuotaExceeded, Reaction.Retry)]
    [InlineData(StatusCode.Unavailable, Reason.StorageUnavailable, Reaction.Retry)]
    [InlineData(StatusCode.NotFound, Reason.CodeUnknown, Reaction.Park)]
    public void is_judged_by_the_hubs_reason(StatusCode status, Reason reason, Reaction reaction)
    {
        var judged = CallFailure.Of(RefusalFor(status, Reasons.CodeOf(reason)));

        Assert.Equal((reaction, Reasons.CodeOf(reason)), (judged.Reaction, judged.Code));
    }

    [Theory]
    [InlineData(StatusCode.Unavailable, Reaction.Retry, "UNAVAILABLE")]
    [InlineData(StatusCode.DeadlineExceeded, Reaction.Retry, "DEADLINE_EXCEEDED")]
    [InlineData(StatusCode.ResourceExhausted, Reaction.Retry, "RESOURCE_EXHAUSTED")]
    [InlineData(StatusCode.Internal, Reaction.Retry, "INTERNAL")]
    [InlineData(StatusCode.Unknown, Reaction.Retry, "UNKNOWN")]
    [InlineData(StatusCode.Cancelled, Reaction.Retry, "CANCELLED")]
    [InlineData(StatusCode.Unauthenticated, Reaction.Probe, "UNAUTHENTICATED")]
    [InlineData(StatusCode.PermissionDenied, Reaction.Probe, "PERMISSION_DENIED")]
    [InlineData(StatusCode.InvalidArgument, Reaction.Park, "INVALID_ARGUMENT")]
    [InlineData(StatusCode.FailedPrecondition, Reaction.Park, "FAILED_PRECONDITION")]
    public void without_a_reason_is_judged_by_its_status(StatusCode status, Reaction reaction, string code)
    {
        var judged = CallFailure.Of(new RpcException(new Grpc.Core.Status(status, "somebody on the way")));

        Assert.Equal((reaction, code), (judged.Reaction, judged.Code));
    }

    [Fact]
    public void says_the_time_that_the_hub_has()
    {
        var judged = CallFailure.Of(RefusalFor(StatusCode.Unauthenticated, "TOKEN_EXPIRED", ("server_time", "2026-11-23T02:20:17Z")));

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 2, 20, 17, TimeSpan.Zero), judged.ServerTime);
    }

    [Theory]
    [InlineData("900", 900)]
    [InlineData("99999999999", 86_400)]
    [InlineData("-5", 0)]
    [InlineData("soon", 0)]
    public void says_how_long_the_hub_wants_to_be_left_alone_within_reason(string wish, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            CallFailure.Of(RefusalFor(StatusCode.ResourceExhausted, "QUOTA_EXCEEDED", ("retry_after_seconds", wish))).NotBefore);

    [Theory]
    [InlineData(StatusCode.PermissionDenied)]
    [InlineData(StatusCode.InvalidArgument)]
    public void whose_details_nobody_can_read_says_only_that_something_answers(StatusCode status)
    {
        var trailers = new Metadata { { "grpc-status-details-bin", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF] } };

        var judged = CallFailure.Of(new RpcException(new Grpc.Core.Status(status, ""), trailers));

        Assert.Equal((Reaction.Retry, "UNAVAILABLE"), (judged.Reaction, judged.Code));
    }

    [Fact]
    public void is_not_believed_when_another_domain_gives_the_reason() =>
        Assert.Equal("PERMISSION_DENIED", CallFailure.Of(RefusalFor(StatusCode.PermissionDenied, "REVOKED", domain: "proxy.example.org")).Code);

    [Fact]
    public void for_a_cursor_that_was_never_the_hubs_is_gone_on_from_and_not_parked()
    {
        Assert.Equal(Reaction.Compare, CallFailure.Of(RefusalFor(StatusCode.InvalidArgument, "FIELD_INVALID", ("field", "cursor"))).Reaction);
        Assert.Equal(Reaction.Park, CallFailure.Of(RefusalFor(StatusCode.InvalidArgument, "FIELD_INVALID", ("field", "page"))).Reaction);
    }

    internal static RpcException RefusalFor(StatusCode status, string reason, params (string Key, string Value)[] metadata) =>
        RefusalFor(status, reason, CallFailure.Domain, metadata);

    private static RpcException RefusalFor(StatusCode status, string reason, string domain, params (string Key, string Value)[] metadata)
    {
        var info = new ErrorInfo { Domain = domain, Reason = reason };
        foreach (var (key, value) in metadata)
        {
            info.Metadata[key] = value;
        }

        return new Google.Rpc.Status { Code = (int)status, Message = reason, Details = { Any.Pack(info) } }.ToRpcException();
    }
}
