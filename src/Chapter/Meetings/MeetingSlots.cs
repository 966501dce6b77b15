namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What another feature says on the page of a meeting, below when and where it is.</summary>
/// <param name="Component">A component with a parameter <c>Meeting</c>.</param>
public sealed record MeetingPart(Type Component);

/// <summary>What another feature says to visitors beside the next meeting that they may come to.</summary>
/// <param name="Component">A component without parameters.</param>
public sealed record OpenMeetingPart(Type Component);

/// <summary>A page of another feature that the list of meetings leads to.</summary>
/// <param name="Label">What is there.</param>
/// <param name="Path">Its address.</param>
/// <param name="Access">Who sees the link.</param>
public sealed record MeetingLink(Text Label, Text Path, Access Access);
