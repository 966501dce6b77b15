using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Audit;
using RecoveryCoP.Node.Backups;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Incidents;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.MailSetup;
using RecoveryCoP.Node.NodeStatus;
using RecoveryCoP.Node.OutsideQuebec;
using RecoveryCoP.Node.PersonalData;
using RecoveryCoP.Node.Profile;
using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Upgrades;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node;

/// <summary>Everything that is true of any node, as services and as a pipeline.</summary>
internal static class NodeFeature
{
    public static IServiceCollection AddNode(this IServiceCollection services, NodeKind kind)
    {
        services.AddSingleton(kind);
        services.AddSingleton(TimeProvider.System);
        services.AddRouting();
        services.AddNodeOptions<NodeOptions>("Node");
        services.AddSingleton<OptionsSection>(new CertificateSection());
        services.AddNodeOptions<WebSettings>("Web");
        services.AddNodeOptions<StorageOptions>("Storage");
        services.AddNodeOptions<MailOptions>("Mail");
        services.AddNodeOptions<SignInOptions>("SignIn");
        services.AddStorage();
        services.AddSchema(typeof(NodeFeature), "Hosting");
        services.AddSingleton<ThisNode>();
        services.AddFeed();
        services.AddMail(s => s.GetRequiredService<DataFolder>().File("mail"), Address, SenderName, s => s.GetRequiredService<ThisNode>().Profile.PublicContact);
        services.AddHostedService<MailSweep>();
        services.AddVerb(MailVerbs.Test);
        services.AddAccounts(Address, kind.NamesSeenBy, [.. kind.Roles]);
        services.AddPersonalData();
        services.AddMailSetup([.. kind.Roles.Where(r => r.IsAdministrator).Select(r => r.Code)]);
        services.AddAudit();
        services.AddRetention();
        services.AddIncidents();
        services.AddFounding();
        services.AddBackups([.. kind.Roles.Where(r => r.IsAdministrator).Select(r => r.Code)]);
        services.AddSingleton<Upgrades.Upgrade>();
        services.AddOutsideQuebec();
        services.AddStatus([.. kind.Roles.Where(r => r.IsAdministrator).Select(r => r.Code)]);
        services.AddHealthCheck<KeyHealth>().AddHealthCheck<CertificateHealth>().AddHealthCheck<VersionHealth>();
        services.AddProfile(kind);
        services.AddVerb(RoutesVerb.Routes);
        services.AddTemplateFormat();
        services.AddSingleton<StartupMessage>();
        services.AddSingleton<IdleMemoryRelease>();
        services.AddHostedService(s => s.GetRequiredService<IdleMemoryRelease>());
        services.AddFaultPoints();
        return services;
    }

    private static Uri Address(IServiceProvider services) => new(services.GetRequiredService<NodeOptions>().Address);

    // What a tab would show, but for readers who chose otherwise: neither may betray a membership.
    private static Text SenderName(IServiceProvider services, bool isNamed) => services.GetRequiredService<CurrentNodeIdentity>().Current is var node && (isNamed || !node.Discreet) && node.Name is var name
        ? new(name.For(Language.French).Text, name.For(Language.English).Text) : services.GetRequiredService<WebOptions>().NeutralName;

    public static void UseNode(this WebApplication app, Assembly pages)
    {
        var idle = app.Services.GetRequiredService<IdleMemoryRelease>();
        app.Use(next => context => idle.Pass(context, next));
        app.UseTrustedProxies();
        app.UseWeb(session =>
        {
            session.UseMiddleware<FoundingGate>();
            session.UseSessions();
        });
        app.MapGet("/livez", () => Results.Text("alive")).AllowAnonymous();
        app.MapControl();
        foreach (var map in app.Services.GetServices<EndpointMap>())
        {
            map.Map(app);
        }

        app.MapPages(pages);
    }
}
