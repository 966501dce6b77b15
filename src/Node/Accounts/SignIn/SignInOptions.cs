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

    /// <summary>How many letters one address gets in <see cref="AddressMinutes"/>.</summary>
    [Range(1, 100)]
    public int PerAddress { get; init; } = 3;

    /// <summary>The time over which <see cref="PerAddress"/> counts.</summary>
    [Range(1, 1440)]
    public int AddressMinutes { get; init; } = 15;

    /// <summary>How many requests one network (IPv4 /24, IPv6 /64) makes in <see cref="NetworkMinutes"/>.</summary>
    [Range(1, 10_000)]
    public int PerNetwork { get; init; } = 10;

    /// <summary>The time over which <see cref="PerNetwork"/> counts.</summary>
    [Range(1, 1440)]
    public int NetworkMinutes { get; init; } = 60;

    /// <summary>How many letters may wait to be written; beyond that, requests are dropped.</summary>
    [Range(1, 10_000)]
    public int MostQueued { get; init; } = 100;
}
