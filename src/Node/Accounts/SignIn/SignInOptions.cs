using System.ComponentModel.DataAnnotations;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>How long sign-in links and codes last and how often they are sent. Section <c>SignIn</c>.</summary>
public sealed record SignInOptions
{
    /// <summary>How long a mailed link and its code are good.</summary>
    [Range(1, 60)]
    public int LinkMinutes { get; init; } = 10;

    /// <summary>How long a link made by whoever runs the server is good.</summary>
    [Range(1, 168)]
    public int OperatorLinkHours { get; init; } = 24;

    /// <summary>How often a code may be typed before it is void.</summary>
    [Range(1, 10)]
    public int CodeTries { get; init; } = 5;

    /// <summary>How long a session lasts after it was last used.</summary>
    [Range(1, 365)]
    public int SessionDays { get; init; } = 30;

    /// <summary>How long a session lasts at most, however often it is used.</summary>
    [Range(1, 3650)]
    public int SessionMostDays { get; init; } = 180;

    /// <summary>How long after signing in somebody may do what asks for a fresh sign-in: giving roles, leaving.</summary>
    [Range(1, 1440)]
    public int FreshMinutes { get; init; } = 30;

    /// <summary>How many letters one address gets in <see cref="AddressMinutes"/>; beyond, a browser that asks is given the code of the last one.</summary>
    [Range(1, 100)]
    public int PerAddress { get; init; } = 5;

    /// <summary>The time over which <see cref="PerAddress"/> counts.</summary>
    [Range(1, 1440)]
    public int AddressMinutes { get; init; } = 10;

    /// <summary>How many requests one network (IPv4 /24, IPv6 /64) makes in <see cref="NetworkMinutes"/>.</summary>
    [Range(1, 10_000)]
    public int PerNetwork { get; init; } = 100;

    /// <summary>The time over which <see cref="PerNetwork"/> counts.</summary>
    [Range(1, 1440)]
    public int NetworkMinutes { get; init; } = 10;

    /// <summary>A letter leaves at any moment within so many seconds after it was asked for.</summary>
    [Range(0, 60)]
    public int LetterSeconds { get; init; } = 2;

    /// <summary>How many letters may wait to be written; beyond that, requests are dropped.</summary>
    [Range(1, 10_000)]
    public int MostQueued { get; init; } = 1000;
}
