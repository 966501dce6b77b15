namespace RecoveryCoP.Node.Health;

/// <summary>All that a node says of how it is to whom it is linked to.</summary>
public interface IOwnHealth
{
    /// <summary>The worst that was found the last time; null when nobody has looked yet.</summary>
    Grade? Latest { get; }

    /// <summary>When a backup of its own was last opened and found whole; null for never.</summary>
    Task<DateTimeOffset?> RestoreProvenAt(CancellationToken cancellationToken);
}
