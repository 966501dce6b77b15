using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>Answers a form without a valid antiforgery token with words, and gives back the long texts that were typed.</summary>
internal sealed partial class StaleFormRefusal(RequestDelegate next, ILogger<StaleFormRefusal> log)
{
    // Shorter values are quickly typed again; and a short secret, such as a code, should not be shown.
    private const int WorthKeeping = 40;

    public async Task Invoke(HttpContext context)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>();
        if (page is null || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await next(context);
            return;
        }

        Refused(log, page.Type.Name);
        var form = PageFrame.Of(context).Posted;
        var typed = (form ?? FormCollection.Empty).Where(f => !f.Key.StartsWith('_')).SelectMany(f => f.Value).OfType<string>();
        await ErrorPages.Show(context, StatusCodes.Status400BadRequest, ErrorText.Stale, [.. typed.Where(v => v.Length > WorthKeeping)]);
    }

    [LoggerMessage(LogLevel.Information, "Form refused on {Page}: no valid antiforgery token")]
    private static partial void Refused(ILogger log, string page);
}
