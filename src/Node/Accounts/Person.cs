namespace RecoveryCoP.Node.Accounts;

/// <summary>One row of the people page: without the address, which is nobody else's business.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name they go by.</param>
/// <param name="JoinedAt">When they joined, or last came back.</param>
/// <param name="Roles">Codes of the roles they hold now.</param>
public sealed record Person(Guid Id, string Name, DateTimeOffset JoinedAt, IReadOnlyList<string> Roles);
