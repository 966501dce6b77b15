namespace RecoveryCoP.Node.Feed;

/// <summary>What people call a type of item, for pages that list items; registered as a service by the feature that owns the type.</summary>
/// <param name="PayloadType">Full name of the payload's message.</param>
/// <param name="Name">One to four words.</param>
public sealed record ItemKindName(string PayloadType, Text Name);
