using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>What somebody of the hub's team did about chapters.</summary>
internal sealed class EnrolmentData(Database database) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["enrolment *", "enrolment_code *", "enrolment_history *"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<CodeRow>(
            "enrolment-codes", new("Les codes d’inscription que vous avez faits", "The enrolment codes that you made"), cancel => database.Query<CodeRow>(
                $"select note, made_at, used_at from enrolment_code where made_by = @person order by made_at, code_hash limit {PersonalPart.MostRows}", new { person }, cancel),
            new("madeAt", PersonalLabels.When, c => c.MadeAt),
            new("note", new("Pour qui", "For whom"), c => c.Note),
            new("usedAt", new("Utilisé", "Used"), c => c.UsedAt)),
        new PersonalPart<DecisionRow>(
            "enrolment-decisions", new("Ce que vous avez décidé de communautés", "What you decided about communities"), cancel => database.Query<DecisionRow>(
                $"""
                select h.at, h.standing, h.message, e.name_fr
                  from enrolment_history h join enrolment e on e.node_id = h.node_id
                 where h.by_id = @person order by h.at, h.node_id, h.version limit {PersonalPart.MostRows}
                """,
                new { person },
                cancel),
            new("at", PersonalLabels.When, d => d.At),
            new("community", new("Communauté", "Community"), d => d.NameFr),
            new("standing", new("Décision", "Decision"), d => d.Standing),
            new("message", new("Votre message à la communauté", "Your message to the community"), d => d.Message)),
    ];

    private sealed record CodeRow
    {
        public required string Note { get; init; }

        public required DateTimeOffset MadeAt { get; init; }

        public required DateTimeOffset? UsedAt { get; init; }
    }

    private sealed record DecisionRow
    {
        public required DateTimeOffset At { get; init; }

        public required string Standing { get; init; }

        public required string Message { get; init; }

        public required string NameFr { get; init; }
    }
}
