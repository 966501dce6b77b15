using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.OutsideQuebec.Pages;
using RecoveryCoP.Node.Privacy;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.OutsideQuebec;

/// <summary>Registers the sheet for the assessment that the law asks for where people’s data goes out of Québec. Features add places (<see cref="IDataPlace"/>).</summary>
internal static class OutsideQuebecFeature
{
    /// <summary>The page, and the node's own places.</summary>
    public static IServiceCollection AddOutsideQuebec(this IServiceCollection services) => services
        .AddDataPlace<ServerPlace>().AddDataPlace<DatabasePlace>().AddDataPlace<BackupsPlace>().AddDataPlace<MailPlace>()
        // Who answers for privacy is known once all features are there.
        .AddSingleton(s => new NavItem(OutsideQuebecText.Title, PagePath.Of<OutsideQuebecPage>(), s.GetRequiredService<PrivacyKeepers>().Access, 110, NavPlace.LookAfter) { Why = OutsideQuebecText.For });
}
