using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RecoveryCoP.Testing;

/// <summary>What a node answered.</summary>
/// <param name="Status">The status; redirects are not followed.</param>
/// <param name="Location">Where a redirect leads; empty otherwise.</param>
/// <param name="Page">The page; empty for a redirect.</param>
public sealed record Answer(HttpStatusCode Status, string Location, IHtmlDocument Page)
{
    /// <summary>True for 303, how a node says that a form is done and its work committed.</summary>
    public bool IsDone => Status == HttpStatusCode.SeeOther;

    /// <summary>True when the page has a form of that name.</summary>
    public bool Has(string form) => Find(form) is not null;

    /// <summary>The names of the page's forms.</summary>
    public IReadOnlyList<string> Forms => [.. Page.Forms.OfType<IHtmlFormElement>().Select(NameOf).OfType<string>()];

    /// <summary>The page's words.</summary>
    public string Words => Page.Body?.TextContent ?? "";

    internal IHtmlFormElement? Find(string form) => Page.Forms.OfType<IHtmlFormElement>().SingleOrDefault(f => NameOf(f) == form);

    // The framework's own hidden field.
    internal static string? NameOf(IHtmlFormElement form) => form.Elements.OfType<IHtmlInputElement>().FirstOrDefault(i => i.Name == "_handler")?.Value;
}

/// <summary>Somebody with a browser that runs no scripts: opens pages, fills forms in and sends them. Keeps cookies, follows nothing.</summary>
public sealed class FormClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    /// <summary>A browser at a node, signed in as another was if given one.</summary>
    public FormClient(Uri node, FormClient? like = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies, UseProxy = false };
        _http = new HttpClient(handler) { BaseAddress = node };
        if (like is not null)
        {
            // A cookie is a host's, whatever the port.
            _cookies.Add(node, like._cookies.GetCookies(like._http.BaseAddress!));
        }
    }

    /// <summary>Opens a page.</summary>
    public async Task<Answer> Open(string path, CancellationToken cancel)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return await Read(response, cancel);
    }

    /// <summary>Asks for a page and reads it to its end, without looking at what it says.</summary>
    public async Task<HttpStatusCode> Ask(string path, CancellationToken cancel)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return response.StatusCode;
    }

    /// <summary>Asks for a file.</summary>
    public async Task<(HttpStatusCode Status, byte[] Bytes)> Download(string path, CancellationToken cancel)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
    }

    /// <summary>Sends a form of an open page with what it holds, changed by the values given; the first button is pressed unless they name one.</summary>
    public async Task<Answer> Send(string path, Answer page, string form, CancellationToken cancel, params (string Name, string Value)[] values)
    {
        var sent = page.Find(form) ?? throw new InvalidOperationException(
            $"{path} ({page.Status}) has no form '{form}', only: {string.Join(", ", page.Forms)}\n{page.Words.Trim()}");
        var fields = Held(sent).Where(held => values.All(value => value.Name != held.Name)).Concat(values);
        using var content = ContentOf(sent, fields);
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, cancel);
        return await Read(response, cancel);
    }

    /// <summary>Asks for something that is no page.</summary>
    public Task<HttpResponseMessage> Get(string path, CancellationToken cancel, Action<HttpRequestMessage>? how = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        how?.Invoke(request);
        return _http.SendAsync(request, cancel);
    }

    /// <summary>Opens a page and sends a form of it with a file chosen in it.</summary>
    public Task<Answer> FillFile(string path, string form, string field, byte[] file, CancellationToken cancel, params (string Name, string Value)[] values) =>
        FillFile(path, form, field, file, "liste.csv", cancel, values);

    /// <summary>The same with a file of that name.</summary>
    public async Task<Answer> FillFile(string path, string form, string field, byte[] file, string name, CancellationToken cancel, params (string Name, string Value)[] values) =>
        await SendFile(path, await Open(path, cancel), form, field, file, name, cancel, values);

    /// <summary>Sends a form of an open page with a file chosen in it.</summary>
    public async Task<Answer> SendFile(string path, Answer page, string form, string field, byte[] file, string name, CancellationToken cancel, params (string Name, string Value)[] values)
    {
        var sent = page.Find(form)!;
        var fields = Held(sent).Where(held => held.Name != field && values.All(value => value.Name != held.Name)).Concat(values).ToList();
        using var content = new MultipartFormDataContent();
        fields.ForEach(held => content.Add(new StringContent(held.Value), held.Name));
        content.Add(new ByteArrayContent(file), field, name);
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, cancel);
        return await Read(response, cancel);
    }

    /// <summary>Opens a page and sends a form of it.</summary>
    public async Task<Answer> Fill(string path, string form, CancellationToken cancel, params (string Name, string Value)[] values) =>
        await Send(path, await Open(path, cancel), form, cancel, values);

    /// <summary>Comes in with a sign-in link, pasted as a person without scripts pastes it.</summary>
    public async Task SignIn(string link, CancellationToken cancel)
    {
        var answer = await Fill("/fr/entrer", "enter", cancel, ("Key", link));
        Assert.True(answer.IsDone, $"The link was refused: {answer.Words}");
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static HttpContent ContentOf(IHtmlFormElement form, IEnumerable<(string Name, string Value)> fields)
    {
        if (form.Enctype != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value), name);
        }

        return parts;
    }

    private static async Task<Answer> Read(HttpResponseMessage response, CancellationToken cancel)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(cancel), cancel);
        return new Answer(response.StatusCode, response.Headers.Location?.ToString() ?? "", page);
    }

    private static IEnumerable<(string Name, string Value)> Held(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("checkbox" or "radio") || input.IsChecked:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return (area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return (select.Name!, select.Value ?? "");
                    break;
            }
        }
    }
}
