using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Accepts a version of the charter.</summary>
/// <param name="Actor">Who accepts, for themselves.</param>
/// <param name="Version">The version that was before their eyes.</param>
[GenerateSerializer, Immutable, Alias("accept-charter")]
public sealed record AcceptCharter([property: Id(0)] Actor Actor, [property: Id(1)] int Version);

/// <summary>Says something of oneself, and what of it others see.</summary>
/// <param name="Actor">Who speaks, of themselves.</param>
/// <param name="Profile">What they say, whole.</param>
/// <param name="Shown">What others see of it.</param>
[GenerateSerializer, Immutable, Alias("describe-yourself")]
public sealed record DescribeYourself([property: Id(0)] Actor Actor, [property: Id(1)] MemberProfile Profile, [property: Id(2)] ShownParts Shown);

/// <summary>Declares the groups one belongs to, under a consent of its own.</summary>
/// <param name="Actor">Who declares, for themselves.</param>
/// <param name="Groups">Codes of <see cref="MemberCodes.Groups"/>.</param>
/// <param name="Agrees">That they read what becomes of it and agree.</param>
[GenerateSerializer, Immutable, Alias("declare-groups")]
public sealed record DeclareGroups([property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<string> Groups, [property: Id(2)] bool Agrees);

/// <summary>Takes the declared groups back, and the consent with them.</summary>
/// <param name="Actor">Who takes them back, for themselves.</param>
[GenerateSerializer, Immutable, Alias("withdraw-groups")]
public sealed record WithdrawGroups([property: Id(0)] Actor Actor);

/// <summary>Forgets what somebody said of themselves, because they left.</summary>
/// <param name="Actor">Who ended the membership: they themselves, or the steward.</param>
[GenerateSerializer, Immutable, Alias("forget-member")]
public sealed record ForgetMember([property: Id(0)] Actor Actor);
