namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Writes down what came of an item; with an id that is there already, puts it otherwise. An action names who promised it.</summary>
/// <param name="Actor">Who writes.</param>
/// <param name="Id">Chosen with the empty form.</param>
/// <param name="Item">The agenda item.</param>
/// <param name="Kind">Information, decision or action.</param>
/// <param name="Text">In words.</param>
/// <param name="Owner">Of an action: the member who promised it.</param>
/// <param name="Due">Of an action: until when; may be open.</param>
[GenerateSerializer, Immutable, Alias("meeting.record-outcome")]
public sealed record RecordOutcome(
    [property: Id(0)] Actor Actor,
    [property: Id(1)] Guid Id,
    [property: Id(2)] Guid Item,
    [property: Id(3)] OutcomeKind Kind,
    [property: Id(4)] string Text,
    [property: Id(5)] Guid? Owner,
    [property: Id(6)] DateOnly? Due) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Scribes;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        Id == Guid.Empty ? [Refusal.Of("meeting.item-unknown")]
        : string.IsNullOrWhiteSpace(Text) ? [Refusal.Of("meeting.outcome-missing", nameof(Text))]
        : Kind == OutcomeKind.Action && (Owner ?? Guid.Empty) == Guid.Empty ? [Refusal.Of("meeting.owner-missing", nameof(Owner))]
        : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        if (meeting.RefusalFor(MeetingAct.Note, Actor, at.Now) is { } refusal)
        {
            return refusal;
        }

        if (meeting.Plan.Items.All(i => i.Id != Item))
        {
            return Refusal.Of("meeting.item-unknown");
        }

        // The day of the meeting counts too: what was recorded afterwards may have been due meanwhile.
        if (Kind == OutcomeKind.Action && Due < meeting.Plan.Day && Due < Dates.DayOf(at.Now))
        {
            return Refusal.Of("meeting.due-past", nameof(Due));
        }

        var earlier = meeting.Outcomes.FirstOrDefault(o => o.Id == Id);
        if (earlier is null && meeting.Outcomes.Count == Meeting.MostOutcomes)
        {
            return Refusal.Of("meeting.outcomes-too-many", "", Meeting.MostOutcomes);
        }

        var promised = Kind == OutcomeKind.Action;
        var outcome = new ItemOutcome
        {
            Id = Id,
            Item = Item,
            Kind = Kind,
            Text = Text,
            Owner = promised ? Owner : null,
            Due = promised ? Due : null,
            DoneAt = promised ? earlier?.DoneAt : null,
            Offered = promised && earlier?.Owner == Owner ? earlier?.Offered : null,
            At = at.Now,
            By = Actor.Id,
            Unknown = earlier?.Unknown,
        };
        return earlier is null ? meeting.With([.. meeting.Outcomes, outcome])
            : outcome with { At = earlier.At, By = earlier.By } == earlier ? meeting
            : meeting.With([.. meeting.Outcomes.Select(o => o.Id == Id ? outcome : o)]);
    }
}
