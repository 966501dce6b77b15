using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Node.Outbox;

/// <summary>Which letters were recorded for somebody; what they said is kept nowhere.</summary>
internal sealed class OutboxData(Database database, IEnumerable<ILetterKind> kinds) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["letter *"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Row>(
            "letters", new("Les courriels qui vous ont été envoyés, sans ce qu’ils disaient", "The messages that were sent to you, without what they said"), cancel => database.Query<Row>(
                $"select kind, about, fact, recorded_at, ended_at, outcome, why from letter where account_id = @person order by recorded_at, id limit {PersonalPart.MostRows}", new { person }, cancel),
            new("kind", new("Sorte", "Kind"), r => new Coded(r.Kind, kinds.FirstOrDefault(k => k.Code == r.Kind)?.Name ?? r.Kind.AsText())),
            new("fact", new("À propos de", "About"), r => r.Fact),
            new("record", new("Numéro de ce dont il parle", "Number of what it speaks of"), r => r.About.ToString()),
            new("recordedAt", new("Préparé", "Prepared"), r => r.RecordedAt),
            new("endedAt", new("Parti, ou abandonné", "Sent, or given up"), r => r.EndedAt),
            new("outcome", new("Ce qu’il en est advenu", "What became of it"), r => r.Outcome is { } outcome ? new Coded(outcome, WordsOf(outcome)) : null),
            new("why", new("Réponse du serveur", "The server’s answer"), r => r.Why)),
    ];

    private static Text WordsOf(string outcome) => outcome switch
    {
        "sent" => new("Envoyé", "Sent"),
        "refused" => new("Refusé par le serveur de votre adresse, ou revenu", "Refused by your address’s server, or came back"),
        "late" => new("Pas envoyé\u00a0: il n’y avait plus rien à dire", "Not sent: there was nothing to tell any more"),
        _ => outcome.AsText(),
    };

    private sealed record Row
    {
        public required string Kind { get; init; }

        public required Guid About { get; init; }

        public required string Fact { get; init; }

        public required DateTimeOffset RecordedAt { get; init; }

        public required DateTimeOffset? EndedAt { get; init; }

        public required string? Outcome { get; init; }

        public required string? Why { get; init; }
    }
}
