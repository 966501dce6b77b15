using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web;

/// <summary>What crawlers are told before they read anything. A node that is not to be listed lets them in all the same: only whoever reads a page can read that it is not to be listed.</summary>
internal static class RobotsFile
{
    public const string Path = "/robots.txt";

    private const string Listed = """
        User-agent: *
        Disallow: /fr/entrer
        Disallow: /en/sign-in

        """;

    private const string Unlisted = """
        # Every page says "noindex" in its X-Robots-Tag.
        User-agent: *
        Disallow:

        """;

    public static IResult For(WebOptions options) => Results.Text(options.Indexed ? Listed : Unlisted);
}
