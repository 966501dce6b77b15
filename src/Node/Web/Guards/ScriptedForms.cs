using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>
/// Tells the script that sends forms (<c>forms.js</c>) where to go, instead of sending it there: a script that follows a redirect reads the next page, and with it
/// what is said only once, before the browser does.
/// </summary>
internal sealed class ScriptedForms(RequestDelegate next)
{
    /// <summary>The header by which the script is known. Only a script of this site can send it.</summary>
    public const string Header = "Form-Script";

    public Task Invoke(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.ContainsKey(Header))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther)
                {
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
