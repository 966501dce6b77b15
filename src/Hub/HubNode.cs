using RecoveryCoP.Hub.About;
using RecoveryCoP.Hub.Directory;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Federation;
using RecoveryCoP.Hub.Names;
using RecoveryCoP.Hub.Statistics;
using RecoveryCoP.Hub.TakeDowns;
using RecoveryCoP.Hub.TemplateDrafts;
using RecoveryCoP.Hub.Templates;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub;

/// <summary>A hub: the province's node, which carries the chapters' mail. The table of contents of this program.</summary>
public static class HubNode
{
    /// <summary>What makes it a hub.</summary>
    public static NodeKind Kind { get; } = new()
    {
        Code = "hub",
        Name = new Text("Carrefour provincial", "Provincial hub"),
        FoundIt = new Text("Fonder ce carrefour", "Set up this hub"),
        LeaveIt = new Text("Quitter l’équipe du carrefour", "Leave the hub’s team"),
        Roles = HubRoles.All,
        FirstRole = HubRoles.Operator,
        ProfileKeepers = [HubRoles.Operator],
        ProfileTitle = new Text("Notre carrefour", "Our hub"),
        Discreet = false,
        DefaultListen = "http://127.0.0.1:5090",
        DefaultGrpcListen = "http://127.0.0.1:5091",
    };

    /// <summary>Its features, in the order in which their tables build on each other.</summary>
    public static void AddFeatures(IServiceCollection services)
    {
        services.AddLibrary(Access.Everybody, order: 10);
        services.AddTemplateReleases();
        services.AddTakeDowns();
        services.AddNames();
        services.AddEnrolment();
        services.AddFederation();
        services.AddDirectory();
        services.AddTemplates();
        services.AddStatistics();
        services.AddTemplateDrafts();
        services.AddAbout();
    }
}
