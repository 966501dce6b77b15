using System.Collections.Concurrent;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>How many calls a chapter has under way. What is over its share is refused at once and waits at the caller's side, not here.</summary>
internal sealed class CallLimits(ExchangeOptions options)
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(2);

    // One entry for each enrolled chapter that ever called: their number is known and small.
    private readonly ConcurrentDictionary<NodeId, Places> chapters = new();
    private readonly Places strangers = new(options.EnrolmentsAtOnce);

    /// <summary>Takes a place; disposing what is returned gives it back.</summary>
    /// <param name="caller">The chapter; null for one that calls with a code.</param>
    public IDisposable Enter(NodeId? caller) =>
        (caller is { } node ? chapters.GetOrAdd(node, _ => new Places(options.CallsPerChapter)) : strangers).TryTake()
        ?? throw RpcRefusal.RetryAfter(StatusCode.ResourceExhausted, Reason.TooManyCalls, SoonAgain);

    private sealed class Places(int most)
    {
        private int taken;

        public IDisposable? TryTake()
        {
            if (Interlocked.Increment(ref taken) <= most)
            {
                return new Place(this);
            }

            Interlocked.Decrement(ref taken);
            return null;
        }

        private sealed class Place(Places places) : IDisposable
        {
            public void Dispose() => Interlocked.Decrement(ref places.taken);
        }
    }
}
