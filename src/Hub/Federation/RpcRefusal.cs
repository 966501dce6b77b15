using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Refusals as callers get them: a gRPC status with <c>google.rpc.ErrorInfo</c> whose reason is in errors.proto. No detail of ours leaks.</summary>
internal static class RpcRefusal
{
    private const string Domain = "recoverycop";

    public static RpcException Of(StatusCode code, Reason reason, params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = Reasons.CodeOf(reason) };
        foreach (var (key, value) in metadata)
        {
            info.Metadata[key] = value;
        }

        return new Google.Rpc.Status { Code = (int)code, Message = info.Reason, Details = { Any.Pack(info) } }.ToRpcException();
    }

    public static RpcException Field(string field) => Of(StatusCode.InvalidArgument, Reason.FieldInvalid, ("field", field));

    public static RpcException RetryAfter(StatusCode code, Reason reason, TimeSpan wait) =>
        Of(code, reason, ("retry_after_seconds", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture)));
}
