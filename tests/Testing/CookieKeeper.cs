using System.Net;

namespace RecoveryCoP.Testing;

/// <summary>Keeps cookies between the requests of one visitor, over a test server's handler, which knows nothing of them.</summary>
public sealed class CookieKeeper(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly CookieContainer _cookies = new();

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        var response = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(request.RequestUri!, cookie);
        }

        return response;
    }
}
