using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.NodeStatus.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>Registers how the node says how it is: to whoever looks after it, on the command line, and to machines. Features register what is looked at (<see cref="Health.IHealthCheck"/>).</summary>
internal static class StatusFeature
{
    /// <summary>Page, verb and <c>/readyz</c>.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="administrators">Who looks after it.</param>
    public static IServiceCollection AddStatus(this IServiceCollection services, string[] administrators)
    {
        services.AddSingleton<HealthReport>().AddSingleton<Readiness>();
        services.AddSchema(typeof(StatusFeature), "NodeStatus");
        services.AddSingleton<HealthContacts>().AddSingleton<HealthWatch>().AddSingleton<IHoldsAddresses>(s => s.GetRequiredService<HealthContacts>());
        services.AddHostedService(s => s.GetRequiredService<HealthWatch>());
        services.AddSingleton<IOwnHealth, OwnHealth>();
        services.AddPersonalData<HealthContactData>();
        services.AddRefusals(StatusText.Refusals);
        services.AddConfirmations(StatusText.Done);
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Deux adresses auxquelles le serveur écrit quand il va mal", "Two addresses that the server writes to when it is not well"), new("Pour que quelqu’un le répare", "So that somebody mends it"),
            new("Les personnes qui gèrent les accès", "Those who manage access"), Order: 150, "health_contact *", "health_told *"));
        services.AddHealthCheck<DamageHealth>();
        services.AddVerb(DoctorVerb.Doctor);
        services.AddEndpoints(endpoints => endpoints.MapGet("/readyz", Ready).AllowAnonymous());
        return services.AddNavigation(new NavItem(StatusText.Title, PagePath.Of<StatusPage>(), Access.Roles(administrators), 90, NavPlace.LookAfter) { Why = StatusText.For });
    }

    private static async Task<IResult> Ready(Readiness readiness, CancellationToken cancellationToken)
    {
        var answer = await readiness.Ask(cancellationToken);
        return Results.Text(answer.Words, statusCode: answer.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
