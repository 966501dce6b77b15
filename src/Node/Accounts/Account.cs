namespace RecoveryCoP.Node.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed record Account
{
    /// <summary>The account's id, which is also the member's.</summary>
    public required Guid Id { get; init; }

    /// <summary>The email address, normalised. Never shown to other members, never logged.</summary>
    public required string Address { get; init; }

    /// <summary>The name they go by; a pseudonym is fine.</summary>
    public required string Name { get; init; }

    /// <summary>The language of their mail: <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Which of their stays goes on, or was the last: what is said in one is not taken up in the next.</summary>
    public required Guid Stay { get; init; }

    /// <summary>When they joined, or last came back.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When they left; null while they are here.</summary>
    public required DateTimeOffset? LeftAt { get; init; }
}

/// <summary>A time during which somebody was here.</summary>
public sealed record MembershipPeriod
{
    /// <summary>When they joined or came back.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When they left; null for the one that goes on.</summary>
    public required DateTimeOffset? LeftAt { get; init; }
}

/// <summary>One row of the people page: without the address, which is nobody else's business.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name they go by.</param>
/// <param name="JoinedAt">When they joined, or last came back.</param>
/// <param name="Roles">Codes of the roles they hold now.</param>
public sealed record Person(Guid Id, string Name, DateTimeOffset JoinedAt, IReadOnlyList<string> Roles);
