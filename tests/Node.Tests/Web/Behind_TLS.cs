using System.Net;

namespace RecoveryCoP.Node.Tests.Web;

/// <summary>A node that people reach by TLS, which a proxy in front of it speaks: it is asked by plain http itself.</summary>
public sealed class Behind_TLS : IAsyncLifetime
{
    private readonly SampleNode _node = new() { IsTls = true };

    public ValueTask InitializeAsync() => _node.InitializeAsync();

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("/fr/pratiques/1", 200)]
    [InlineData("/fr/pratiques/404", 404)]
    [InlineData("/fr/pratiques/500", 500)]
    public async Task browsers_are_told_to_come_by_nothing_else(string path, int status)
    {
        using var response = await _node.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task the_cookie_of_forms_never_travels_without_it()
    {
        using var response = await _node.NewVisitor().GetAsync("/fr/pratiques/1", TestContext.Current.CancellationToken);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-nt1f=", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task forms_are_taken()
    {
        using var visitor = _node.NewVisitor("https");

        using var sent = await SampleNode.Send(visitor, "/fr/pratiques/1", "write", ("Title", "Le café"), ("Story", "On se parle."));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }
}
