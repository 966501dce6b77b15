using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Tests.Mail;

public sealed class The_senders_domain : IAsyncLifetime
{
    private readonly NameServer _dns = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _dns.DisposeAsync();

    [Fact]
    public async Task is_told_what_it_lacks_and_which_texts_to_add()
    {
        _dns.Texts["www.exemple.org"] = ["autre chose"];

        var found = await Look();

        Assert.Equal([FindingKind.Lacking, FindingKind.Lacking, FindingKind.Lacking], found.Select(f => f.Kind));
        Assert.Equal(["v=spf1 a:smtp.fournisseur.org ~all", "", "v=DMARC1; p=none"], found.Select(f => f.Line));
        Assert.Equal(["exemple.org", "", "_dmarc.exemple.org"], found.Select(f => f.At));
    }

    [Fact]
    public async Task is_in_order_when_it_says_who_sends_and_what_to_do_with_others()
    {
        _dns.Texts["exemple.org"] = ["google-site-verification=abc", $"v=spf1 {string.Join(' ', Enumerable.Range(1, 8).Select(n => $"include:spf{n}.fournisseur.org"))} ~all"];
        _dns.Texts["cle1._domainkey.exemple.org"] = ["v=DKIM1; p=abc"];
        _dns.Texts["_dmarc.exemple.org"] = ["v=DMARC1; p=reject"];

        Assert.Equal([FindingKind.Well, FindingKind.Unknown, FindingKind.Well], (await Look()).Select(f => f.Kind));
    }

    [Theory]
    [InlineData("+all", "v=spf1 a +all")]
    [InlineData("personne", "v=spf1 -all")]
    [InlineData("personne", "v=spf1 ~all")]
    [InlineData("plus d’un texte", "v=spf1 a ~all", "v=spf1 mx ~all")]
    [InlineData("ne dit pas", "v=spf10 a ~all")]
    public async Task is_told_when_what_it_says_of_its_senders_does_not_help(string told, params string[] texts)
    {
        _dns.Texts["exemple.org"] = texts;

        var spf = (await Look())[0];

        Assert.Equal(FindingKind.Lacking, spf.Kind);
        Assert.Contains(told, spf.Says.Fr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FindingKind.Well, "v=spf1 a:smtp.fournisseur.org -all")]
    [InlineData(FindingKind.Well, "v=spf1 ip4:192.0.2.1 +A:SMTP.Fournisseur.org ~all")]
    [InlineData(FindingKind.Unknown, "v=spf1 mx ~all")]
    [InlineData(FindingKind.Unknown, "v=spf1 a:smtp.autre.org -all")]
    [InlineData(FindingKind.Unknown, "v=spf1 ip4:192.0.2.1 -all")]
    [InlineData(FindingKind.Unknown, "v=spf1 ?all")]
    [InlineData(FindingKind.Well, "v=spf1 mx ~all", "127.0.0.1")]
    [InlineData(FindingKind.Unknown, "v=spf1 mx ~all", "192.0.2.1")]
    [InlineData(FindingKind.Well, "v=spf1 ip4:192.0.2.1 -all", "192.0.2.1")]
    public async Task is_in_order_only_where_it_names_the_server_that_sends(FindingKind kind, string text, string host = "smtp.fournisseur.org")
    {
        _dns.Texts["exemple.org"] = [text];

        Assert.Equal(kind, (await Look(host: host))[0].Kind);
    }

    [Theory]
    [InlineData("courriel.exemple.org", "v=DMARC1; p=reject; sp=none", "n’écarte encore rien")]
    [InlineData("courriel.exemple.org", "v=DMARC1; p=quarantine", "demande d’écarter")]
    [InlineData("exemple.org", "v=DMARC1; rua=mailto:x@exemple.org", "ne se comprend pas")]
    public async Task may_have_its_word_on_others_from_the_domain_above(string domain, string text, string told)
    {
        _dns.Texts["_dmarc.exemple.org"] = [text];

        Assert.Contains(told, (await Look($"messages@{domain}"))[2].Says.Fr, StringComparison.Ordinal);
        Assert.DoesNotContain("_dmarc.org", _dns.Asked);
    }

    [Fact]
    public async Task is_not_known_when_the_dns_does_not_answer_or_knows_nothing_at_the_moment()
    {
        _dns.IsOut = true;
        Assert.Equal(FindingKind.Unknown, Assert.Single(await Look()).Kind);

        Assert.Equal(FindingKind.Unknown, Assert.Single(await Look(nameServer: $"127.0.0.1:{FreePorts.Take()}")).Kind);
    }

    [Theory]
    [InlineData("messages@127.0.0.1")]
    [InlineData("messages@localhost")]
    public async Task is_asked_about_only_where_it_is_one(string sender)
    {
        Assert.Equal(FindingKind.Lacking, Assert.Single(await Look(sender)).Kind);
        Assert.Empty(_dns.Asked);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.1:5353", true)]
    [InlineData("::1", true)]
    [InlineData("[::1]:5353", true)]
    [InlineData("dns.exemple.org", false)]
    public void is_asked_of_whom_the_settings_name_by_address(string typed, bool isOne) =>
        Assert.Equal(!isOne, new MailOptions { NameServer = typed }.Validate(new(new object())).Any());

    private async Task<IReadOnlyList<DomainFinding>> Look(string sender = "messages@exemple.org", string? nameServer = null, string host = "smtp.fournisseur.org")
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddSingleton(new MailOptions { Host = host, SenderAddress = sender, NameServer = nameServer ?? _dns.Address })
            .AddMail(_ => "mail", _ => new Uri("http://127.0.0.1"), (_, _) => new("Espace", "Space")).BuildServiceProvider();
        return await services.GetRequiredService<SenderDomain>().Look(Cancel);
    }
}
