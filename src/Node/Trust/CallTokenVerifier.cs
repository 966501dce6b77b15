using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>Who calls, or why the call is refused.</summary>
/// <param name="Caller">The node; null when refused.</param>
/// <param name="Reason">One of the TOKEN_… reasons or KEY_UNKNOWN; unspecified when the token is good.</param>
/// <param name="ServerTime">With TOKEN_EXPIRED: this node's time (RFC 3339), so that the caller sees by how much its clock is off.</param>
/// <param name="ByRecoveryKey">True when the token is signed by the key of the printed words: it may do what takes the node back, and nothing else.</param>
public sealed record CallTokenVerdict(NodeId? Caller, Reason Reason, string ServerTime, bool ByRecoveryKey = false);

/// <summary>
/// Reads the token of a call. The key comes from the caller's feed and from nowhere else; a header that names anything but
/// algorithm, type and key is refused, so that <c>jku</c>, <c>x5u</c>, <c>jwk</c> or <c>crit</c> cannot lead elsewhere.
/// Only who made the token may learn what is wrong with its time, hub or method: the signature is checked first.
/// </summary>
/// <param name="hub">The hub this is.</param>
/// <param name="keysOf">The keys of a node; null for one that is not known here.</param>
/// <param name="clock">This node's time.</param>
public sealed class CallTokenVerifier(NodeId hub, Func<NodeId, ValueTask<KeyChain?>> keysOf, TimeProvider clock)
{
    private const string Bearer = "Bearer ";
    private const int Longest = 2048;

    private static readonly TimeSpan leeway = TimeSpan.FromSeconds(30);

    /// <summary>The judgement on a call.</summary>
    /// <param name="authorization">The metadata <c>authorization</c>, with <c>Bearer</c>; null when there is none.</param>
    /// <param name="methodPath">The path that is called.</param>
    public async Task<CallTokenVerdict> Verify(string? authorization, string methodPath)
    {
        if (string.IsNullOrWhiteSpace(authorization))
        {
            return Refused(Reason.TokenMissing);
        }

        if (Read(authorization) is not { } token || !NodeId.TryParse(token.Issuer, out var caller) || token.Subject != token.Issuer)
        {
            return Refused(Reason.TokenInvalid);
        }

        var keys = await keysOf(caller);
        var byRecoveryKey = token.Kid == keys?.Head?.Recovery.Id.Hex;
        if ((byRecoveryKey ? keys!.Head!.Recovery : keys?.Current) is not { } key || token.Kid != key.Id.Hex)
        {
            return Refused(Reason.KeyUnknown);
        }

        if (!IsSignedBy(token, key) || !TryTimes(token, out var issued, out var expires) || expires <= issued || expires - issued > CallTokens.Lifetime)
        {
            return Refused(Reason.TokenInvalid);
        }

        return token.Audiences.ToList() is not [var audience] || audience != CallTokens.AudienceOf(hub) ? Refused(Reason.TokenAudience)
            : !token.TryGetPayloadValue<string>(CallTokens.MethodClaim, out var method) || method != methodPath ? Refused(Reason.TokenMethod)
            : IsTimely(issued, expires) ? new(caller, Reason.Unspecified, "", byRecoveryKey)
            : Refused(Reason.TokenExpired) with { ServerTime = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };
    }

    private static JsonWebToken? Read(string authorization)
    {
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || authorization.Length > Longest)
        {
            return null;
        }

        try
        {
            var token = new JsonWebToken(authorization[Bearer.Length..].Trim());
            return !token.IsEncrypted && HeaderIsOurs(token) ? token : null;
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException or JsonException)
        {
            return null;
        }
    }

    private static bool HeaderIsOurs(JsonWebToken token)
    {
        using var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedHeader));
        return header.RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(["alg", "kid", "typ"])
            && token.Alg == SecurityAlgorithms.EcdsaSha256 && token.Typ == CallTokens.Type;
    }

    // The library would make the key anew for each call, which costs more than the signature.
    private static bool IsSignedBy(JsonWebToken token, VerifyingKey key)
    {
        try
        {
            return key.Verify(Encoding.ASCII.GetBytes($"{token.EncodedHeader}.{token.EncodedPayload}"), Base64UrlEncoder.DecodeBytes(token.EncodedSignature));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool TryTimes(JsonWebToken token, out DateTimeOffset issued, out DateTimeOffset expires)
    {
        issued = expires = default;
        if (!token.TryGetPayloadValue<long>(JwtRegisteredClaimNames.Iat, out var iat) || !token.TryGetPayloadValue<long>(JwtRegisteredClaimNames.Exp, out var exp)
            || iat is < 0 or > int.MaxValue * 4L || exp is < 0 or > int.MaxValue * 4L)
        {
            return false;
        }

        (issued, expires) = (DateTimeOffset.FromUnixTimeSeconds(iat), DateTimeOffset.FromUnixTimeSeconds(exp));
        return true;
    }

    private bool IsTimely(DateTimeOffset issued, DateTimeOffset expires)
    {
        var now = clock.GetUtcNow();
        return issued <= now + leeway && now < expires + leeway;
    }

    private static CallTokenVerdict Refused(Reason reason) => new(null, reason, "");
}
