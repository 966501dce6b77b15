using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Plans a new meeting, as a draft.</summary>
/// <param name="Actor">Who plans it.</param>
/// <param name="Plan">The plan; may still lack what an announcement needs.</param>
[GenerateSerializer, Immutable, Alias("plan-meeting")]
public sealed record PlanMeeting([property: Id(0)] Actor Actor, [property: Id(1)] MeetingPlan Plan);

/// <summary>Gives a meeting another plan.</summary>
/// <param name="Actor">Who revises it.</param>
/// <param name="BasedOn">Version of the plan that the actor had before their eyes.</param>
/// <param name="Plan">The plan now, whole.</param>
[GenerateSerializer, Immutable, Alias("revise-plan")]
public sealed record RevisePlan([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] MeetingPlan Plan);

/// <summary>Shows a meeting to every member, who may then answer.</summary>
/// <param name="Actor">Who announces it.</param>
/// <param name="BasedOn">Version of the plan that the actor had before their eyes: nobody announces a plan they have not seen.</param>
[GenerateSerializer, Immutable, Alias("announce-meeting")]
public sealed record AnnounceMeeting([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn);

/// <summary>Answers the invitation; a later answer takes the place of an earlier one.</summary>
/// <param name="Actor">Who answers, for themselves.</param>
/// <param name="Answer">Comes, in which way, or does not.</param>
[GenerateSerializer, Immutable, Alias("answer-invitation")]
public sealed record AnswerInvitation([property: Id(0)] Actor Actor, [property: Id(1)] RsvpAnswer Answer);

/// <summary>Begins a meeting.</summary>
/// <param name="Actor">Who runs it.</param>
[GenerateSerializer, Immutable, Alias("begin-meeting")]
public sealed record BeginMeeting([property: Id(0)] Actor Actor);

/// <summary>Writes down who is there. Members who are not named stay as they were: several people may write at once.</summary>
/// <param name="Actor">Who runs the meeting.</param>
/// <param name="Present">Members, each with how they take part, or null for somebody who is not there after all.</param>
/// <param name="Guests">How many are there who are no members.</param>
[GenerateSerializer, Immutable, Alias("take-attendance")]
public sealed record TakeAttendance([property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<Presence> Present, [property: Id(2)] GuestCount Guests);

/// <summary>How a member is there.</summary>
/// <param name="Member">Who.</param>
/// <param name="Mode">How; null: not there.</param>
[GenerateSerializer, Immutable, Alias("presence")]
public sealed record Presence([property: Id(0)] Guid Member, [property: Id(1)] AttendanceMode? Mode);

/// <summary>How many are there who are no members.</summary>
/// <param name="InPerson">In the room.</param>
/// <param name="Remote">By video or telephone.</param>
[GenerateSerializer, Immutable, Alias("guest-count")]
public sealed record GuestCount([property: Id(0)] int InPerson, [property: Id(1)] int Remote);

/// <summary>A member says that they are there.</summary>
/// <param name="Actor">Who, for themselves.</param>
/// <param name="Mode">How.</param>
[GenerateSerializer, Immutable, Alias("mark-present")]
public sealed record MarkPresent([property: Id(0)] Actor Actor, [property: Id(1)] AttendanceMode Mode);

/// <summary>Writes down what came of an item; with an id that is there already, puts it otherwise.</summary>
/// <param name="Actor">Who writes.</param>
/// <param name="Id">Chosen with the empty form.</param>
/// <param name="Item">The agenda item.</param>
/// <param name="Kind">Information, decision or action.</param>
/// <param name="Text">In words.</param>
/// <param name="Owner">Of an action: the member who promised it.</param>
/// <param name="Due">Of an action: until when; may be open.</param>
[GenerateSerializer, Immutable, Alias("record-outcome")]
public sealed record RecordOutcome(
    [property: Id(0)] Actor Actor,
    [property: Id(1)] Guid Id,
    [property: Id(2)] Guid Item,
    [property: Id(3)] OutcomeKind Kind,
    [property: Id(4)] string Text,
    [property: Id(5)] Guid? Owner,
    [property: Id(6)] DateOnly? Due);

/// <summary>Takes out what was written down by mistake.</summary>
/// <param name="Actor">Who takes it out.</param>
/// <param name="Id">Which outcome.</param>
[GenerateSerializer, Immutable, Alias("strike-outcome")]
public sealed record StrikeOutcome([property: Id(0)] Actor Actor, [property: Id(1)] Guid Id);

/// <summary>Says that an action is done, or that it is not after all.</summary>
/// <param name="Actor">Its owner, or somebody who runs meetings.</param>
/// <param name="Id">Which action.</param>
/// <param name="Done">True: done.</param>
[GenerateSerializer, Immutable, Alias("settle-action")]
public sealed record SettleAction([property: Id(0)] Actor Actor, [property: Id(1)] Guid Id, [property: Id(2)] bool Done);

/// <summary>Ends a meeting.</summary>
/// <param name="Actor">Who ran it.</param>
[GenerateSerializer, Immutable, Alias("close-meeting")]
public sealed record CloseMeeting([property: Id(0)] Actor Actor);

/// <summary>Saves the text of the minutes.</summary>
/// <param name="Actor">Who writes.</param>
/// <param name="BasedOn">Version of the minutes that the actor had before their eyes; 0 when there were none.</param>
/// <param name="Text">The minutes, whole, in Markdown.</param>
[GenerateSerializer, Immutable, Alias("write-minutes")]
public sealed record WriteMinutes([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] string Text);

/// <summary>Writes down that a later meeting approved the minutes.</summary>
/// <param name="Actor">Who writes it down.</param>
/// <param name="BasedOn">Version of the minutes that were read.</param>
/// <param name="AtMeeting">The meeting that approved them.</param>
[GenerateSerializer, Immutable, Alias("approve-minutes")]
public sealed record ApproveMinutes([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] Guid AtMeeting);

/// <summary>Shows approved minutes to every member.</summary>
/// <param name="Actor">Who publishes.</param>
[GenerateSerializer, Immutable, Alias("publish-minutes")]
public sealed record PublishMinutes([property: Id(0)] Actor Actor);

/// <summary>Cancels a meeting that has not begun.</summary>
/// <param name="Actor">Who cancels.</param>
/// <param name="Reason">Why, in words for the members.</param>
[GenerateSerializer, Immutable, Alias("cancel-meeting")]
public sealed record CancelMeeting([property: Id(0)] Actor Actor, [property: Id(1)] string Reason);
