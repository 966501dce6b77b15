using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.Web;

/// <summary>Answers a request with an error page in the reader's language.</summary>
internal static class ErrorPages
{
    // As long as a database takes to start again, in seconds.
    private const string SecondsOfPause = "30";

    /// <summary>Shows what a status means.</summary>
    public static Task Show(HttpContext context, int status) => Show(context, status, ErrorText.Of(status), []);

    /// <summary>Shows a particular text, and what the reader had typed so that it can be copied.</summary>
    public static async Task Show(HttpContext context, int status, ErrorText text, IReadOnlyList<string> kept)
    {
        PageContext.Reset(context);
        // The renderer adds this header blindly, and fails where a first rendering has left it.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        var services = context.RequestServices;
        // The renderer of this request may have failed half way and cannot start again: the error page gets its own.
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ErrorDocument>(new Dictionary<string, object?> { ["Text"] = text, ["Kept"] = kept })
            {
                StatusCode = status,
            }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    /// <summary>The answer to an exception nobody caught; the framework has logged it.</summary>
    public static Task ShowException(HttpContext context)
    {
        var status = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            { } failure when StorageFailure.IsOutage(failure) || StorageFailure.IsRelayed(failure) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (IsGrpc(context))
        {
            return Task.CompletedTask;
        }

        if (status != StatusCodes.Status503ServiceUnavailable)
        {
            return Show(context, status);
        }

        context.Response.Headers.RetryAfter = SecondsOfPause;
        return Show(context, status, ErrorText.Of(status), FormBody.Typed(context));
    }

    /// <summary>The answer to a status that came without a body.</summary>
    public static Task ShowStatus(StatusCodeContext context) =>
        IsGrpc(context.HttpContext) ? Task.CompletedTask : Show(context.HttpContext, context.HttpContext.Response.StatusCode);

    private static bool IsGrpc(HttpContext context) =>
        context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
}
