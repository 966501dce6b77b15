using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>Whom somebody invited, as their own page shows it: as much of the address, and nothing of what became of the letter.</summary>
internal sealed class InvitationData(Database database) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["invitation *"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Row>(
            "invitations", new("Les invitations que vous avez écrites", "The invitations that you wrote"), cancel => database.Query<Row>(
                $"""
                select shown, words, language, made_at, case when state in ('waiting', 'kept') then 1 else 0 end as waits
                  from invitation where inviter = @person order by made_at, id limit {PersonalPart.MostRows}
                """,
                new { person },
                cancel),
            new("at", PersonalLabels.When, r => r.MadeAt),
            new("to", new("À", "To"), r => r.Shown),
            new("words", new("Vos mots", "Your words"), r => r.Words),
            new("language", PersonalLabels.Language, r => r.Language == ListedAddress.BothLanguages ? new Coded(r.Language, new("les deux", "both")) : Coded.InLanguage(r.Language)),
            new("waits", new("Attend encore", "Still waits"), r => r.Waits == 1)),
    ];

    private sealed record Row
    {
        public required string? Shown { get; init; }

        public required string? Words { get; init; }

        public required string Language { get; init; }

        public required DateTimeOffset MadeAt { get; init; }

        public required long Waits { get; init; }
    }
}
