using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.MailSetup.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.MailSetup;

/// <summary>Registers the page on which the mail server is set and tried. Needs mail, accounts and storage.</summary>
internal static class MailSetupFeature
{
    /// <summary>Page, table and store.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="administrators">Who may set it.</param>
    public static IServiceCollection AddMailSetup(this IServiceCollection services, string[] administrators)
    {
        services.AddSchema(typeof(MailSetupFeature), "MailSetup");
        services.AddSingleton<MailServerSetup>().AddSingleton<MailRecord>();
        services.AddHostedService(s => s.GetRequiredService<MailRecord>());
        services.AddHealthCheck<MailHealth>();
        services.AddRefusals(MailSetupText.Refusals);
        services.AddConfirmations(MailSetupText.Done);
        services.AddSingleton(new MailSetupPlace(PagePath.Of<MailSetupPage>(), Access.Roles(administrators)));
        return services.AddNavigation(new NavItem(MailSetupText.Title, PagePath.Of<MailSetupPage>(), Access.Roles(administrators), 70, NavPlace.LookAfter) { Why = MailSetupText.For });
    }
}
