using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web;

/// <summary>What one request's page, its layout and its fields share: the language, the form that was posted and what became of it.</summary>
public sealed class PageContext
{
    private PageContext(Language language) => Language = language;

    /// <summary>The language of the page.</summary>
    public Language Language { get; }

    /// <summary>The name of the form that was posted; empty when none was.</summary>
    public string PostedForm => Posted?["_handler"].ToString() ?? "";

    /// <summary>What was posted, valid or not: once a form is found stale the framework lets nobody read it again.</summary>
    internal IFormCollection? Posted { get; set; }

    /// <summary>Why the posted form was refused.</summary>
    public IReadOnlyList<Refusal> Refusals { get; internal set; } = [];

    /// <summary>A status shown instead of the page (403, 404), or 303 when the reader is sent elsewhere; null when the page speaks for itself.</summary>
    public int? Instead { get; private set; }

    /// <summary>The layout listens: it then shows the answer in place of the page.</summary>
    internal event Action? Answered;

    /// <summary>The context of a request, made on first use.</summary>
    public static PageContext Of(HttpContext context)
    {
        var page = context.Features.Get<PageContext>();
        if (page is null)
        {
            page = new PageContext(ReaderLanguage.Of(context.Request));
            context.Features.Set(page);
        }

        return page;
    }

    /// <summary>Forgets what a page left behind, before an error page is shown in its place.</summary>
    internal static void Reset(HttpContext context) => context.Features.Set<PageContext>(null);

    internal void AnswerInstead(int status)
    {
        Instead = status;
        Answered?.Invoke();
    }
}
