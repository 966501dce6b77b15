using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Gives a code to a hub.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Code">As typed.</param>
/// <param name="Address">Where the hub's gRPC listens, as typed.</param>
public sealed record EnrolChapter(Actor Actor, string? Code, string? Address);
