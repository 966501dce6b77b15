using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>Reads what a form sent.</summary>
internal static class FormBody
{
    private const string FromAForm = "application/x-www-form-urlencoded";

    // Shorter values are quickly typed again; and a short secret, such as a code, should not be shown.
    private const int WorthKeeping = 40;

    /// <summary>The long texts that were typed, to be given back when the form cannot be.</summary>
    public static IReadOnlyList<string> Typed(HttpContext context) =>
        [.. (PageContext.Of(context).Posted ?? FormCollection.Empty).Where(f => !f.Key.StartsWith('_')).SelectMany(f => f.Value).OfType<string>().Where(v => v.Length > WorthKeeping)];

    /// <summary>
    /// The fields. The framework's own reader refuses a whole form for one U+0000 in it, and what somebody wrote would be lost:
    /// here the character comes through, and the rule that reads the text refuses it with words.
    /// </summary>
    /// <exception cref="InvalidDataException">More fields or longer values than the limits allow.</exception>
    public static async Task<IFormCollection> Read(HttpRequest request, FormOptions limits, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith(FromAForm, StringComparison.OrdinalIgnoreCase) != true)
        {
            return await request.ReadFormAsync(limits, cancellationToken);
        }

        using var reader = new FormReader(request.Body)
        {
            ValueCountLimit = limits.ValueCountLimit,
            KeyLengthLimit = limits.KeyLengthLimit,
            ValueLengthLimit = limits.ValueLengthLimit,
        };
        return request.Form = new FormCollection(await reader.ReadFormAsync(cancellationToken));
    }
}
