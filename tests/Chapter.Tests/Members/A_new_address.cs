using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>How a member changes their address in a community; what holds on any node is in the node's own tests.</summary>
public sealed class A_new_address(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ends_the_notice_that_letters_are_refused_even_when_one_to_the_earlier_one_comes_back_late()
    {
        var (who, browser) = await chapter.AddMember("Camille");
        await Letter(who.Id, "refused", ago: 3);
        await Letter(who.Id, "sent", ago: 2);
        await Letter(who.Id, "refused", ago: 1);
        Assert.Contains("votre adresse les refuse", (await browser.Open("/fr/ma-page", Cancel)).Words, StringComparison.Ordinal);

        var address = chapter.NewAddress();
        Assert.True((await browser.Fill("/fr/ma-page/adresse", "new-address", Cancel, ("Address", address))).IsDone);
        var letter = await chapter.Letter(address);
        var confirmed = await browser.Fill("/fr/ma-page/adresse", "confirm-address", Cancel, ("Key", letter.Code));

        Assert.True(confirmed.IsDone, confirmed.Words);
        Assert.DoesNotContain("votre adresse les refuse", (await browser.Open("/fr/ma-page", Cancel)).Words, StringComparison.Ordinal);
        await chapter.Get<Database>().Write(t => t.Execute("update letter set outcome = 'refused' where account_id = @Id and outcome = 'sent'", new { who.Id }), Cancel);
        Assert.DoesNotContain("votre adresse les refuse", (await browser.Open("/fr/ma-page", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(address, (await chapter.Get<AccountStore>().Find(who.Id, Cancel))!.Address);
    }

    [Fact]
    public async Task is_told_to_the_earlier_one_by_the_node_itself()
    {
        var before = chapter.NewAddress();
        var account = (await chapter.Get<AccountStore>().Add("Camille", EmailAddress.Parse(before)!, "fr", [], null, Cancel)).Value!;
        var browser = await chapter.SignIn(account.Id);
        var address = chapter.NewAddress();
        Assert.True((await browser.Fill("/fr/ma-page/adresse", "new-address", Cancel, ("Address", address))).IsDone);
        Assert.True((await browser.Fill("/fr/ma-page/adresse", "confirm-address", Cancel, ("Key", (await chapter.Letter(address)).Code))).IsDone);

        await chapter.Letter(before); // ends when it is there
    }

    // An address that was refused for days; the account is as old as that.
    private Task Letter(Guid account, string outcome, int ago) => chapter.Get<Database>().Write(
        async t =>
        {
            var at = TimeProvider.System.GetUtcNow().AddDays(-ago);
            await t.Execute("update account set address_at = @early where id = @account", new { account, early = at.AddDays(-9) });
            await t.Execute(
                """
                insert into letter (id, account_id, stay, kind, about, fact, is_urgent, recorded_at, next_at, expires_at, tries, ended_at, outcome)
                select @id, id, stay, 'announcement', @id, 'announced', 0, @at, @at, @at, 1, @at, @outcome from account where id = @account
                """,
                new { account, outcome, at, id = Guid.CreateVersion7(at) });
        },
        Cancel);
}
