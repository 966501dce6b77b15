using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>A seat of a committee. Nobody sits on it without their yes: it is offered, and whoever was asked takes it or does not.</summary>
public sealed record Seat
{
    /// <summary>A term that is over within so many days ends soon.</summary>
    public const int SoonDays = 90;

    // Every save rewrites them; with terms of a year that is half a century.
    private const int MostPast = 50;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called and for whom it is kept.</summary>
    public SeatContent Content { get; init; } = new();

    /// <summary>What the community's template calls it, whatever becomes of its title; null for one that it did not bring.</summary>
    public string? Template { get; init; }

    /// <summary>Who was asked to take it, or to go on; null when nobody is.</summary>
    public SeatOffer? Offer { get; init; }

    /// <summary>When whoever was asked last said no; null when they did not.</summary>
    public DateTimeOffset? DeclinedAt { get; init; }

    /// <summary>Who holds it; null when it is vacant. A term whose end is past is theirs until somebody ends or renews it.</summary>
    public Term? Held { get; init; }

    /// <summary>Who held it, the earliest first.</summary>
    public IReadOnlyList<PastTerm> Past { get; init; } = [];

    /// <summary>When it was removed; null as long as the committee has it.</summary>
    public DateOnly? RemovedOn { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>Where it stands on a day.</summary>
    public SeatStanding StandingOn(DateOnly day) =>
        Held is null ? (Offer is null ? SeatStanding.Vacant : SeatStanding.Offered)
        : Held.Until < day ? SeatStanding.Over
        : Held.Until <= day.AddDays(SoonDays) ? SeatStanding.EndsSoon
        : SeatStanding.Held;

    /// <summary>True when the actor is asked to take it, or to go on.</summary>
    public bool Asks(Actor actor) => actor.Id != Guid.Empty && Offer?.Member == actor.Id;

    /// <summary>True when the actor holds it.</summary>
    public bool IsHeldBy(Actor actor) => actor.Id != Guid.Empty && Held?.Member == actor.Id;

    /// <summary>The seat without its holder.</summary>
    internal Seat Ended(DateOnly on, EndOfTerm why) => Held is not { } term ? this
        : this with { Held = null, Offer = null, Past = [.. Past.TakeLast(MostPast - 1), new(term, on, why)] };

    /// <summary>The seat without a member who said yes or was asked no later than that.</summary>
    internal Seat Without(Guid member, DateTimeOffset said, DateOnly today)
    {
        bool Theirs(Term term) => term.Member == member && term.AgreedAt <= said;
        var vacated = Held is { } term && Theirs(term) ? Ended(today, EndOfTerm.MembershipOver) : this;
        var asked = vacated.Offer is { } offer && offer.Member == member && offer.At <= said;
        return !asked && !vacated.Past.Any(p => Theirs(p.Term)) ? this
            : vacated with
            {
                Offer = asked ? null : vacated.Offer,
                Past = [.. vacated.Past.Select(p => Theirs(p.Term) ? p with { Term = p.Term with { Member = Guid.Empty } } : p)],
            };
    }
}

/// <summary>What a seat is called and for whom it is kept.</summary>
[GenerateSerializer, Immutable, Alias("seat-content")]
public sealed record SeatContent
{
    /// <summary>What its holder does, in a word or two.</summary>
    [Id(0)] public Bilingual Title { get; init; } = new(null, null);

    /// <summary>Code of the group that it is kept for; empty when it is for anybody.</summary>
    [Id(1)] public string KeptFor { get; init; } = "";

    /// <summary>How long a term usually is, in months: what an offer suggests. Null where nobody said.</summary>
    [Id(2)] public int? TermMonths { get; init; }

    /// <summary>The last day of a term that begins, or goes on, from a day, as long as is usual: a year where nobody said otherwise.</summary>
    public DateOnly UsualEnd(DateOnly from) => from.AddMonths(TermMonths ?? 12);

    /// <summary>What no seat may be; the form refuses it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() => Title.IsEmpty ? [Refusal.Of("committee.seat-title-missing", nameof(SeatForm.TitleFr))] : [];
}

/// <summary>That somebody is asked to take a seat, or to go on.</summary>
/// <param name="Member">Who.</param>
/// <param name="At">When they were asked.</param>
/// <param name="From">The day on which the term begins or began.</param>
/// <param name="Until">Its last day.</param>
public sealed record SeatOffer(Guid Member, DateTimeOffset At, DateOnly From, DateOnly Until);

/// <summary>Somebody's time on a seat.</summary>
/// <param name="Member">Who; empty once they are no longer here.</param>
/// <param name="AgreedAt">When they said yes, the last time.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day, as agreed.</param>
public sealed record Term(Guid Member, DateTimeOffset AgreedAt, DateOnly From, DateOnly Until)
{
    /// <summary>Its earlier ends: it was renewed as often.</summary>
    public IReadOnlyList<DateOnly> Renewed { get; init; } = [];
}

/// <summary>A term that is over.</summary>
/// <param name="Term">As it was agreed.</param>
/// <param name="EndedOn">The day on which it really ended.</param>
/// <param name="Why">Why.</param>
public sealed record PastTerm(Term Term, DateOnly EndedOn, EndOfTerm Why);

/// <summary>Why somebody no longer holds a seat.</summary>
public enum EndOfTerm
{
    /// <summary>They left it.</summary>
    Left,

    /// <summary>The executive ended the term.</summary>
    Ended,

    /// <summary>The committee was closed.</summary>
    Closed,

    /// <summary>They are no longer a member.</summary>
    MembershipOver,
}

/// <summary>Where a seat stands.</summary>
public enum SeatStanding
{
    /// <summary>Nobody holds it and nobody was asked.</summary>
    Vacant,

    /// <summary>Nobody holds it, and somebody was asked.</summary>
    Offered,

    /// <summary>Somebody holds it.</summary>
    Held,

    /// <summary>Somebody does, for less than three months more.</summary>
    EndsSoon,

    /// <summary>Somebody does whose term is over.</summary>
    Over,
}
