namespace RecoveryCoP.Node.Storage;

/// <summary>
/// The one door every write goes through. SQLite has one writer, and its driver waits for it by sleeping on a pool thread:
/// unguarded, sixteen writers starve the pool. Waiting here costs no thread and is first come, first served.
/// PostgreSQL orders its own writers, so its gate is always open.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim? turn;
    private int waiting;

    private WriteGate(SemaphoreSlim? turn) => this.turn = turn;

    /// <summary>A gate that lets one writer in at a time.</summary>
    public static WriteGate OneAtATime() => new(new SemaphoreSlim(1, 1));

    /// <summary>A gate that is always open.</summary>
    public static WriteGate Open() => new(null);

    /// <summary>How many wait in front of it now.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Waits for the turn; dispose what is returned to hand it on.</summary>
    public async ValueTask<Turn> Enter(CancellationToken cancellationToken)
    {
        if (turn is not null)
        {
            Interlocked.Increment(ref waiting);
            try
            {
                await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        }

        return new Turn(turn);
    }

    /// <inheritdoc />
    public void Dispose() => turn?.Dispose();

    /// <summary>The right to write, until disposed.</summary>
    public readonly struct Turn : IDisposable, IEquatable<Turn>
    {
        private readonly SemaphoreSlim? held;

        internal Turn(SemaphoreSlim? held) => this.held = held;

        /// <summary>Lets the next writer in.</summary>
        public void Dispose() => held?.Release();

        /// <inheritdoc />
        public bool Equals(Turn other) => ReferenceEquals(held, other.held);

        /// <inheritdoc />
        public override bool Equals(object? obj) => obj is Turn other && Equals(other);

        /// <inheritdoc />
        public override int GetHashCode() => held?.GetHashCode() ?? 0;

        /// <summary>The same turn.</summary>
        public static bool operator ==(Turn left, Turn right) => left.Equals(right);

        /// <summary>Another turn.</summary>
        public static bool operator !=(Turn left, Turn right) => !left.Equals(right);
    }
}
