using Microsoft.AspNetCore.DataProtection;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.StyleGuide;

/// <summary>Shows every part and picture of the site in all their states on one page, for those who work on them. It needs no node and keeps nothing.</summary>
public static class StyleProgram
{
    /// <summary>Runs until it is stopped.</summary>
    public static Task Main() => Build("http://127.0.0.1:5095").RunAsync();

    /// <summary>The program, not started yet.</summary>
    /// <param name="address">Where it listens.</param>
    public static WebApplication Build(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseUrls(address);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddWeb(new WebOptions { CookieSuffix = "style" });
        builder.Services.AddRefusals(StyleText.Refusals);
        var app = builder.Build();
        app.Services.GetRequiredService<CurrentNodeIdentity>().Current = new NodeIdentity(new Bilingual("Guide de style", "Style guide"), Discreet: true);
        app.UseWeb();
        app.MapPages(typeof(StylePage).Assembly);
        return app;
    }
}
