using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Committees;

/// <summary>Committees and votes to try the rules with.</summary>
internal static class CommitteeSamples
{
    public static readonly Guid SpecialId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9001");
    public static readonly Guid SeatId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9002");
    public static readonly Actor Steward = Samples.Someone(80, "steward");
    public static readonly Actor Holder = Samples.Someone(81);
    public static readonly Actor Asked = Samples.Someone(82);
    public static readonly Actor Secretary = Samples.Someone(83, "secretary");
    public static readonly DateOnly Today = Dates.DayOf(Samples.Noon);
    public static readonly DateOnly InAYear = Today.AddYears(1);

    public static readonly CommitteeContent Content = new() { Name = new("Colloque", null), Purpose = new("Préparer le colloque de mai.", null) };
    public static readonly SeatContent KeptSeat = new() { Title = new("Accueil", null), KeptFor = "service-user" };
    public static readonly VoteContent Vote = new() { On = Today, Question = "Tenir deux rencontres en ligne par an?", InFavour = 9, Against = 2, Abstained = 1, NotVoting = 3, Outcome = "Adopté." };

    /// <summary>A seat of the executive committee, which is there before anybody wrote anything.</summary>
    public static Guid Coordination => Committee.BuiltIn.Seats[0].Id;

    /// <summary>A special committee with one seat, which nobody holds.</summary>
    public static Committee Special { get; } = new Committee().In(SpecialId, new MakeCommittee(Samples.Executive, Content)).In(SpecialId, new AddSeat(Samples.Executive, SeatId, KeptSeat));

    /// <summary>The same, offered to <see cref="Asked"/>.</summary>
    public static Committee Offered { get; } = Special.In(SpecialId, new OfferSeat(Samples.Executive, SeatId, Asked.Id, Today, InAYear));

    /// <summary>The same, held by <see cref="Holder"/>.</summary>
    public static Committee Held { get; } = Special.In(SpecialId, new OfferSeat(Samples.Executive, SeatId, Holder.Id, Today, InAYear)).In(SpecialId, new AcceptSeat(Holder, SeatId, Today, InAYear, "service-user"));

    public static Result<Committee> Try<TOperation>(this Committee committee, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<Committee> =>
        committee.Try(operation, committee.Exists ? committee.Id : SpecialId, at ?? Samples.Noon);

    /// <summary>What the operation makes of it.</summary>
    public static Committee In<TOperation>(this Committee committee, Guid id, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<Committee>
    {
        var result = committee.Try(operation, id, at ?? Samples.Noon);
        Assert.Empty(result.Refusals);
        return result.Value!;
    }
}
