using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RecoveryCoP.Hub.Tests.Harness;

/// <summary>A browser of somebody with a role at the hub; without one, a visitor's.</summary>
internal sealed class OperatorsBrowser : IDisposable
{
    private readonly HttpClient client;

    public OperatorsBrowser(RunningHub hub, string role)
    {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = hub.Web };
        client.DefaultRequestHeaders.Add(ActingAs.Header, role);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<(HttpStatusCode Status, IHtmlDocument Document)> Open(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return (response.StatusCode, await Read(response));
    }

    /// <summary>Sends a form of a page with what is in it but for these values.</summary>
    public async Task<(HttpStatusCode Status, string Location, IHtmlDocument Document)> Send(string path, string form, params (string Name, string Value)[] values)
    {
        var (_, document) = await Open(path);
        var sent = document.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var hidden = sent.QuerySelectorAll("input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""));
        var all = hidden.Where(h => values.All(v => v.Name != h.Name)).Concat(values);
        using var content = new FormUrlEncodedContent(all.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return (response.StatusCode, response.Headers.Location?.ToString() ?? "", await Read(response));
    }

    public void Dispose() => client.Dispose();

    private static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel));
}
