using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts;

/// <summary>The tables of people and their roles. Decides nothing about who may: <see cref="People"/> does.</summary>
public sealed class AccountStore(Database database, TimeProvider clock)
{
    /// <summary>What an account is called in the change log: it is there whenever a stay begins or ends.</summary>
    public const string Kind = "account";

    private const string Columns = "id, address, name, language, stay, joined_at, left_at";

    private static string Here(string? search) =>
        "from account where left_at is null" + (NameOrder.Pattern(search) is null ? "" : @" and name_find like @pattern escape '\'");

    /// <summary>Somebody who is here, by id; null when there is none or they have left.</summary>
    public Task<Account?> Find(Guid id, CancellationToken cancellationToken) =>
        database.Find<Account>($"select {Columns} from account where id = @id and left_at is null", new { id }, cancellationToken);

    /// <summary>Somebody who is here, by address; null when there is none or they have left.</summary>
    public Task<Account?> Find(EmailAddress address, CancellationToken cancellationToken) =>
        database.Find<Account>($"select {Columns} from account where address = @Value and left_at is null", new { address.Value }, cancellationToken);

    /// <summary>Those who are here, by name, with the roles they hold.</summary>
    /// <param name="search">Part of a name, as typed; null or empty for everybody.</param>
    /// <param name="page">1 upwards.</param>
    /// <param name="size">People a page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Person>> People(string? search, int page, int size, CancellationToken cancellationToken)
    {
        var rows = await database.Query<PersonRow>(
            $"""
            select p.id, p.name, p.joined_at, r.role
              from (select id, name, name_sort, joined_at {Here(search)} order by name_sort, id limit @size offset @skipped) p
              left join account_role r on r.account_id = p.id and r.taken_at is null
             order by p.name_sort, p.id, r.role
             limit 100000
            """,
            new { pattern = NameOrder.Pattern(search), size, skipped = ((long)page - 1) * size },
            cancellationToken).ConfigureAwait(false);
        return Grouped(rows);
    }

    /// <summary>Somebody who is here, with the roles they hold; null when there is none or they have left.</summary>
    public async Task<Person?> Person(Guid id, CancellationToken cancellationToken) => Grouped(await database.Query<PersonRow>(
        """
        select p.id, p.name, p.joined_at, r.role
          from account p
          left join account_role r on r.account_id = p.id and r.taken_at is null
         where p.id = @id and p.left_at is null
         order by r.role
         limit 100
        """,
        new { id },
        cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    private static IReadOnlyList<Person> Grouped(IEnumerable<PersonRow> rows) =>
        [.. rows.GroupBy(r => r.Id).Select(g => new Person(g.Key, g.First().Name, g.First().JoinedAt, [.. g.Select(r => r.Role).OfType<string>()]))];

    /// <summary>Those who are here and hold one of some roles, by name.</summary>
    internal async Task<IReadOnlyList<RoleHolder>> Holders(IEnumerable<string> roles, CancellationToken cancellationToken)
    {
        List<RoleHolder> holders = [];
        foreach (var role in roles)
        {
            holders.AddRange(await database.Query<RoleHolder>(
                """
                select a.name, a.address, r.role
                  from account_role r join account a on a.id = r.account_id and a.left_at is null
                 where r.taken_at is null and r.role = @role
                 order by a.name_sort, a.id
                 limit 1000
                """,
                new { role },
                cancellationToken).ConfigureAwait(false));
        }

        return holders;
    }

    /// <summary>How many are in that list.</summary>
    public Task<long> Count(string? search, CancellationToken cancellationToken) =>
        database.Find<long>($"select count(*) {Here(search)}", new { pattern = NameOrder.Pattern(search) }, cancellationToken);

    /// <summary>The names of those among some accounts who are here.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesOf(IReadOnlyCollection<Guid> accounts, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var id in accounts)
        {
            if (await Find(id, cancellationToken).ConfigureAwait(false) is { } account)
            {
                names[id] = account.Name;
            }
        }

        return names;
    }

    /// <summary>Every stay of somebody, the first one first.</summary>
    public Task<IReadOnlyList<MembershipPeriod>> Stays(Guid account, CancellationToken cancellationToken) => database.Query<MembershipPeriod>(
        "select joined_at, left_at from account_period where account_id = @account order by joined_at, id limit 1000", new { account }, cancellationToken);

    /// <summary>
    /// Adds somebody with roles, on nobody's command but the server's own (<c>init</c>, founding). Somebody who left comes back as they were, without their roles.
    /// </summary>
    /// <returns>The account; refused with <c>account.address-taken</c> when somebody here has the address.</returns>
    public Task<Result<Account>> Add(string name, EmailAddress address, string language, IReadOnlyList<string> roles, Guid? by, CancellationToken cancellationToken) =>
        database.Write(t => Add(t, name, address, language, roles, by), cancellationToken);

    /// <inheritdoc cref="Add(string, EmailAddress, string, IReadOnlyList{string}, Guid?, CancellationToken)"/>
    public async Task<Result<Account>> Add(Transaction transaction, string name, EmailAddress address, string language, IReadOnlyList<string> roles, Guid? by)
    {
        var now = clock.GetUtcNow();
        var account = await transaction.Find<Account>(
            $"""
            insert into account ({Columns}, address_at, name_sort, name_find) values (@Id, @Address, @Name, @Language, @Stay, @Now, null, @Now, @Sort, @Find)
            on conflict (address) do update set name = excluded.name, name_sort = excluded.name_sort, name_find = excluded.name_find, language = excluded.language, stay = excluded.stay, joined_at = excluded.joined_at, left_at = null
             where account.left_at is not null
            returning {Columns}
            """,
            new { Id = Guid.CreateVersion7(now), Address = address.Value, Name = name.Trim(), Language = language, Stay = Guid.CreateVersion7(now), Now = now, Sort = NameOrder.SortKey(name.Trim()), Find = NameOrder.Folded(name) }).ConfigureAwait(false);
        if (account is null)
        {
            return Refusal.Of("account.address-taken", nameof(AddPerson.Address));
        }

        await ChangeLog.Append(transaction, Kind, account.Id).ConfigureAwait(false);
        await transaction.Execute("insert into account_period (id, account_id, joined_at) values (@Stay, @Id, @now)", new { account.Stay, account.Id, now }).ConfigureAwait(false);
        // A session that raced with the leaving must not wake up again.
        await SessionStore.EndAll(transaction, account.Id).ConfigureAwait(false);
        await SecurityLog.Append(transaction, now, SecurityEvents.Added, by, account.Id).ConfigureAwait(false);
        foreach (var role in roles)
        {
            await Give(transaction, account.Id, role, by).ConfigureAwait(false);
        }

        return account;
    }

    internal static Task<Account?> Find(Transaction transaction, EmailAddress address) =>
        transaction.Find<Account>($"select {Columns} from account where address = @Value and left_at is null", new { address.Value });

    internal static async Task<Result> Rename(Transaction transaction, Guid account, string name, string language)
    {
        var changed = await transaction.Execute(
            "update account set name = @Name, name_sort = @Sort, name_find = @Find, language = @language where id = @account and left_at is null",
            new { account, Name = name.Trim(), Sort = NameOrder.SortKey(name.Trim()), Find = NameOrder.Folded(name), language }).ConfigureAwait(false);
        return changed == 1 ? Result.Done : Refusal.Of("account.no-such-person");
    }

    internal async Task<Result> Give(Transaction transaction, Guid account, string role, Guid? by)
    {
        // Whoever ends the membership meanwhile waits, and then takes this role too.
        if (await transaction.Execute("update account set left_at = left_at where id = @account and left_at is null", new { account }).ConfigureAwait(false) == 0)
        {
            return Refusal.Of("account.no-such-person");
        }

        var changed = await transaction.Execute(
            """
            insert into account_role (account_id, role, given_at, given_by)
            select id, @role, @Now, @by from account where id = @account and left_at is null
            on conflict (account_id, role) where taken_at is null do nothing
            """,
            new { account, role, by, Now = clock.GetUtcNow() }).ConfigureAwait(false);
        if (changed == 0)
        {
            return Refusal.Of("account.role-held");
        }

        await SecurityLog.Append(transaction, clock.GetUtcNow(), SecurityEvents.RoleGiven, by, account, role).ConfigureAwait(false);
        return Result.Done;
    }

    internal async Task<Result> Take(Transaction transaction, Guid account, RoleDefinition role, Guid by)
    {
        var holders = await LockHolders(transaction, role.Code).ConfigureAwait(false);
        if (!await Holds(transaction, account, role.Code).ConfigureAwait(false))
        {
            return Refusal.Of("account.role-not-held");
        }

        var allowed = RoleRules.MayLoseOne(role, holders);
        if (allowed.Succeeded)
        {
            await transaction.Execute(
                "update account_role set taken_at = @Now, taken_by = @by where account_id = @account and role = @Code and taken_at is null",
                new { account, role.Code, by, Now = clock.GetUtcNow() }).ConfigureAwait(false);
            await SecurityLog.Append(transaction, clock.GetUtcNow(), SecurityEvents.RoleTaken, by, account, role.Code).ConfigureAwait(false);
        }

        return allowed;
    }

    internal async Task<Result> End(Transaction transaction, Guid account, RoleCatalogue roles, Guid by)
    {
        foreach (var administrator in roles.All.Where(r => r.IsAdministrator))
        {
            var holders = await LockHolders(transaction, administrator.Code).ConfigureAwait(false);
            if (await Holds(transaction, account, administrator.Code).ConfigureAwait(false) && RoleRules.MayLoseOne(administrator, holders) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        var now = clock.GetUtcNow();
        var gone = await transaction.Execute("update account set left_at = @now where id = @account and left_at is null", new { account, now }).ConfigureAwait(false);
        if (gone == 0)
        {
            return Refusal.Of("account.no-such-person");
        }

        await ChangeLog.Append(transaction, Kind, account).ConfigureAwait(false);
        await transaction.Execute("update account_period set left_at = @now where account_id = @account and left_at is null", new { account, now }).ConfigureAwait(false);
        await transaction.Execute("update account_role set taken_at = @now, taken_by = @by where account_id = @account and taken_at is null", new { account, now, by }).ConfigureAwait(false);
        await SessionStore.EndAll(transaction, account).ConfigureAwait(false);
        await transaction.Execute("delete from address_change where account_id = @account", new { account }).ConfigureAwait(false);
        // Links that were made for them. What browsers asked for stays: what they are told must not tell that somebody left.
        await transaction.Execute("delete from sign_in_request where browser is null and address = (select address from account where id = @account)", new { account }).ConfigureAwait(false);
        await SecurityLog.Append(transaction, now, SecurityEvents.Left, by, account).ConfigureAwait(false);
        return Result.Done;
    }

    /// <summary>Counts the holders and keeps them from changing until the transaction ends: two stewards who take each other's role at once must not both succeed.</summary>
    private static Task<int> LockHolders(Transaction transaction, string role) =>
        transaction.Execute("update account_role set role = role where role = @role and taken_at is null", new { role });

    private static async Task<bool> Holds(Transaction transaction, Guid account, string role) =>
        await transaction.Find<long>("select count(*) from account_role where account_id = @account and role = @role and taken_at is null", new { account, role }).ConfigureAwait(false) > 0;

    private sealed record PersonRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required DateTimeOffset JoinedAt { get; init; }

        public required string? Role { get; init; }
    }
}
