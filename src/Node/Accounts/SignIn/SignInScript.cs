using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>The one optional script: it saves typing the code when a link is opened. Carried inside the program.</summary>
internal static class SignInScript
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/sign-in.js";

    private static readonly byte[] Bytes = Read();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(Bytes, "text/javascript; charset=utf-8");
    }).AllowAnonymous();

    private static byte[] Read()
    {
        using var stream = typeof(SignInScript).Assembly.GetManifestResourceStream("Accounts/Assets/sign-in.js")
            ?? throw new InvalidOperationException("The program was built without sign-in.js.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
