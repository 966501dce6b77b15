using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Federation;

public sealed class A_call(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    private const string Hello = "ExchangeService/Hello";

    [Fact]
    public async Task of_an_admitted_chapter_is_answered_with_the_limits()
    {
        var chapter = await Hub.Admitted();

        var answer = await chapter.Hello();

        Assert.Equal((200u, 50ul * 1024 * 1024, 30u), (answer.Limits.ItemsPerDay, answer.Limits.BytesPerDay, answer.Limits.PullWaitSeconds));
        Assert.Equal(2ul, answer.FeedPosition);
        Assert.Equal(16, answer.HubEpoch.Length);
    }

    [Theory]
    [InlineData("EnrolmentService/Enrol", false)]
    [InlineData("ExchangeService/Push", false)]
    [InlineData("ExchangeService/Push", true)]
    public async Task that_is_no_protobuf_is_refused_with_its_reason(string method, bool withToken)
    {
        using var answer = await SendUnreadable(Hub, method, withToken ? await Hub.Admitted() : null);

        string Header(string name) => answer.Headers.GetValues(name).Single();
        Assert.Equal(((int)StatusCode.InvalidArgument).ToString(System.Globalization.CultureInfo.InvariantCulture), Header("grpc-status"));
        var details = Header("grpc-status-details-bin");
        var status = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '=')));
        Assert.Equal("UNREADABLE", status.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task that_is_no_protobuf_costs_the_log_a_line_a_minute()
    {
        var log = new KeptLog();
        await using var hub = await RunningHub.Start(null, log);

        for (var time = 0; time < 5; time++)
        {
            using var answer = await SendUnreadable(hub, "ExchangeService/Push", null);
        }

        Assert.Equal("Requests that nobody can read: 1 since this was last said", Assert.Single(log.Lines, line => !line.StartsWith("Schema", StringComparison.Ordinal)));
    }

    private static async Task<HttpResponseMessage> SendUnreadable(RunningHub hub, string method, SampleChapter? caller)
    {
        using var client = new HttpClient();
        // A message of five bytes, of which none begins a field.
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hub.Grpc, $"/recoverycop.federation.v1.{method}"))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 5, 255, 255, 255, 255, 255]) { Headers = { ContentType = new("application/grpc") } },
        };
        if (caller is not null)
        {
            request.Headers.TryAddWithoutValidation("authorization", caller.With(method).Headers!.GetValue("authorization"));
        }

        return await client.SendAsync(request, Cancel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic bWFyaWU6c2VjcmV0")]
    [InlineData("Bearer ")]
    [InlineData("Bearer !!!")]
    [InlineData("Bearer /////w==")]
    [InlineData("Bearer _____w")]
    public async Task with_a_token_of_unreadable_bytes_is_refused(string authorization)
    {
        var chapter = await Hub.Admitted();
        var options = new CallOptions(new Metadata { { "authorization", authorization } }, TimeProvider.System.GetUtcNow().AddSeconds(20).UtcDateTime, Cancel);

        await Refused.As(StatusCode.Unauthenticated, authorization.Length == 0 ? "TOKEN_MISSING" : "TOKEN_INVALID", () => chapter.Hello(options));
    }

    [Fact]
    public async Task without_a_token_is_refused()
    {
        var chapter = await Hub.Admitted();
        var none = new CallOptions(deadline: TimeProvider.System.GetUtcNow().AddSeconds(20).UtcDateTime, cancellationToken: Cancel);

        await Refused.As(StatusCode.Unauthenticated, "TOKEN_MISSING", () => chapter.Hello(none));
    }

    [Fact]
    public async Task with_an_expired_token_is_refused_with_the_hubs_time()
    {
        var chapter = await Hub.Admitted();

        var refused = await Refused.As(StatusCode.Unauthenticated, "TOKEN_EXPIRED", () => chapter.Hello(chapter.With(Hello, age: TimeSpan.FromMinutes(10))));

        Assert.True(DateTimeOffset.TryParse(refused.Metadata["server_time"], out _));
    }

    [Fact]
    public async Task with_a_token_for_another_hub_is_refused()
    {
        var chapter = await Hub.Admitted();

        await Refused.As(StatusCode.Unauthenticated, "TOKEN_AUDIENCE", () => chapter.Hello(chapter.With(Hello, audience: chapter.Id)));
    }

    [Fact]
    public async Task with_a_token_for_another_method_is_refused()
    {
        var chapter = await Hub.Admitted();

        await Refused.As(StatusCode.Unauthenticated, "TOKEN_METHOD", () => chapter.Hello(chapter.With("ExchangeService/Push")));
    }

    [Fact]
    public async Task with_a_key_that_no_feed_holds_is_refused()
    {
        var chapter = await Hub.Admitted();
        using var other = SigningKey.Create();
        var stranger = new SampleChapter(Hub);

        await Refused.As(StatusCode.Unauthenticated, "KEY_UNKNOWN", () => chapter.Hello(chapter.With(Hello, key: other)));
        await Refused.As(StatusCode.Unauthenticated, "KEY_UNKNOWN", () => stranger.Hello());
        await Refused.As(StatusCode.Unauthenticated, "KEY_UNKNOWN", stranger.Ask);
    }

    [Fact]
    public async Task of_a_chapter_that_waits_is_refused_but_it_may_ask_how_it_stands()
    {
        var chapter = new SampleChapter(Hub);
        await chapter.Enrol(await Hub.NewCode());

        await Refused.As(StatusCode.PermissionDenied, "NOT_ADMITTED", () => chapter.Hello());
        Assert.Equal(EnrolmentState.Pending, (await chapter.Ask()).State);
    }

    [Fact]
    public async Task of_a_suspended_chapter_is_refused_and_it_is_told_why()
    {
        var chapter = await Hub.Admitted();
        var now = TimeProvider.System.GetUtcNow();

        await Hub.Decide(chapter, e => e.Suspend(Hub.Operator, "Une pause d’une semaine.", now));

        await Refused.As(StatusCode.PermissionDenied, "SUSPENDED", () => chapter.Pull());
        var answer = await chapter.Ask();
        Assert.Equal((EnrolmentState.Suspended, "Une pause d’une semaine."), (answer.State, answer.Message));

        await Hub.Decide(chapter, e => e.Reinstate(Hub.Operator, now));
        await chapter.Pull();
    }

    [Fact]
    public async Task that_waits_while_its_chapter_is_revoked_is_refused()
    {
        var (chapter, other) = (await Hub.Admitted(), await Hub.Admitted());
        var cursor = await Drain(chapter);
        var waiting = chapter.Pull(cursor, wait: 30);

        await Hub.Decide(chapter, e => e.Revoke(Hub.Operator, "Clés perdues.", TimeProvider.System.GetUtcNow()));
        await other.Push(other.Revise());

        await Refused.As(StatusCode.PermissionDenied, "REVOKED", () => waiting);
    }

    [Fact]
    public async Task without_a_deadline_or_with_one_too_far_is_refused()
    {
        var chapter = await Hub.Admitted();
        var with = chapter.With(Hello);

        await Refused.As(StatusCode.InvalidArgument, "DEADLINE_REQUIRED", () => chapter.Hello(new CallOptions(with.Headers, cancellationToken: Cancel)));
        await Refused.As(StatusCode.InvalidArgument, "DEADLINE_REQUIRED", () => chapter.Hello(chapter.With(Hello, deadline: TimeSpan.FromMinutes(3))));
    }

    [Fact]
    public async Task too_many_at_once_are_refused_and_other_chapters_do_not_notice()
    {
        var (flooding, other) = (await Hub.Admitted(), await Hub.Admitted());
        var cursor = await Drain(flooding);
        var calls = Enumerable.Range(0, 7).Select(_ => flooding.Pull(cursor, wait: 30)).ToList();

        var refused = await Task.WhenAny(calls);
        Assert.Equal("TOO_MANY_CALLS", (await Refused.Of(() => refused)).Reason);

        var answer = await other.Push(other.Revise());
        Assert.Equal(PushStatus.Accepted, Assert.Single(answer.Results).Status);
        Assert.All(await Task.WhenAll(calls.Where(c => c != refused)), page => Assert.NotEmpty(page.Page.Entries));
    }

    [Fact]
    public async Task is_answered_on_its_own_port_alone_and_pages_are_not()
    {
        using var client = new HttpClient { DefaultRequestVersion = System.Net.HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var page = await client.GetAsync(new Uri(Hub.Grpc, "/fr"), Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.StatusCode);

        using var web = new HttpClient();
        using var service = await web.PostAsync(new Uri(Hub.Web, "/recoverycop.federation.v1.ExchangeService/Hello"), new ByteArrayContent([]), Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, service.StatusCode);
    }

    private static async Task<Google.Protobuf.ByteString> Drain(SampleChapter chapter)
    {
        var page = await chapter.Pull();
        while (page.More)
        {
            page = await chapter.Pull(page.NextCursor);
        }

        return page.NextCursor;
    }
}
