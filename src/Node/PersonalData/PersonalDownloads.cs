using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.PersonalData;

/// <summary>
/// Gives people their file. Asking for it is a form, which is written into the security log and leads to an address that is good twice in a few minutes, and for this session
/// alone: a download may break off.
/// </summary>
internal sealed class PersonalDownloads(Database database, PersonalArchive archive, IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    /// <summary>How often a person may ask in a day (UTC): each time everything is read.</summary>
    public const int MostADay = 10;

    private const string Folder = "/mes-donnees";
    private const int LengthOfTime = 16, AtOnce = 2, Reads = 2;

    private static readonly TimeSpan good = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("my-data");
    private readonly SemaphoreSlim turns = new(AtOnce);
    private readonly SlidingCount reads = new(Reads, good, clock);
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> asked = [];
    private DateOnly today;

    /// <summary>What a refusal says.</summary>
    public static RefusalText Refused { get; } = new("personal-data.often", new(
        "Vous avez déjà demandé vos données {0} fois aujourd’hui. Réessayez demain.", "You have asked for your data {0} times today. Try again tomorrow."));

    /// <summary>Where the file is, for a while; refused when somebody asks too often.</summary>
    public async Task<Result<string>> Ask(SignedIn person, Language language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (DateOnly.FromDateTime(now.UtcDateTime) is var day && day != today)
            {
                asked.Clear();
                today = day;
            }

            if (asked.GetValueOrDefault(person.Actor.Id) >= MostADay)
            {
                return Refusal.Of(Refused.Code, "", MostADay);
            }

            asked[person.Actor.Id] = asked.GetValueOrDefault(person.Actor.Id) + 1;
        }

        await database.Write(t => SecurityLog.Append(t, now, SecurityEvents.DataTaken, person.Actor.Id, person.Actor.Id), cancellationToken).ConfigureAwait(false);
        return $"{Folder}/{protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(now + good).UtcTicks:x16}{person.Session:N}"))}?lang={language.Code}";
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        $"{Folder}/{{ticket}}",
        async (string ticket, string? lang, HttpContext context, PersonalDownloads downloads) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            // The archive writes its few headers at once; all that is long is awaited.
            context.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
            return SignedIn.Of(context) is { } person && downloads.Admits(ticket, person)
                ? Results.Stream(to => downloads.Write(person.Actor.Id, Language.Of(lang), to, context.RequestAborted), "application/zip", PersonalDataText.FileName.In(Language.Of(lang)))
                : Results.NotFound();
        });

    /// <inheritdoc />
    public void Dispose() => turns.Dispose();

    private async Task Write(Guid person, Language language, Stream to, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await archive.Write(person, language, to, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turns.Release();
        }
    }

    private bool Admits(string ticket, SignedIn person)
    {
        try
        {
            var text = protector.Unprotect(ticket);
            return long.Parse(text[..LengthOfTime], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks && text[LengthOfTime..] == person.Session.ToString("N") && reads.Admits(text);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
