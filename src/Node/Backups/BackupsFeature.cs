using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Backups.Pages;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Backups;

/// <summary>Registers backups: made every night, tried every month, restored with the recovery words. Needs storage, founding and accounts.</summary>
internal static class BackupsFeature
{
    private static readonly Text download = new("/fr/sauvegardes/la-plus-recente", "/en/backups/newest");

    /// <summary>Where the newest backup can be downloaded.</summary>
    public static Text DownloadPath => download;

    /// <summary>Options, table, the night's work, verbs and page.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="administrators">Who may make and take them.</param>
    public static IServiceCollection AddBackups(this IServiceCollection services, string[] administrators)
    {
        services.AddNodeOptions<BackupOptions>("Backup");
        services.AddSchema(typeof(BackupsFeature), "Backups");
        services.AddSingleton<BackupRecords>().AddSingleton<BackupMaker>().AddSingleton<Drill>().AddSingleton<WordsProof>().AddSingleton<NightlyBackup>();
        services.AddHostedService(s => s.GetRequiredService<NightlyBackup>());
        services.AddSingleton<ErasureLedger>().AddFollower<ErasureLedgerFollower>().AddFollower<ErasedThingsFollower>();
        services.AddHealthCheck<BackupHealth>().AddHealthCheck<DrillHealth>().AddHealthCheck<WordsHealth>().AddHealthCheck<ErasureHealth>();
        services.AddVerb(BackupVerbs.Backup).AddVerb(BackupVerbs.Verify).AddVerb(BackupVerbs.Restore).AddVerb(BackupVerbs.Drill).AddVerb(BackupVerbs.ProveWords);
        services.AddRefusals([.. BackupText.Refusals]);
        services.AddConfirmations([.. BackupText.Done]);
        services.AddEndpoints(endpoints =>
        {
            endpoints.MapGet(download.Fr, Download);
            endpoints.MapGet(download.En, Download);
        });
        return services.AddNavigation(new NavItem(BackupText.Title, PagePath.Of<BackupsPage>(), Access.Roles(administrators), 80, NavPlace.LookAfter) { Why = BackupText.For });
    }

    // All that the community has, if only for who has the words: so only for somebody who signed in just now.
    private static async Task<IResult> Download(HttpContext context, RoleCatalogue roles, FreshSignIn fresh, BackupMaker maker, Database database, TimeProvider clock)
    {
        if (context.Actor() is not { } reader || !reader.Is(roles.Administrators))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var language = ReaderLanguage.Of(context.Request);
        if (!fresh.IsFresh(context))
        {
            return Results.Redirect(FreshSignIn.Path(language, PagePath.Of<BackupsPage>().In(language)));
        }

        if (maker.NewestOf(maker.Readable ?? []) is not { } newest)
        {
            return Results.Redirect(PagePath.Of<BackupsPage>().In(language));
        }

        await database.Write(t => SecurityLog.Append(t, clock.GetUtcNow(), SecurityEvents.BackupTaken, reader.Id, null), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(newest.Path, "application/octet-stream", newest.Name);
    }
}
