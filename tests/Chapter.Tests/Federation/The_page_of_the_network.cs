using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Federation;

public sealed class The_page_of_the_network : IAsyncLifetime
{
    private FederationPages _pages = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _pages = await FederationPages.Start();

    public async ValueTask DisposeAsync() => await _pages.DisposeAsync();

    [Fact]
    public async Task takes_a_code_and_keeps_what_was_mistyped()
    {
        using var steward = _pages.Visitor("steward");

        var (refused, page) = await FederationPages.Send(steward, "/fr/reseau", "enrol", ("Code", "ABC"), ("Address", _pages.Hub.Address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("sept groupes", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ABC", page.QuerySelector("input[name=Code]")!.GetAttribute("value"));

        var (done, _) = await FederationPages.Send(steward, "/fr/reseau", "enrol", ("Code", _pages.Hub.NewCode().Print()), ("Address", _pages.Hub.Address));
        Assert.Equal(HttpStatusCode.SeeOther, done);
        Assert.Contains(SixWords.Of(_pages.Hub.Feed.Id), await _pages.Text("steward", "/en/network"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EnrolmentState.Pending, "En attente d’admission", "Waiting to be admitted")]
    [InlineData(EnrolmentState.Admitted, "Admise dans le réseau", "Admitted to the network")]
    [InlineData(EnrolmentState.Suspended, "Échange suspendu", "Exchange suspended")]
    [InlineData(EnrolmentState.Revoked, "Lien terminé", "Link ended")]
    public async Task says_how_the_chapter_stands_in_both_languages(EnrolmentState state, string french, string english)
    {
        _pages.Hub.State = EnrolmentState.Pending;
        await _pages.Get<Enrolment>().Enrol(_pages.Hub.NewCode().Print(), _pages.Hub.Address, Cancel);
        (_pages.Hub.State, _pages.Hub.Message) = (state, "Appelez-nous.");
        await _pages.Get<SyncRound>().Run(Cancel);

        var (fr, en) = (await _pages.Text("steward", "/fr/reseau"), await _pages.Text("steward", "/en/network"));

        Assert.Contains(french, fr, StringComparison.Ordinal);
        Assert.Contains(english, en, StringComparison.Ordinal);
        Assert.All([fr, en], text => Assert.Contains("Appelez-nous.", text, StringComparison.Ordinal));
        Assert.All([fr, en], text => Assert.Contains(SixWords.Of(_pages.Get<ThisNode>().Identity.Id), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task does_not_say_that_all_has_come_while_something_is_missing()
    {
        await _pages.Get<Enrolment>().Enrol(_pages.Hub.NewCode().Print(), _pages.Hub.Address, Cancel);
        await _pages.Get<SyncRound>().Run(Cancel);
        var (first, second) = (_pages.Hub.Feed.Say("Un"), _pages.Hub.Feed.Say("Deux"));
        _pages.Hub.Others.Add(second);
        await _pages.Get<SyncRound>().Run(Cancel);

        Assert.True((await _pages.Get<NetworkStatusQuery>().Read(Cancel))!.IsLacking);
        Assert.DoesNotContain("a tout reçu", await _pages.Text("steward", "/fr/reseau"), StringComparison.Ordinal);

        _pages.Hub.Others.Insert(_pages.Hub.Others.Count - 1, first);
        await _pages.Get<SyncRound>().Run(Cancel);

        Assert.False((await _pages.Get<NetworkStatusQuery>().Read(Cancel))!.IsLacking);
    }

    [Fact]
    public async Task says_that_a_feed_waits_of_which_too_much_is_not_understood()
    {
        await _pages.Get<Enrolment>().Enrol(_pages.Hub.NewCode().Print(), _pages.Hub.Address, Cancel);
        _pages.Hub.Others.Add(_pages.Hub.Feed.SayUnknown());
        await _pages.Get<SyncRound>().Run(Cancel);
        await _pages.Get<Database>().Write(t => t.Execute("update item set payload = @big where status = 'quarantined'", new { big = new byte[10 * 1024 * 1024] }), Cancel);
        _pages.Hub.Others.Add(_pages.Hub.Feed.SayUnknown());
        await _pages.Get<SyncRound>().Run(Cancel);

        var (fr, en) = (await _pages.Text("steward", "/fr/reseau"), await _pages.Text("steward", "/en/network"));

        Assert.Contains(SixWords.Of(_pages.Hub.Feed.Id) + " Ce nœud envoie trop de choses que ce serveur ne comprend pas", fr, StringComparison.Ordinal);
        Assert.Contains("Il manque encore des envois", fr, StringComparison.Ordinal);
        Assert.Contains("Upgrade the platform", en, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCode.Unauthenticated, "TOKEN_EXPIRED", "L’horloge de ce serveur avance de 24 heures", "do not agree")]
    [InlineData(StatusCode.Unavailable, "STORAGE_UNAVAILABLE", "Le carrefour ne peut rien enregistrer en ce moment", "cannot store anything right now")]
    [InlineData(StatusCode.ResourceExhausted, "QUOTA_EXCEEDED", "plus que ce qu’un jour permet", "more than a day allows")]
    [InlineData(StatusCode.FailedPrecondition, "PROTOCOL_UNSUPPORTED", "n’ont plus de version en commun", "no longer have a version in common")]
    [InlineData(StatusCode.Unauthenticated, "KEY_UNKNOWN", "ne reconnaît pas cette communauté", "does not recognize this community")]
    public async Task says_why_the_hub_refuses(StatusCode status, string reason, string french, string english)
    {
        await _pages.Get<Enrolment>().Enrol(_pages.Hub.NewCode().Print(), _pages.Hub.Address, Cancel);
        await _pages.Get<SyncRound>().Run(Cancel);
        var hubsTime = TimeProvider.System.GetUtcNow().AddHours(-24.5).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        _pages.Hub.Refuse = call => call == "GetEnrolment" ? null : A_failed_call.RefusalFor(status, reason, ("server_time", hubsTime));
        await _pages.Get<SyncRound>().Run(Cancel);
        await Until(async () => (await _pages.Text("steward", "/fr/reseau")).Contains($"({reason})", StringComparison.Ordinal));

        var (fr, en) = (await _pages.Text("steward", "/fr/reseau"), await _pages.Text("steward", "/en/network"));

        Assert.Contains(french, fr, StringComparison.Ordinal);
        Assert.Contains(english, en, StringComparison.Ordinal);
        Assert.DoesNotContain("a tout reçu", fr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_that_the_hubs_certificate_is_not_trusted()
    {
        await _pages.Get<Enrolment>().Enrol(_pages.Hub.NewCode().Print(), _pages.Hub.Address, Cancel);
        await _pages.Get<SyncRound>().Run(Cancel);
        await _pages.Hub.Stop();
        using var certificate = SelfSigned();
        _pages.Hub.Certificate = certificate;
        await _pages.Hub.Start();
        await _pages.Get<HubLinks>().Moved(_pages.Hub.Feed.Id, _pages.Hub.Address, Cancel);

        await Until(async () => (await _pages.Text("steward", "/fr/reseau")).Contains("Le certificat du carrefour n’est pas reconnu par ce serveur", StringComparison.Ordinal));

        Assert.Contains("does not trust the hub’s certificate", await _pages.Text("steward", "/en/network"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task takes_the_hubs_new_address_where_the_hub_answers_and_says_so_where_it_does_not()
    {
        await _pages.Get<Enrolment>().Enrol(_pages.Hub.NewCode().Print(), _pages.Hub.Address, Cancel);
        using var steward = _pages.Visitor("steward");
        var nowhere = $"http://127.0.0.1:{FreePorts.Take()}";
        var there = _pages.Hub.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        var (refused, page) = await FederationPages.Send(steward, "/fr/reseau", "move", ("Address", nowhere));
        var kept = (await _pages.Get<HubLinks>().Find(Cancel))!.Address;
        var (done, _) = await FederationPages.Send(steward, "/en/network", "move", ("Address", there));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, _pages.Hub.Address), (refused, kept));
        Assert.Equal(nowhere, page.QuerySelector("input[name=Address]")!.GetAttribute("value"));
        Assert.Contains("ne répond pas", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, done);
        Assert.Contains(there, await _pages.Text("steward", "/fr/reseau"), StringComparison.Ordinal);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    [Fact]
    public async Task of_a_chapter_whose_link_was_ended_lets_a_withdrawal_leave_as_soon_as_it_is_written()
    {
        await _pages.Get<Enrolment>().Enrol(_pages.Hub.NewCode().Print(), _pages.Hub.Address, Cancel);
        await _pages.Get<SyncRound>().Run(Cancel);
        _pages.Hub.State = EnrolmentState.Revoked;
        await _pages.Get<SyncRound>().Run(Cancel);
        var asked = _pages.Hub.Calls.Count(call => call == "GetEnrolment");
        await Until(() => Task.FromResult(_pages.Hub.Calls.Count(call => call == "GetEnrolment") >= asked + 2)); // both lanes wait now
        var practice = ByteString.CopyFrom(Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToByteArray(bigEndian: true));

        await _pages.Get<Database>().Write(
            t => _pages.Get<OwnFeed>().Append(t, [new((at, _) => new Withdrawal { At = at, About = new Subject { Id = practice }, Reason = WithdrawalReason.Erasure })]), Cancel);

        await Until(() => Task.FromResult(_pages.Hub.Pushed[^1].OnlyItem().Item.PayloadType == Withdrawal.Descriptor.FullName));
    }

    private static async Task Until(Func<Task<bool>> so)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(1)); // turns a wait for ever into a failure; nothing is timed
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await so())
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    [Theory]
    [InlineData("executive")]
    [InlineData("facilitator")]
    [InlineData("secretary")]
    [InlineData("privacy-officer")]
    public async Task is_for_stewards(string role)
    {
        using var visitor = _pages.Visitor(role);
        using var response = await visitor.GetAsync("/fr/reseau", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
