using Grpc.Core;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// Answers requests that are no protobuf. gRPC reads a request before any guard of ours and says UNKNOWN, with a trace in the log that is four
/// hundred times as long as what was sent; here it gets its reason, and the log a line a minute.
/// </summary>
internal sealed partial class UnreadableRequests(TimeProvider clock, ILogger<UnreadableRequests> log) : IStartupFilter
{
    private const string StatusHeader = "grpc-status", MessageHeader = "grpc-message";

    private static readonly TimeSpan pace = TimeSpan.FromMinutes(1);

    private readonly Lock counting = new();
    private DateTimeOffset saidAt = DateTimeOffset.MinValue;
    private int unsaid;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, then) =>
        {
            await then(context);
            // CallGuard lets no exception through, so this status can only come from before it; and then nothing was sent yet.
            if (!context.Response.HasStarted && context.Response.Headers[StatusHeader] == ((int)StatusCode.Unknown).ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                Explain(context.Response.Headers);
                Count();
            }
        });
        next(app);
    };

    private static void Explain(IHeaderDictionary headers)
    {
        var refusal = RpcRefusal.Of(StatusCode.InvalidArgument, Reason.Unreadable);
        headers[StatusHeader] = ((int)refusal.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        headers[MessageHeader] = refusal.Status.Detail;
        foreach (var entry in refusal.Trailers)
        {
            headers[entry.Key] = entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value;
        }
    }

    private void Count()
    {
        lock (counting)
        {
            unsaid++;
            if (clock.GetUtcNow() - saidAt >= pace)
            {
                LogUnreadable(unsaid);
                (saidAt, unsaid) = (clock.GetUtcNow(), 0);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Requests that nobody can read: {Count} since this was last said")]
    private partial void LogUnreadable(int count);
}
