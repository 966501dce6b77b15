using FluentValidation;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>Two addresses as they are typed.</summary>
public sealed record ContactsForm
{
    /// <summary>Which choice was on the page.</summary>
    public string? Version { get; init; }

    /// <summary>One.</summary>
    public string? First { get; init; }

    /// <summary>Another.</summary>
    public string? Second { get; init; }

    /// <summary>The fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(First), StatusText.First) { Longest = EmailAddress.MaxLength, Type = "email" },
        new(nameof(Second), StatusText.Second) { Longest = EmailAddress.MaxLength, Type = "email" },
    ];

    internal static FormValidator<ContactsForm> Validator { get; } = new ContactsValidator();

    private sealed class ContactsValidator : FormValidator<ContactsForm>
    {
        public ContactsValidator() : base(Fields)
        {
            RuleFor(f => f.First).Must(IsNoneOrAddress).WithErrorCode("account.address-invalid");
            RuleFor(f => f.Second).Must(IsNoneOrAddress).WithErrorCode("account.address-invalid");
        }

        private static bool IsNoneOrAddress(string? typed) => !Readable.IsSeen(typed) || EmailAddress.Parse(typed) is not null;
    }
}

/// <summary>Whom the node writes to when something stays wrong: those that somebody chose, otherwise the first two who manage access.</summary>
public sealed class HealthContacts(Database database, RoleCatalogue roles) : IHoldsAddresses
{
    private const int Most = 2;

    /// <summary>What was chosen; null for nobody.</summary>
    public Task<ChosenContacts?> Chosen(CancellationToken cancellationToken) =>
        database.Find<ChosenContacts>("select version, first, second from health_contact", null, cancellationToken);

    /// <summary>The addresses to write to.</summary>
    internal async Task<IReadOnlyList<string>> Addresses(CancellationToken cancellationToken)
    {
        if (await Chosen(cancellationToken).ConfigureAwait(false) is { Addresses: { Count: > 0 } chosen })
        {
            return chosen;
        }

        List<string> found = [];
        foreach (var role in roles.Administrators)
        {
            found.AddRange(await database.Query<string>(
                """
                select a.address from account a join account_role r on r.account_id = a.id
                 where r.role = @role and r.taken_at is null and a.left_at is null order by r.given_at, a.id limit @Most
                """,
                new { role, Most },
                cancellationToken).ConfigureAwait(false));
        }

        return [.. found.Distinct().Take(Most)];
    }

    /// <summary>Chooses them; none goes back to those who manage access.</summary>
    public async Task<Result> Choose(Actor by, ContactsForm form, CancellationToken cancellationToken)
    {
        if (!by.Is(roles.Administrators))
        {
            return Refusal.Of("account.not-yours");
        }

        if (ContactsForm.Validator.Errors(form) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        string[] chosen = [.. new[] { form.First, form.Second }.Select(EmailAddress.Parse).OfType<EmailAddress>().Select(a => a.Value).Distinct(), "", ""];
        var seen = Digits.Read(form.Version) ?? 0;
        return await database.Write(
            async t =>
            {
                if ((await t.Find<long?>("select version from health_contact").ConfigureAwait(false) ?? 0) != seen)
                {
                    return Result.Refused([Refusal.Of("status.stale")]);
                }

                await t.Erase("delete from health_contact").ConfigureAwait(false);
                await t.Execute(
                    "insert into health_contact (one, version, first, second) values (1, @version, @first, @second)", new { version = (long)seen + 1, first = chosen[0], second = chosen[1] }).ConfigureAwait(false);
                return Result.Done;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets the address of somebody who has left.</summary>
    internal async Task ForgetThoseWhoLeft(CancellationToken cancellationToken)
    {
        if (await Chosen(cancellationToken).ConfigureAwait(false) is not { Addresses: { Count: > 0 } chosen })
        {
            return;
        }

        foreach (var address in chosen)
        {
            if (await database.Find<long>("select count(*) from account where address = @address and left_at is not null", new { address }, cancellationToken).ConfigureAwait(false) > 0)
            {
                await database.Write(t => Forget(t, address), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc />
    public async Task Forget(Transaction transaction, string address)
    {
        await transaction.Erase("delete from health_told where address = @address", new { address }).ConfigureAwait(false);
        await transaction.Erase(
            """
            update health_contact set version = version + 1, first = case when first <> @address then first when second <> @address then second else '' end, second = ''
             where first = @address or second = @address
            """,
            new { address }).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task Move(Transaction transaction, string before, string now)
    {
        await transaction.Erase("delete from health_told where address = @before", new { before }).ConfigureAwait(false);
        // Who had given both, and moves from one to the other, is one contact.
        await transaction.Erase(
            """
            update health_contact set version = version + 1, first = case when first = @before then @now else first end,
                   second = case when first in (@before, @now) and second in (@before, @now) then '' when second = @before then @now else second end
             where first = @before or second = @before
            """,
            new { before, now }).ConfigureAwait(false);
    }
}

/// <summary>What somebody chose.</summary>
public sealed record ChosenContacts
{
    /// <summary>How often it was chosen.</summary>
    public required long Version { get; init; }

    /// <summary>One address; empty for none.</summary>
    public required string First { get; init; }

    /// <summary>Another; empty for none.</summary>
    public required string Second { get; init; }

    internal IReadOnlyList<string> Addresses => [.. new[] { First, Second }.Where(a => a.Length > 0).Distinct()];
}

/// <summary>That somebody's address is one of them.</summary>
internal sealed class HealthContactData(Database database) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["health_contact *", "health_told *"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<string>(
            "health-contact", new("Si le serveur vous écrit quand quelque chose ne va pas", "Whether the server writes to you when something is wrong"), cancel => database.Query<string>(
                "select a.address from account a join health_contact c on c.first = a.address or c.second = a.address where a.id = @person order by a.address limit 1", new { person }, cancel),
            [new("address", new("Votre adresse", "Your address"), address => address)]),
    ];
}
