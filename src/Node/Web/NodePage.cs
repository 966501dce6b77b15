using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Rules;

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

    /// <summary>Refused (422): the form is shown again with what was typed and what to change.</summary>
    protected void Refuse(params IReadOnlyList<Refusal> problems) => ShowRefusals(StatusCodes.Status422UnprocessableEntity, problems);

    /// <summary>Refused (422) by a rule.</summary>
    protected void Refuse(Result outcome) => Refuse(outcome.Refusals);

    /// <summary>Refused by a rule, with a status that says more than 422 does (429: too much at once).</summary>
    protected void Refuse(Result outcome, int status) => ShowRefusals(status, outcome.Refusals);

    /// <summary>Somebody else saved first (409): the form is shown again with what was typed.</summary>
    protected void Conflict(Refusal problem) => ShowRefusals(StatusCodes.Status409Conflict, [problem]);

    /// <summary>There is nothing here (404); shown in place of this page.</summary>
    protected void NotFound() => Answer(StatusCodes.Status404NotFound);

    /// <summary>The reader may not see or do this (403); shown in place of this page.</summary>
    protected void Forbid() => Answer(StatusCodes.Status403Forbidden);

    /// <summary>True for a path on this node: nothing a browser could take for another host.</summary>
    private static bool IsLocal(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl);

    private void ShowRefusals(int status, IReadOnlyList<Refusal> problems)
    {
        HttpContext.Response.StatusCode = status;
        Page.Refusals = problems;
    }

    private void Answer(int status)
    {
        HttpContext.Response.StatusCode = status;
        Page.AnswerInstead(status);
    }
}
