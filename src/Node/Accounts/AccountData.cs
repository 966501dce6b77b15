using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Node.Accounts;

/// <summary>What is kept of an account, for whoever has it.</summary>
internal sealed class AccountData(Database database, AccountStore accounts, SessionStore sessions, SecurityLog log, RoleCatalogue roles) : IPersonalData
{
    public IReadOnlyList<string> Stored =>
    [
        "account id", "account name", "account name_sort", "account name_find", "account address", "account address_at", "address_change *", "address_left *", "account language", "account joined_at", "account left_at", "account stay",
        "account_period *", "account_role *", "sign_in_request *", "session *", "security_event *",
    ];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Account>(
            "account", new("Votre compte", "Your account"), cancel => One(person, cancel),
            new("name", AccountText.YourName, a => a.Name),
            new("address", AccountText.Address, a => a.Address),
            new("language", AccountText.Language, a => Coded.InLanguage(a.Language)),
            new("joinedAt", AccountText.Joined, a => a.JoinedAt),
            new("id", new("Numéro de votre compte", "Number of your account"), a => a.Id.ToString())),
        new PersonalPart<AddressRow>(
            "addresses", new("Vos autres adresses : celle que vous voulez confirmer, celles que vous n’avez plus depuis moins de trente jours", "Your other addresses: the one that you want to confirm, those that you gave up less than thirty days ago"), cancel => database.Query<AddressRow>(
                """
                select address, made_at as at, 1 as is_wanted from address_change where account_id = @person
                union all
                select address, at, 0 from address_left where account_id = @person
                order by at limit 1000
                """,
                new { person },
                cancel),
            new("address", AccountText.Address, a => a.Address),
            new("wanted", new("À confirmer", "To be confirmed"), a => a.IsWanted == 1),
            new("at", PersonalLabels.When, a => a.At)),
        new PersonalPart<MembershipPeriod>(
            "stays", new("Vos arrivées et vos départs", "When you joined and left"), cancel => accounts.Stays(person, cancel),
            new("joinedAt", new("Arrivée", "Joined"), s => s.JoinedAt),
            new("leftAt", new("Départ", "Left"), s => s.LeftAt)),
        new PersonalPart<RoleRow>(
            "roles", AccountText.YourRoles, cancel => database.Query<RoleRow>(
                $"select role, given_at, given_by, taken_at, taken_by from account_role where account_id = @person order by given_at, role limit {PersonalPart.MostRows}", new { person }, cancel),
            new("role", AccountText.Role, r => RoleOf(r.Role)),
            new("givenAt", new("Donné", "Given"), r => r.GivenAt),
            new("givenBy", new("Donné par", "Given by"), r => By(r.GivenBy, person)),
            new("takenAt", new("Retiré", "Taken away"), r => r.TakenAt),
            new("takenBy", new("Retiré par", "Taken away by"), r => r.TakenAt is null ? null : By(r.TakenBy, person))),
        new PersonalPart<Session>(
            "sessions", AccountText.Sessions, cancel => sessions.Of(person, cancel),
            new("device", new("Appareil", "Device"), s => s.Device),
            new("startedAt", new("Ouverte", "Opened"), s => s.StartedAt),
            new("seenAt", new("Dernière visite", "Last visit"), s => s.SeenAt)),
        // Whoever types an address may say a name beside it: that is theirs, and goes when the letter is used or has expired.
        new PersonalPart<SignInRow>(
            "sign-in-requests", new("Demandes récentes d’un lien pour entrer avec votre adresse", "Recent requests for a sign-in link with your address"), cancel => database.Query<SignInRow>(
                $"""
                select r.made_at, r.expires_at, r.used_at from sign_in_request r join account a on a.address = r.address
                 where a.id = @person order by r.made_at, r.id limit {PersonalPart.MostRows}
                """,
                new { person },
                cancel),
            new("madeAt", PersonalLabels.When, r => r.MadeAt),
            new("expiresAt", new("Valide jusqu’à", "Valid until"), r => r.ExpiresAt),
            new("usedAt", new("Utilisé", "Used"), r => r.UsedAt)),
        new PersonalPart<SecurityEvent>(
            "access-log", AccountText.SecurityLog, cancel => log.About(person, PersonalPart.MostRows, cancel),
            new("at", PersonalLabels.When, e => e.At),
            new("what", AccountText.What, e => new Coded(e.Kind, SecurityEvents.WordsOf(e))),
            new("role", AccountText.Role, e => e.Detail.Length == 0 ? null : RoleOf(e.Detail)),
            new("by", AccountText.ByWhom, e => By(e.By, person)),
            new("about", AccountText.AboutWhom, e => e.About is null ? null : e.About == person ? you : new Coded("other", new("une autre personne", "somebody else")))),
    ];

    private static readonly Coded you = new("you", AccountText.You);

    private Coded RoleOf(string code) => new(code, roles.Find(code)?.Name ?? code.AsText());

    // By name only people who manage access see who did: the others learn who they are from nobody but themselves.
    private static Coded By(Guid? who, Guid person) =>
        who is null ? new("server", AccountText.Nobody) : who == person ? you : new("other", new("une personne qui gère les accès", "somebody who manages access"));

    private async Task<IReadOnlyList<Account>> One(Guid person, CancellationToken cancellationToken) => await accounts.Find(person, cancellationToken).ConfigureAwait(false) is { } account ? [account] : [];

    private sealed record AddressRow
    {
        public required string Address { get; init; }

        public required DateTimeOffset At { get; init; }

        public required long IsWanted { get; init; }
    }

    private sealed record RoleRow
    {
        public required string Role { get; init; }

        public required DateTimeOffset GivenAt { get; init; }

        public required Guid? GivenBy { get; init; }

        public required DateTimeOffset? TakenAt { get; init; }

        public required Guid? TakenBy { get; init; }
    }

    private sealed record SignInRow
    {
        public required DateTimeOffset MadeAt { get; init; }

        public required DateTimeOffset ExpiresAt { get; init; }

        public required DateTimeOffset? UsedAt { get; init; }
    }
}
