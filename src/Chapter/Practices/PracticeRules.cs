using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// What may be done with a practice, and by whom.
/// Any member writes, and revises, shows to the chapter and takes back what they wrote. The executive committee and the facilitators also revise
/// what the chapter sees, and alone decide what goes to the network in the chapter's name. An author can always take back their own text, from
/// the network too: a consent that needs somebody else's to be revoked is none. A steward looks after the server, not after texts, and so may
/// only take something back, by law or by mistake.
/// </summary>
public sealed partial record Practice
{
    /// <summary>The roles that act for the chapter.</summary>
    private static readonly string[] _leaders = [ChapterRoles.Executive, ChapterRoles.Facilitator];

    /// <summary>The first revision of a new practice.</summary>
    public Result<Practice> Write(Guid id, WritePractice command, string textHash, DateTimeOffset at)
    {
        if (command.Actor.Id == Guid.Empty)
        {
            return Refusal.Of("practice.not-a-member");
        }

        if (Exists)
        {
            // The same form sent twice: the second finds its work done.
            return Author == command.Actor.Id && Holds(textHash, command.Facts) ? this : Refusal.Of("practice.exists");
        }

        return With(command.Text, NewRevision(command.Actor, textHash, command.Facts, "", at)) with { Id = id, Author = command.Actor.Id };
    }

    /// <summary>A further revision. In the network it goes out at once: whoever shared the practice shared what becomes of it.</summary>
    public Result<Practice> Revise(RevisePractice command, string textHash, DateTimeOffset at)
    {
        if (RefusalFor(MayRevise(command.Actor)) is { } refusal)
        {
            return refusal;
        }

        if (Holds(textHash, command.Facts))
        {
            return this;
        }

        return IsStale(command.BasedOn) ? Stale
            : Revisions.Count == MostRevisions ? Refusal.Of("practice.too-many-revisions", "", MostRevisions)
            : With(command.Text, NewRevision(command.Actor, textHash, command.Facts, command.Note, at));
    }

    /// <summary>Shows a draft to every member of the chapter.</summary>
    public Result<Practice> ShareInChapter(SharePractice command, DateTimeOffset at) =>
        RefusalFor(IsAuthor(command.Actor)) is { } refusal ? refusal
        : State != PracticeState.Draft ? this
        : IsStale(command.BasedOn) ? Stale
        : this with { State = PracticeState.SharedInChapter, SharedInChapterAt = at };

    /// <summary>Gives the last revision, and those to come, to the network in the chapter's name.</summary>
    public Result<Practice> ShareInNetwork(SharePractice command, DateTimeOffset at) =>
        RefusalFor(MayShareInNetwork(command.Actor)) is { } refusal ? refusal
        : State == PracticeState.SharedInNetwork ? this
        : State == PracticeState.Draft ? Refusal.Of("practice.not-in-chapter")
        : IsStale(command.BasedOn) ? Stale
        : !command.AuthorAgrees && !IsAuthor(command.Actor) ? Refusal.Of("practice.agreement-missing", nameof(command.AuthorAgrees))
        : this with { State = PracticeState.SharedInNetwork, NetworkShare = new(at, command.Actor.Id, Current.Number) };

    /// <summary>
    /// Takes a practice back for good. For erasure and by law the chapter keeps no text either; this may also follow an earlier withdrawal.
    /// </summary>
    public Result<Practice> Withdraw(WithdrawPractice command, DateTimeOffset at)
    {
        if (!Exists || !MayWithdraw(command.Actor, command.Reason))
        {
            return Refusal.Of(MayRead(command.Actor) || MayWithdraw(command.Actor) ? "practice.not-allowed" : "practice.unknown");
        }

        if (State == PracticeState.Withdrawn && (Erased || command.Reason is WithdrawalReason.Author or WithdrawalReason.Mistake))
        {
            return this;
        }

        var withdrawn = this with { State = PracticeState.Withdrawn, Withdrawal = new(at, command.Actor.Id, command.Reason) };
        return withdrawn.Erased ? withdrawn with { Title = "", Summary = "", Revisions = [.. Revisions.Select(r => r with { Note = "" })] } : withdrawn;
    }

    /// <summary>True when the actor may see its text.</summary>
    public bool MayRead(Actor actor) => Exists && actor.Id != Guid.Empty && State switch
    {
        PracticeState.Draft => IsAuthor(actor) || actor.Is(ChapterRoles.Executive),
        PracticeState.Withdrawn => !Erased && (IsAuthor(actor) || actor.Is(ChapterRoles.Executive)),
        _ => true,
    };

    /// <summary>True when the actor may change its text: a draft is for the author and the executive committee.</summary>
    public bool MayRevise(Actor actor) => MayRead(actor) && (IsAuthor(actor) || actor.Is(_leaders));

    /// <summary>True when the actor may show the draft to the chapter: an unfinished thought is its author's.</summary>
    public bool MayShareInChapter(Actor actor) => State == PracticeState.Draft && IsAuthor(actor);

    /// <summary>True when the actor may speak for the chapter in the network.</summary>
    public bool MayShareInNetwork(Actor actor) => MayRead(actor) && actor.Is(_leaders);

    /// <summary>True when the actor may take it back for some reason.</summary>
    public bool MayWithdraw(Actor actor) => Enum.GetValues<WithdrawalReason>().Any(reason => MayWithdraw(actor, reason));

    /// <summary>True when the actor may take it back for this reason.</summary>
    public bool MayWithdraw(Actor actor, WithdrawalReason reason) => Exists && actor.Id != Guid.Empty && (
        IsAuthor(actor)
        || (State == PracticeState.Draft ? actor.Is(ChapterRoles.Executive) : actor.Is(_leaders))
        || (actor.Is(ChapterRoles.Steward) && reason is WithdrawalReason.Legal or WithdrawalReason.Mistake));

    private Refusal Stale => Refusal.Of("practice.stale", "", Current.Number);

    private bool IsAuthor(Actor actor) => Exists && actor.Id == Author;

    private bool IsStale(int basedOn) => basedOn != Current.Number;

    private bool Holds(string textHash, PracticeFacts facts) => Current.TextHash == textHash && Current.Facts.Says(facts);

    // Who may not even see it is told that there is nothing.
    private Refusal? RefusalFor(bool allowed) =>
        !Exists ? Refusal.Of("practice.unknown")
        : State == PracticeState.Withdrawn ? Refusal.Of("practice.withdrawn")
        : allowed ? null
        : Refusal.Of(State == PracticeState.Draft ? "practice.unknown" : "practice.not-allowed");

    private Practice With(PracticeText text, Revision revision) =>
        this with { Title = text.Title, Summary = text.Summary, Revisions = [.. Revisions, revision] };

    private Revision NewRevision(Actor by, string textHash, PracticeFacts facts, string note, DateTimeOffset at) =>
        new() { Number = Revisions.Count + 1, At = at, By = by.Id, TextHash = textHash, Note = note, Facts = facts };
}
