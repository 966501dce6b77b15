using Grpc.Core;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Federation;

public sealed class Enrolling : ChapterOn
{
    private static readonly Actor _steward = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), ["steward"]);

    [Fact]
    public async Task pins_the_hub_and_waits_to_be_admitted()
    {
        Hub.State = EnrolmentState.Pending;

        Assert.True((await Enrol()).Succeeded);

        var link = await Link();
        Assert.Equal((Hub.Feed.Id, Hub.Address, EnrolmentState.Pending), (link.Hub, link.Address, link.State));
        Assert.Equal(Self, Hub.Chapter.NodeId);
    }

    [Fact]
    public async Task needs_no_code_when_the_same_hub_has_moved()
    {
        await Enrol();
        await Database.Write(t => t.Execute("update hub_link set address = 'http://127.0.0.1:1'"), Cancel);

        var moved = await Get<Enrolment>().Move(_steward, new MovedHub { Address = Hub.Address }, Cancel);

        Assert.True(moved.Succeeded);
        Assert.Equal((Hub.Address, null), ((await Link()).Address, (await Round()).Failure));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "federation.hub-away")]
    [InlineData("nulle part", "federation.hub-address-invalid")]
    [InlineData("http://carrefour.example.org:5091", "federation.hub-address-plain")]
    public async Task keeps_the_address_where_the_hub_does_not_answer(string address, string code)
    {
        await Enrol();

        var refused = await Get<Enrolment>().Move(_steward, new MovedHub { Address = address }, Cancel);

        Assert.Equal((code, Hub.Address), (refused.Refusals.Single().Code, (await Link()).Address));
    }

    [Fact]
    public async Task looks_for_the_hub_elsewhere_without_cutting_the_call_that_is_under_way()
    {
        await Enrol();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        Hub.BeforeAnswer = _ =>
        {
            asked.TrySetResult();
            return answer.Task;
        };
        var pulling = Get<HubCalls>().Pull(await Link(), new PullRequest { OwnFeed = true }, Cancel);
        await asked.Task.WaitAsync(Cancel);

        var refused = await Get<Enrolment>().Move(_steward, new MovedHub { Address = "http://127.0.0.1:1" }, Cancel);
        answer.SetResult();

        Assert.Equal("federation.hub-away", refused.Refusals.Single().Code);
        Assert.Equal(2, (await pulling).Page.Entries.Count); // its own beginning
    }

    [Theory]
    [InlineData("http://192.0.2.7:5091")]
    [InlineData("http://carrefour.example.org")]
    public async Task is_refused_where_anybody_on_the_way_reads_along(string address)
    {
        var refused = await Get<Enrolment>().Enrol(Hub.NewCode().Print(), address, Cancel);

        Assert.Equal(("federation.hub-address-plain", "Address"), (refused.Refusals.Single().Code, refused.Refusals.Single().Field));
        Assert.Null(await Get<HubLinks>().Find(Cancel));
    }

    [Fact]
    public async Task keeps_the_address_where_another_hub_answers()
    {
        await Enrol();
        Hub.Refuse = call => call == "GetEnrolment" ? A_failed_call.RefusalFor(StatusCode.Unauthenticated, "TOKEN_AUDIENCE") : null;

        var refused = await Get<Enrolment>().Move(_steward, new MovedHub { Address = Hub.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) }, Cancel);

        Assert.Equal(("federation.wrong-hub", Hub.Address), (refused.Refusals.Single().Code, (await Link()).Address));
        Assert.False((await Get<Enrolment>().Move(new Actor(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), ["executive"]), new MovedHub { Address = Hub.Address }, Cancel)).Succeeded);
    }

    [Fact]
    public async Task sends_the_secret_and_not_the_rest_of_the_code()
    {
        var code = Hub.NewCode();

        await Get<Enrolment>().Enrol(code.Print(), Hub.Address, Cancel);

        Assert.Equal(code.Secret, Hub.CodeGiven);
    }

    [Fact]
    public async Task again_with_the_same_hub_takes_its_new_address_and_keeps_the_cursor()
    {
        await Enrol();
        await Round();
        var before = await Link();

        Assert.True((await Get<Enrolment>().Enrol(Hub.NewCode().Print(), Hub.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), Cancel)).Succeeded);

        var after = await Link();
        Assert.StartsWith("http://localhost:", after.Address, StringComparison.Ordinal);
        Assert.Equal(before.Cursor, after.Cursor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAB")]
    public async Task is_refused_for_a_mistyped_code_without_calling_anybody(string code)
    {
        Assert.Equal("federation.code-mistyped", await Refused(code, Hub.Address));
        Assert.Empty(Hub.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftp://hub.example.org")]
    [InlineData("http://127.0.0.1:20000/path")]
    [InlineData("https://someone@hub.example.org")]
    public async Task is_refused_for_an_address_that_is_none(string address) =>
        Assert.Equal("federation.hub-address-invalid", await Refused(Hub.NewCode().Print(), address));

    [Theory]
    [InlineData(StatusCode.NotFound, "CODE_UNKNOWN", "federation.code-unknown")]
    [InlineData(StatusCode.FailedPrecondition, "CODE_USED", "federation.code-used")]
    [InlineData(StatusCode.FailedPrecondition, "CODE_EXPIRED", "federation.code-expired")]
    [InlineData(StatusCode.PermissionDenied, "REVOKED", "federation.revoked")]
    [InlineData(StatusCode.InvalidArgument, "FIELD_INVALID", "federation.hub-refused")]
    [InlineData(StatusCode.Unavailable, "STORAGE_UNAVAILABLE", "federation.hub-away")]
    public async Task is_refused_in_the_words_of_the_hubs_reason(StatusCode status, string reason, string code)
    {
        Hub.Refuse = _ => A_failed_call.RefusalFor(status, reason);

        Assert.Equal(code, await Refused(Hub.NewCode().Print(), Hub.Address));
        Assert.Null(await Get<HubLinks>().Find(Cancel));
    }

    [Fact]
    public async Task is_refused_when_another_hub_answers()
    {
        var other = EnrolmentCode.Create(new FakeFeed().Id);

        Assert.Equal("federation.wrong-hub", await Refused(other.Print(), Hub.Address));
        Assert.Null(await Get<HubLinks>().Find(Cancel));
    }

    [Fact]
    public async Task is_refused_when_nobody_answers()
    {
        await Hub.Stop();

        Assert.Equal("federation.hub-away", await Refused(Hub.NewCode().Print(), Hub.Address));
    }

    [Fact]
    public async Task is_refused_for_a_second_hub()
    {
        await Enrol();

        Assert.Equal("federation.already-linked", await Refused(EnrolmentCode.Create(new FakeFeed().Id).Print(), Hub.Address));
    }

    [Theory]
    [InlineData("steward", true)]
    [InlineData("executive", false)]
    [InlineData("facilitator", false)]
    [InlineData("secretary", false)]
    [InlineData("privacy-officer", false)]
    [InlineData(null, false)]
    public async Task is_for_a_steward(string? role, bool allowed)
    {
        var actor = new Actor(Guid.Parse("019a0000-0000-7000-8000-000000000001"), role is null ? [] : [role]);

        var result = await Get<Enrolment>().Enrol(actor, new EnrolChapter { Code = Hub.NewCode().Print(), Address = Hub.Address }, Cancel);

        Assert.Equal(allowed, result.Succeeded);
        Assert.Equal(allowed ? [] : [Access.RoleMissing], result.Refusals.Select(p => p.Code));
    }

    [Fact]
    public async Task has_words_for_every_refusal_in_both_languages()
    {
        var texts = Get<RefusalTexts>();
        foreach (var code in texts.Codes.Where(c => c.StartsWith("federation.", StringComparison.Ordinal)))
        {
            var text = texts[Refusal.Of(code, "", "X")];
            Assert.NotEqual(text.Fr, text.En);
        }

        Assert.Contains(await Refused("", ""), texts.Codes);
    }

    protected override Task<Database> Connect(TemporaryFolder folder) => Task.FromResult<Database>(new SqliteDatabase(folder.File("node.db")));

    private async Task<string> Refused(string code, string address) =>
        (await Get<Enrolment>().Enrol(code, address, Cancel)).Refusals[0].Code;
}
