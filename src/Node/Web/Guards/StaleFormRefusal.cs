using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>Answers a form without a valid antiforgery token with words, and gives back the long texts that were typed.</summary>
internal sealed partial class StaleFormRefusal(RequestDelegate next, ILogger<StaleFormRefusal> log)
{
    public async Task Invoke(HttpContext context)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>();
        if (page is null || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await next(context);
            return;
        }

        Refused(log, page.Type.Name);
        await ErrorPages.Show(context, StatusCodes.Status400BadRequest, ErrorText.Stale, FormBody.Typed(context));
    }

    [LoggerMessage(LogLevel.Information, "Form refused on {Page}: no valid antiforgery token")]
    private static partial void Refused(ILogger log, string page);
}
