namespace RecoveryCoP.Node.Accounts;

/// <summary>A time during which somebody was here.</summary>
public sealed record MembershipPeriod
{
    /// <summary>When they joined or came back.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When they left; null for the one that goes on.</summary>
    public required DateTimeOffset? LeftAt { get; init; }
}
