namespace RecoveryCoP.Chapter.Tests.Practices;

/// <summary>The system's clock, so many days ahead; what waits for it waits as ever.</summary>
internal sealed class LaterClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
