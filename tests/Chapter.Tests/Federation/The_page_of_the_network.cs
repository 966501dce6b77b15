using System.Net;
using Google.Protobuf;
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
    public async Task of_a_chapter_whose_link_was_ended_lets_a_withdrawal_leave_as_soon_as_it_is_written()
    {
        await _pages.Get<Enrolment>().Enrol(_pages.Hub.NewCode().Print(), _pages.Hub.Address, Cancel);
        await _pages.Get<SyncRound>().Run(Cancel);
        _pages.Hub.State = EnrolmentState.Revoked;
        await _pages.Get<SyncRound>().Run(Cancel);
        var asked = _pages.Hub.Calls.Count(call => call == "GetEnrolment");
        await Until(() => _pages.Hub.Calls.Count(call => call == "GetEnrolment") >= asked + 2); // both lanes wait now
        var practice = ByteString.CopyFrom(Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToByteArray(bigEndian: true));

        await _pages.Get<Database>().Write(
            t => _pages.Get<OwnFeed>().Append(t, [new((at, _) => new Withdrawal { At = at, About = new Subject { Id = practice }, Reason = WithdrawalReason.Erasure })]), Cancel);

        await Until(() => _pages.Hub.Pushed[^1].OnlyItem().Item.PayloadType == Withdrawal.Descriptor.FullName);
    }

    private static async Task Until(Func<bool> so)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(1)); // turns a wait for ever into a failure; nothing is timed
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!so())
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
