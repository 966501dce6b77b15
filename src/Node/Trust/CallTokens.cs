using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RecoveryCoP.Node.Trust;

/// <summary>The token of one call to a hub: an ES256 JWT for one hub, one method and one minute, signed by the key that speaks for the node.</summary>
public static class CallTokens
{
    /// <summary>The header's <c>typ</c>, so that no other token of ours can stand in for one.</summary>
    public const string Type = "rcop-call+jwt";

    /// <summary>How long a token lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    internal const string MethodClaim = "mth";

    private static readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for one call.</summary>
    /// <param name="key">The caller's current signing key.</param>
    /// <param name="node">The caller.</param>
    /// <param name="hub">The hub that is called.</param>
    /// <param name="methodPath">The request path, e.g. <c>/recoverycop.federation.v1.ExchangeService/Push</c>.</param>
    /// <param name="now">The caller's time; the token holds for 60 s from then.</param>
    public static string Create(SigningKey key, NodeId node, NodeId hub, string methodPath, DateTimeOffset now) =>
        handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            SigningCredentials = new(SecurityKeyOf(key), SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Iss] = node.Value,
                [JwtRegisteredClaimNames.Sub] = node.Value,
                [JwtRegisteredClaimNames.Aud] = AudienceOf(hub),
                [JwtRegisteredClaimNames.Iat] = now.ToUnixTimeSeconds(),
                [JwtRegisteredClaimNames.Exp] = now.Add(Lifetime).ToUnixTimeSeconds(),
                [MethodClaim] = methodPath,
            },
        });

    internal static string AudienceOf(NodeId hub) => $"rcop:hub:{hub.Value}";

    // The library keeps signature providers by key id for ever: with keys that are disposed it must not.
    private static ECDsaSecurityKey SecurityKeyOf(SigningKey key) =>
        new(key.Private) { KeyId = key.Public.Id.Hex, CryptoProviderFactory = new() { CacheSignatureProviders = false } };
}
