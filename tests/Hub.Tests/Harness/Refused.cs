using Google.Rpc;
using Grpc.Core;

namespace RecoveryCoP.Hub.Tests.Harness;

/// <summary>What a refused call told its caller.</summary>
public sealed record Refused(StatusCode Code, string Reason, IReadOnlyDictionary<string, string> Metadata)
{
    public static async Task<Refused> Of(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        var info = failure.GetRpcStatus()?.GetDetail<ErrorInfo>();
        return new Refused(failure.StatusCode, info?.Reason ?? "", info?.Metadata.ToDictionary() ?? []);
    }

    /// <summary>That a call was refused so and not otherwise.</summary>
    public static async Task<Refused> As(StatusCode code, string reason, Func<Task> call)
    {
        var refused = await Of(call);
        Assert.Equal((code, reason), (refused.Code, refused.Reason));
        return refused;
    }
}
