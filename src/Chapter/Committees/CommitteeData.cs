using RecoveryCoP.Chapter.Committees.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>The seats that somebody holds, held or is asked to take, and the votes that they wrote down.</summary>
internal sealed class CommitteeData(RecordsNaming records) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["committee seats", "vote by"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Held>(
            "seats", new("Vos sièges dans des comités", "Your seats on committees"),
            cancel => records.Of<Committee>(Committee.Kind, person, cancel).SelectMany(c => c.Seats.SelectMany(s => Of(c, s, person))),
            new("committee", CommitteeText.One, h => Said(h.Committee.Content.Name)),
            new("seat", CommitteeText.ASeat, h => Said(h.Seat.Content.Title)),
            new("standing", CommitteeText.State, h => h.What),
            new("saidAt", new("Proposé, ou accepté", "Offered, or accepted"), h => h.SaidAt),
            new("from", new("Du", "From"), h => h.From),
            new("until", new("Au", "Until"), h => h.Until),
            new("endedOn", new("Terminé", "Ended"), h => h.EndedOn),
            new("page", PersonalLabels.Page, h => new Link(PagePath.Of<CommitteePage>(h.Committee.Id)))),
        new PersonalPart<RecordedVote>(
            "votes-recorded", new("Les résultats de votes que vous avez consignés", "The results of votes that you recorded"), cancel => records.Of<RecordedVote>(RecordedVote.Kind, person, cancel).Where(v => v.By == person),
            new("recordedAt", PersonalLabels.When, v => v.RecordedAt),
            new("heldOn", new("Jour du vote", "Day of the vote"), v => v.Content.On),
            new("question", new("Question", "Question"), v => v.Content.Question),
            new("outcome", new("Résultat", "Outcome"), v => v.Content.Outcome),
            new("language", PersonalLabels.Language, v => Coded.InLanguage(v.Content.Language)),
            new("page", PersonalLabels.Page, v => new Link(PagePath.Of<VotePage>(v.Committee, v.Id)))),
    ];

    private static IEnumerable<Held> Of(Committee committee, Seat seat, Guid person)
    {
        if (seat.Offer is { } offer && offer.Member == person)
        {
            yield return new(committee, seat, new("offered", CommitteeText.IsOffered), offer.At, offer.From, offer.Until, null);
        }

        if (seat.Held is { } term && term.Member == person)
        {
            yield return new(committee, seat, new("held", CommitteeText.IsHeld), term.AgreedAt, term.From, term.Until, null);
        }

        foreach (var past in seat.Past.Where(p => p.Term.Member == person))
        {
            yield return new(committee, seat, new("past", CommitteeText.Before), past.Term.AgreedAt, past.Term.From, past.Term.Until, past.EndedOn);
        }
    }

    private static string Said(Bilingual words) => string.Join(" / ", new[] { words.Fr, words.En }.Where(w => !string.IsNullOrWhiteSpace(w)));

    private sealed record Held(Committee Committee, Seat Seat, Coded What, DateTimeOffset SaidAt, DateOnly From, DateOnly Until, DateOnly? EndedOn);
}
