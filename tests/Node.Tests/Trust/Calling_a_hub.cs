using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

public sealed class Calling_a_hub
{
    private const string Method = "/recoverycop.federation.v1.ExchangeService/Push";
    private static readonly NodeId hub = NodeId.FromBytes([1, .. new byte[19]]);
    private static readonly NodeId node = NodeId.FromBytes([2, .. new byte[19]]);
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SigningKey key = SigningKey.Create();
    private readonly SigningKey recovery = SigningKey.Create();
    private readonly KeyChain keys;

    public Calling_a_hub() => keys = FeedVerifier.VerifyGenesis(KeyStatements.Genesis(key, recovery, KeyStatements.NewEpoch(), clock.GetUtcNow())).Next.Keys;

    [Fact]
    public async Task with_a_token_of_its_own_is_let_in()
    {
        var verdict = await Verify(Token());
        Assert.Equal((node, Reason.Unspecified), (verdict.Caller!.Value, verdict.Reason));
    }

    [Fact]
    public async Task with_the_key_of_the_printed_words_is_let_in_and_told_apart()
    {
        var verdict = await Verify("Bearer " + CallTokens.Create(recovery, node, hub, Method, clock.GetUtcNow()));
        Assert.Equal((node, true), (verdict.Caller!.Value, verdict.ByRecoveryKey));
        Assert.False((await Verify(Token())).ByRecoveryKey);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task without_a_token_is_refused(string? nothing) => await IsRefused(nothing, Reason.TokenMissing);

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Basic YTpi")]
    public async Task with_something_else_is_refused(string token) => await IsRefused(token, Reason.TokenInvalid);

    [Theory]
    [InlineData("alg", "none")]
    [InlineData("alg", "HS256")]
    [InlineData("alg", "ES384")]
    [InlineData("typ", "JWT")]
    [InlineData("jku", "https://example.org/keys")]
    [InlineData("x5u", "https://example.org/keys")]
    [InlineData("crit", "exp")]
    public async Task with_another_header_is_refused(string name, string value) =>
        await IsRefused(Made(header: h => h[name] = value), Reason.TokenInvalid);

    [Fact]
    public async Task with_an_altered_signature_is_refused()
    {
        var token = Token();
        var parts = token.Split('.');
        var signature = Base64UrlEncoder.DecodeBytes(parts[2]);
        signature[5] ^= 1;
        await IsRefused($"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}", Reason.TokenInvalid);
    }

    [Fact]
    public async Task in_the_name_of_another_is_refused() => await IsRefused(Made(claims: c => c["sub"] = hub.Value), Reason.TokenInvalid);

    [Fact]
    public async Task with_a_token_that_lasts_longer_is_refused() =>
        await IsRefused(Made(claims: c => c["exp"] = clock.GetUtcNow().ToUnixTimeSeconds() + 61), Reason.TokenInvalid);

    [Theory]
    [InlineData(91)]
    [InlineData(-31)]
    public async Task at_the_wrong_time_is_told_the_right_one(int seconds)
    {
        var token = Token();
        var start = clock.GetUtcNow();
        clock.AdjustTime(start.AddSeconds(seconds));
        var verdict = await Verify(token);
        Assert.Equal((Reason.TokenExpired, clock.GetUtcNow()), (verdict.Reason, DateTimeOffset.Parse(verdict.ServerTime, null)));
    }

    [Theory]
    [InlineData(89)]
    [InlineData(-30)]
    public async Task with_a_clock_a_little_off_is_let_in(int seconds)
    {
        var token = Token();
        clock.AdjustTime(clock.GetUtcNow().AddSeconds(seconds));
        Assert.Equal(Reason.Unspecified, (await Verify(token)).Reason);
    }

    [Fact]
    public async Task with_a_token_for_another_hub_is_refused() =>
        await IsRefused("Bearer " + CallTokens.Create(key, node, node, Method, clock.GetUtcNow()), Reason.TokenAudience);

    [Fact]
    public async Task with_a_token_for_another_method_is_refused() =>
        await IsRefused("Bearer " + CallTokens.Create(key, node, hub, Method + "x", clock.GetUtcNow()), Reason.TokenMethod);

    [Fact]
    public async Task with_a_key_of_no_feed_is_refused()
    {
        using var stranger = SigningKey.Create();
        await IsRefused("Bearer " + CallTokens.Create(stranger, node, hub, Method, clock.GetUtcNow()), Reason.KeyUnknown);
        await IsRefused("Bearer " + CallTokens.Create(key, hub, hub, Method, clock.GetUtcNow()), Reason.KeyUnknown);
    }

    private string Token() => "Bearer " + CallTokens.Create(key, node, hub, Method, clock.GetUtcNow());

    private string Made(Action<Dictionary<string, object>>? header = null, Action<Dictionary<string, object>>? claims = null)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var head = new Dictionary<string, object> { ["alg"] = "ES256", ["typ"] = CallTokens.Type, ["kid"] = key.Public.Id.Hex };
        var body = new Dictionary<string, object>
        {
            ["iss"] = node.Value, ["sub"] = node.Value, ["aud"] = "rcop:hub:" + hub.Value, ["iat"] = now, ["exp"] = now + 60, ["mth"] = Method,
        };
        header?.Invoke(head);
        claims?.Invoke(body);
        var signed = $"{Part(head)}.{Part(body)}";
        return $"Bearer {signed}.{Base64UrlEncoder.Encode(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(object value) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(value));

    private Task<CallTokenVerdict> Verify(string? token) =>
        new CallTokenVerifier(hub, id => ValueTask.FromResult(id == node ? keys : null), clock).Verify(token, Method);

    private async Task IsRefused(string? token, Reason reason)
    {
        var verdict = await Verify(token);
        Assert.Equal((null, reason), (verdict.Caller, verdict.Reason));
    }
}
