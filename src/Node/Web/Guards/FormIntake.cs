using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>
/// Reads a posted form before anything else does, so that one too large or unreadable gets its own page instead of a failure later.
/// </summary>
internal sealed class FormIntake(RequestDelegate next, WebOptions options, IOptions<FormOptions> limits)
{
    private const long MostReadPast = 128 * 1024 * 1024;

    public async Task Invoke(HttpContext context)
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage && HttpMethods.IsPost(context.Request.Method) && await RefusalFor(context) is { } status)
        {
            await ErrorPages.Show(context, status);
            return;
        }

        await next(context);
        if (isPage && !context.Response.HasStarted && context.Response.StatusCode >= 400)
        {
            // A form that is not on the page is answered with 400 and an announced type but no body. Where the page itself
            // had turned the reader away, its answer is the true one; without the type, the error page takes over.
            var instead = PageContext.Of(context).Instead;
            if (instead is null && context.Response.StatusCode == StatusCodes.Status400BadRequest && PageContext.Of(context).PostedForm.Length > 0)
            {
                // It was there when the reader opened the page: pages show only what can be done as things stand.
                await ErrorPages.Show(context, StatusCodes.Status409Conflict, ErrorText.Changed, FormBody.Typed(context));
                return;
            }

            context.Response.StatusCode = instead ?? context.Response.StatusCode;
            context.Response.ContentType = null;
        }
    }

    private async Task<int?> RefusalFor(HttpContext context)
    {
        var request = context.Request;
        // A page that takes a file says how large its form may be ([RequestSizeLimit]).
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? options.LargestForm;
        if (request.ContentLength > most)
        {
            if (most > options.LargestForm)
            {
                await ReadPast(context);
            }

            return StatusCodes.Status413PayloadTooLarge;
        }

        if (!request.HasFormContentType)
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        try
        {
            PageContext.Of(context).Posted = await FormBody.Read(request, most == options.LargestForm ? limits.Value : Larger(most), context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException unreadable)
        {
            return unreadable.StatusCode;
        }
        catch (InvalidDataException)
        {
            // More fields or longer values than FormOptions allows.
            return StatusCodes.Status413PayloadTooLarge;
        }
    }

    // A browser that is still sending a film does not look at the answer, and shows a broken connection in place of it.
    private static async Task ReadPast(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostReadPast;
        }

        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
        }
    }

    // What was sent stays in memory: a file of people's addresses is not put down anywhere on its way.
    private static FormOptions Larger(long most) => new() { ValueLengthLimit = (int)most, MultipartBodyLengthLimit = most, MemoryBufferThreshold = (int)most };
}
