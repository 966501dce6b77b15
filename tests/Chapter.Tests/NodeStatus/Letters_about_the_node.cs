using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.NodeStatus;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.NodeStatus;

/// <summary>Days go by, while nobody is left to manage access, or somebody is again.</summary>
public abstract class Letters_about_the_node(PostgresServer? server) : IAsyncLifetime
{
    private const string One = "une@exemple.org", Two = "deux@exemple.org";

    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(server, ("Storage:LowDiskMebibytes", "0"));
        Assert.True((await Contacts.Choose(new(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), [ChapterRoles.Steward]), new() { First = One, Second = Two }, Cancel)).Succeeded);
    }

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private HealthContacts Contacts => _chapter.Get<HealthContacts>();

    [Fact]
    public async Task go_once_to_each_when_something_has_been_wrong_for_a_day_and_once_when_it_is_well_again()
    {
        await Break();
        Assert.Empty(await After(TimeSpan.Zero));
        Assert.Empty(await After(TimeSpan.FromHours(23)));

        var told = await After(TimeSpan.FromHours(2));
        Assert.Equal([Two, One], told.Select(l => l.To.Mailboxes.Single().Address).Order());
        Assert.All(told, letter =>
        {
            Assert.Equal("À réparer sur le serveur · Something to mend on the server", letter.Subject);
            Assert.Contains("Personne ne peut gérer les accès.", letter.TextBody, StringComparison.Ordinal);
            Assert.Contains("Nobody can manage access.", letter.TextBody, StringComparison.Ordinal);
            Assert.Contains("/en/server-status", letter.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("Estrie", letter.TextBody + letter.Subject + letter.From, StringComparison.Ordinal);
            Assert.DoesNotContain("exemple.org", letter.TextBody, StringComparison.Ordinal);
        });
        Assert.Empty(await After(TimeSpan.FromHours(1)));
        await _chapter.Restart();
        Assert.Empty(await After(TimeSpan.FromDays(3)));

        await Mend();
        Assert.Empty(await After(TimeSpan.Zero));
        Assert.Empty(await After(TimeSpan.FromMinutes(30)));
        await _chapter.Restart();
        var mended = await After(TimeSpan.FromMinutes(45));
        Assert.Equal(2, mended.Count);
        Assert.All(mended, letter => Assert.Equal("De nouveau en ordre · Well again", letter.Subject));
        Assert.Empty(await After(TimeSpan.FromDays(2)));

        // The next outage is another one.
        await Break();
        Assert.Empty(await After(TimeSpan.Zero));
        Assert.Equal(2, (await After(TimeSpan.FromHours(25))).Count);
    }

    [Fact]
    public async Task do_not_go_about_less_than_a_day_nor_by_night()
    {
        await Break();
        Assert.Empty(await After(TimeSpan.Zero));
        await Mend();
        Assert.Empty(await After(TimeSpan.FromHours(20)));
        Assert.Empty(await After(TimeSpan.FromHours(5)));

        // At ten in the morning; the first look after a day is by night.
        await Break();
        Assert.Empty(await After(TimeSpan.Zero));
        Assert.Empty(await After(TimeSpan.FromHours(36)));
        Assert.Equal(2, (await After(TimeSpan.FromHours(12))).Count);
    }

    [Fact]
    public async Task that_the_mail_server_puts_off_go_later_to_whom_they_did_not_reach()
    {
        await Break();
        Assert.Empty(await After(TimeSpan.Zero));
        _chapter.Mail.Greylisted = 1;

        var first = await After(TimeSpan.FromHours(25));
        Assert.Empty(await After(TimeSpan.FromMinutes(10)));
        var second = await After(TimeSpan.FromHours(1));

        Assert.Equal([Two, One], first.Concat(second).Select(l => l.To.Mailboxes.Single().Address).Order());
    }

    [Fact]
    public async Task go_to_those_who_manage_access_where_nobody_chose_and_never_about_mail()
    {
        Assert.True((await Contacts.Choose(new(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), [ChapterRoles.Steward]), new() { Version = "1" }, Cancel)).Succeeded);
        await LoseAnEntry();
        _chapter.Mail.Refuses = (421, "4.3.2 closed");
        await After(TimeSpan.Zero);
        await _chapter.Get<RecoveryCoP.Node.Mail.Mailer>().Send(new(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), One, "fr", "x", "x"), Cancel);
        await After(TimeSpan.FromHours(2));
        _chapter.Mail.Refuses = null;
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow() + TimeSpan.FromDays(2));
        Assert.Equal(Grade.Wrong, (await _chapter.Get<HealthReport>().Look(Cancel)).Single(c => c.Check.Code == "mail").Finding.Grade);

        // What is missing of a feed is told, to the steward; that mail was out for as long is not.
        var told = Assert.Single(await After(TimeSpan.Zero));
        Assert.Equal("claude@exemple.org", told.To.Mailboxes.Single().Address);
        Assert.Contains("Il manque quelque chose", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Aucun courriel ne part", told.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task forget_the_address_of_somebody_who_leaves(bool erased)
    {
        var (who, address) = await _chapter.AddMember();
        Assert.True((await Contacts.Choose(new(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), [ChapterRoles.Steward]), new() { Version = "1", First = address, Second = Two }, Cancel)).Succeeded);

        var people = _chapter.Get<RecoveryCoP.Node.Accounts.People>();
        Assert.True((erased ? await people.LeaveErased(new(who, []), Cancel) : await people.End(new(who, who.Id), Cancel)).Succeeded);
        await After(TimeSpan.Zero);

        var left = (await Contacts.Chosen(Cancel))!;
        Assert.Equal((Two, ""), (left.First, left.Second));
    }

    [Fact]
    public async Task remember_who_was_told_though_the_database_is_away_at_the_first_look()
    {
        await Break();
        Assert.Empty(await After(TimeSpan.Zero));
        Assert.Equal(2, (await After(TimeSpan.FromHours(25))).Count);
        await _chapter.Restart();

        await Write("alter table health_told rename to health_told_away");
        Assert.Empty(await After(TimeSpan.FromMinutes(5)));
        await Write("alter table health_told_away rename to health_told");
        Assert.Empty(await After(TimeSpan.FromHours(25)));

        await Mend();
        Assert.Empty(await After(TimeSpan.Zero));
        Assert.Equal(2, (await After(TimeSpan.FromMinutes(75))).Count);
    }

    [Fact]
    public async Task follow_somebody_to_their_new_address()
    {
        var (who, address) = await _chapter.AddMember();
        Assert.True((await Contacts.Choose(new(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), [ChapterRoles.Steward]), new() { Version = "1", First = address, Second = Two }, Cancel)).Succeeded);

        await _chapter.Get<Database>().Write(t => Contacts.Move(t, address, "ailleurs@exemple.org"), Cancel);
        Assert.Equal(["ailleurs@exemple.org", Two], [(await Contacts.Chosen(Cancel))!.First, (await Contacts.Chosen(Cancel))!.Second]);
    }

    [Fact]
    public async Task are_one_contact_to_who_moves_from_one_of_their_addresses_to_the_other_and_none_once_they_are_erased()
    {
        foreach (var given in new (string First, string Second)[] { (One, Two), (Two, One) })
        {
            var version = ((await Contacts.Chosen(Cancel))?.Version ?? 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.True((await Contacts.Choose(new(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), [ChapterRoles.Steward]), new() { Version = version, First = given.First, Second = given.Second }, Cancel)).Succeeded);

            await _chapter.Get<Database>().Write(t => Contacts.Move(t, One, Two), Cancel);
            Assert.Equal((Two, ""), ((await Contacts.Chosen(Cancel))!.First, (await Contacts.Chosen(Cancel))!.Second));

            await _chapter.Get<Database>().Write(t => Contacts.Forget(t, Two), Cancel);
            Assert.Equal(("", ""), ((await Contacts.Chosen(Cancel))!.First, (await Contacts.Chosen(Cancel))!.Second));
        }
    }

    private Task<int> LoseAnEntry() => _chapter.Get<Database>().Write(
        t => t.Execute(
            "insert into feed_evidence (node_id, signed_id, feed_position, reason, signed, seen_at) values (@self, @id, 9, 'GAP', @id, @now)",
            new { self = _chapter.Get<RecoveryCoP.Node.Hosting.ThisNode>().Identity.Id.Value, id = new byte[32], now = _chapter.Clock.GetUtcNow() }),
        Cancel);

    private Task<int> Break() => Write("update account_role set taken_at = given_at where role = 'steward'");

    private Task<int> Mend() => Write("update account_role set taken_at = null where role = 'steward'");

    private Task<int> Write(string sql) => _chapter.Get<Database>().Write(t => t.Execute(sql), Cancel);

    private async Task<IReadOnlyList<MimeKit.MimeMessage>> After(TimeSpan time)
    {
        var before = _chapter.Mail.Letters.Count;
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow() + time);
        await _chapter.Get<HealthWatch>().Look(Cancel);
        return [.. _chapter.Mail.Letters.Skip(before)];
    }
}

public sealed class Letters_about_the_node_on_sqlite() : Letters_about_the_node(null);

public sealed class Letters_about_the_node_on_postgresql(PostgresServer server) : Letters_about_the_node(server);
