using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.Node.Founding;

namespace RecoveryCoP.Node.Tests.Hosting;

public sealed class The_founding_code
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void is_right_however_it_is_typed()
    {
        var code = new FoundingCode(_clock);

        Assert.Null(code.RefusalFor($" {code.Text.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o')} ", From("192.0.2.1")));
    }

    [Fact]
    public void typed_wrong_ten_times_stops_whoever_typed_it_for_an_hour_and_nobody_else()
    {
        var code = new FoundingCode(_clock);
        var shown = code.Text;

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal("founding.code-wrong", code.RefusalFor("ZZZZ-ZZZZ", From("192.0.2.1"))!.Code));

        Assert.Equal("founding.too-many-tries", code.RefusalFor(shown, From("192.0.2.9"))!.Code);
        Assert.Equal(shown, code.Text);
        Assert.Null(code.RefusalFor(shown, From("198.51.100.1")));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(code.RefusalFor(shown, From("192.0.2.9")));
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
