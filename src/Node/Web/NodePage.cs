using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web;

/// <summary>
/// The base of a page. It carries one <c>/fr/…</c> and one <c>/en/…</c> route, binds string fields with
/// <see cref="SupplyParameterFromFormAttribute"/>, and ends a post in one of the ways below. Its markup must bear a model that is
/// still null: it is rendered once before its first await is over, and after <see cref="NotFound"/> too.
/// </summary>
public abstract class NodePage : NodeComponent
{
    /// <summary>Done: sends the reader to a page of ours (303), so that reloading does not post again.</summary>
    /// <param name="path">A local path in both languages.</param>
    /// <param name="done">The code of a <see cref="Confirmation"/> that the next page shows.</param>
    protected void SeeOther(Text path, string? done = null) => SeeOther(T(path), done);

    /// <inheritdoc cref="SeeOther(Text, string?)"/>
    protected void SeeOther(string path, string? done = null)
    {
        if (!IsLocal(path))
        {
            throw new ArgumentException("Only a path of this node can be redirected to.", nameof(path));
        }

        var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        HttpContext.Response.Headers.Location = done is null ? path : $"{path}{mark}{Confirmation.Key}={Uri.EscapeDataString(done)}";
        Answer(StatusCodes.Status303SeeOther);
    }

    /// <summary>What became of a command: done, the reader goes on to a page; refused, they are told why.</summary>
    /// <returns>True when done.</returns>
    protected bool Show(Result result, Text next, string confirmation) => Show(result, T(next), confirmation);

    /// <inheritdoc cref="Show(Result, Text, string)"/>
    protected bool Show(Result result, string next, string confirmation)
    {
        if (result.Succeeded)
        {
            SeeOther(next, confirmation);
        }
        else
        {
            Refuse(result);
        }

        return result.Succeeded;
    }

    /// <summary>
    /// Refused: the form is shown again with what was typed and what to change. 409 when somebody else was first, 422 otherwise.
    /// </summary>
    protected void Refuse(params IReadOnlyList<Refusal> refusals) =>
        Refuse(refusals, refusals.Any(r => r.IsStale) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);

    /// <summary>Refused by a rule.</summary>
    protected void Refuse(Result result) => Refuse(result.Refusals);

    /// <summary>Refused with a status that says more (429: too much at once).</summary>
    protected void Refuse(IReadOnlyList<Refusal> refusals, int status)
    {
        HttpContext.Response.StatusCode = status;
        Page.Refusals = refusals;
    }

    /// <summary>There is nothing here (404); shown in place of this page.</summary>
    protected void NotFound() => Answer(StatusCodes.Status404NotFound);

    /// <summary>The reader may not see or do this (403); shown in place of this page.</summary>
    protected void Forbid() => Answer(StatusCodes.Status403Forbidden);

    /// <summary>True for a path on this node: nothing a browser could take for another host.</summary>
    private static bool IsLocal(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl);

    private void Answer(int status)
    {
        HttpContext.Response.StatusCode = status;
        Page.AnswerInstead(status);
    }
}
