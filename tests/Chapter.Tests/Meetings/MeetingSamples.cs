using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Meetings;

/// <summary>Meetings to try the rules with.</summary>
internal static class MeetingSamples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid MeetingId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9001");
    public static readonly Guid Item1 = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9101");
    public static readonly Guid Item2 = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9102");
    public static readonly Guid Promise = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9201");
    public static readonly Guid Later = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9301");
    public static readonly Guid Proposed = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9401");
    public static readonly Guid FileId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9501");
    public static readonly Actor Facilitator = Samples.Someone(20, "facilitator");
    public static readonly Actor Secretary = Samples.Someone(21, "secretary");
    public static readonly Actor Owner = Samples.Someone(22);
    public static readonly Actor Member = Samples.Someone(23);

    public static readonly MeetingPlan Plan = new()
    {
        Title = "Rencontre de mars",
        Start = new(2026, 3, 10, 18, 30, 0),
        Minutes = 120,
        Mode = MeetingMode.Hybrid,
        Place = "Salle 2, maison des Érables",
        VideoLink = "https://video.example.org/mars",
        Phone = "514 555-0100",
        PreReadings = [new("Un article", "https://example.org/article")],
        Items =
        [
            new() { Id = Item1, Title = "La table libre du jeudi", Stream = TopicStream.Practice, Kind = ItemKind.Showcase, Minutes = 60, Presenter = "Camille" },
            new() { Id = Item2, Title = "Embaucher des pairs aidants", Stream = TopicStream.System, Kind = ItemKind.Discussion, Minutes = 40 },
        ],
    };

    public static Meeting Draft() => new Meeting().Try(new PlanMeeting(Facilitator, Plan)).Value!;

    public static Meeting Announced() => Draft().Try(new AnnounceMeeting(Facilitator, 1)).Value!;

    public static Meeting InProgress() => Promised(Announced().Try(new BeginMeeting(Facilitator), Plan.StartsAt).Value!);

    public static Meeting Blank(Meeting meeting) => meeting with { Outcomes = [], OpenActions = 0 };

    /// <summary>A meeting that is cancelled, as if members had never been told of it.</summary>
    public static Meeting GivenUp(Meeting meeting) => meeting.State == MeetingState.Cancelled ? meeting with { AnnouncedAt = null } : meeting;

    /// <summary>The same, in which a member is asked to take the action on.</summary>
    public static Meeting Offered(Meeting meeting, Actor? to = null) => meeting.Try(new OfferAction(Owner, Promise, (to ?? Member).Id)).Value ?? meeting;

    /// <summary>The same, to whose minutes a member proposed a correction.</summary>
    public static Meeting Corrected(Meeting meeting) => meeting.Try(new ProposeCorrection(Member, Proposed, "Nous étions douze.", "fr"), Now.AddDays(10)).Value ?? meeting;

    public static AddFile File(Actor who, Guid? id = null) => new(who, id ?? FileId, "Un plan", "fr", new(new string('a', 64), FileKind.Pdf, 1000));

    /// <summary>The same with a file to read before.</summary>
    public static Meeting Filed(Meeting meeting) =>
        meeting with { Files = [new() { Id = FileId, Title = "Un plan", Language = "fr", Stored = File(Facilitator).Stored, At = Now, By = Facilitator.Id }] };

    public static Meeting Closed() => InProgress().Try(new CloseMeeting(Facilitator), Plan.EndsAt).Value!;

    public static Meeting Cancelled() => Announced().Try(new CancelMeeting(Facilitator, "La salle est fermée.")).Value!;

    public static Meeting In(MeetingState state) => state switch
    {
        MeetingState.Draft => Draft(),
        MeetingState.Announced => Announced(),
        MeetingState.InProgress => InProgress(),
        MeetingState.Closed => Closed(),
        _ => Cancelled(),
    };

    public static RecordOutcome Note(Actor actor, OutcomeKind kind = OutcomeKind.Decision, Guid? id = null, string text = "On recommence.") =>
        new(actor, id ?? Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9202"), Item1, kind, text, kind == OutcomeKind.Action ? Owner.Id : null, null);

    public static Result<Meeting> Try<TOperation>(this Meeting meeting, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<Meeting> =>
        meeting.Try(operation, MeetingId, at ?? Now);

    public static Meeting WithMinutes(string text = "# Présences") => Closed().Try(new WriteMinutes(Secretary, 0, text), Now.AddDays(9)).Value!;

    public static Meeting WithApprovedMinutes() => WithMinutes().Try(new ApproveMinutes(Facilitator, 1, Later), Now.AddDays(30)).Value!;

    private static Meeting Promised(Meeting meeting) =>
        meeting.Try(new RecordOutcome(Facilitator, Promise, Item2, OutcomeKind.Action, "Appeler l’école", Owner.Id, new DateOnly(2026, 4, 1)), Plan.StartsAt).Value!;
}
