using Grpc.Core;
using Grpc.Core.Interceptors;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Stands before every call: a deadline, a token, a chapter that may make it, a free place; and behind it: a failure becomes a status without details.</summary>
internal sealed partial class CallGuard(ThisNode hub, Callers callers, CallLimits limits, ChapterContacts contacts, ILogger<CallGuard> log) : Interceptor
{
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(30);
    private static readonly string EnrolPath = PathOf(EnrolmentService.Descriptor.FullName, nameof(EnrolmentService.EnrolmentServiceBase.Enrol));
    private static readonly string GetTemplatesPath = PathOf(EnrolmentService.Descriptor.FullName, nameof(EnrolmentService.EnrolmentServiceBase.GetTemplates));
    private static readonly string GetEnrolmentPath = PathOf(EnrolmentService.Descriptor.FullName, nameof(EnrolmentService.EnrolmentServiceBase.GetEnrolment));

    // What a pull may bring depends on what it asks for; it says so itself.
    private static readonly string HeadsPath = PathOf(ExchangeService.Descriptor.FullName, nameof(ExchangeService.ExchangeServiceBase.Heads));

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            DemandFounded();
            DemandDeadline(context);
            using var place = limits.Enter(await Admit(context));
            return await continuation(request, context);
        }
        catch (RpcException)
        {
            throw;
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // The caller has gone or its time is up; gRPC tells it so by itself.
            throw new RpcException(new Status(StatusCode.Cancelled, ""));
        }
        catch (Exception failure) when (StorageFailure.Is(failure) || failure is TimeoutException)
        {
            LogStorage(failure, context.Method);
            throw RpcRefusal.RetryAfter(StatusCode.Unavailable, Reason.StorageUnavailable, StorageRetry);
        }
        catch (Exception failure)
        {
            LogFailed(failure, context.Method);
            throw new RpcException(new Status(StatusCode.Internal, ""));
        }
    }

    private static string PathOf(string service, string method) => $"/{service}/{method}";

    private void DemandFounded()
    {
        if (!hub.IsFounded)
        {
            throw RpcRefusal.RetryAfter(StatusCode.Unavailable, Reason.NotFounded, StorageRetry);
        }
    }

    // gRPC reckons the deadline from the system's clock, so it is compared with that and not with the node's.
    private static void DemandDeadline(ServerCallContext context)
    {
        if (context.Deadline == DateTime.MaxValue || context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime > LongestDeadline)
        {
            throw RpcRefusal.Of(StatusCode.InvalidArgument, Reason.DeadlineRequired);
        }
    }

    /// <summary>The caller; null for a stranger, who has a code or nothing.</summary>
    private async Task<NodeId?> Admit(ServerCallContext context)
    {
        if (context.Method == EnrolPath || context.Method == GetTemplatesPath)
        {
            return null;
        }

        var caller = await callers.Identify(context);
        if (context.Method != GetEnrolmentPath)
        {
            DemandRight(caller, context.Method);
            await contacts.Note(caller.Node, context.CancellationToken);
        }

        context.SetCaller(caller);
        return caller.Node;
    }

    // With the recovery key the calls themselves say how little they do.
    private static void DemandRight(Caller caller, string method)
    {
        if (caller.ByRecoveryKey)
        {
            return;
        }

        if (method == HeadsPath)
        {
            caller.DemandAdmission();
        }
        else
        {
            caller.DemandFeed();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Storage failed in {Method}; the caller will try again")]
    private partial void LogStorage(Exception failure, string method);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed")]
    private partial void LogFailed(Exception failure, string method);
}
