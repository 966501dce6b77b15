namespace RecoveryCoP.Node.Web.Charts;

/// <summary>Who came to one meeting.</summary>
/// <param name="Day">The day of the meeting.</param>
/// <param name="InPerson">How many in the room.</param>
/// <param name="Remote">How many from a distance.</param>
public sealed record AttendancePoint(DateOnly Day, int InPerson, int Remote);
