using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web;

/// <summary>The base of every component: it knows the reader's language and who is asking.</summary>
public abstract class NodeComponent : ComponentBase
{
    /// <summary>The request being answered; pages are rendered on the server only, so there always is one.</summary>
    [CascadingParameter] public HttpContext HttpContext { get; set; } = default!;

    /// <summary>What this request's page, layout and fields share.</summary>
    protected PageContext Page => PageContext.Of(HttpContext);

    /// <summary>The language of the page.</summary>
    protected Language Language => Page.Language;

    /// <summary>Who is asking; null for a visitor.</summary>
    protected Actor? Actor => HttpContext.Actor();

    /// <summary>Who reads, on a page that only members see.</summary>
    protected Actor Reader => Actor ?? throw new InvalidOperationException("This page is open to visitors.");

    /// <summary>Cancelled when the reader leaves: nobody waits for the page any more.</summary>
    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>A text in the language of the page.</summary>
    protected string T(Text text) => text.In(Language);
}
