using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RecoveryCoP.Node.Accounts.Pages;
using RecoveryCoP.Node.Accounts.Roles;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.Accounts;

/// <summary>Registers people, their roles and signing in. Needs storage, the web chassis and mail.</summary>
public static class AccountsFeature
{
    /// <summary>Registers everything but the middleware.</summary>
    /// <param name="services">The program's services; <see cref="SignInOptions"/> registered before are used.</param>
    /// <param name="publicAddress">The address people use, for links and cookies; asked once, when the settings are known.</param>
    /// <param name="roles">The program's roles, in the order they are shown.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, Func<IServiceProvider, Uri> publicAddress, params RoleDefinition[] roles)
    {
        services.TryAddSingleton(new SignInOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new PublicAddress(publicAddress(s)));
        services.AddSingleton(new RoleCatalogue(roles));
        services.AddSingleton<AccountStore>();
        services.AddSingleton<People>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<AccountCookies>();
        services.AddSingleton<SignInStore>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SignInQueue>();
        services.AddSingleton(s => new SignInLinks(
            s.GetRequiredService<AccountStore>(), s.GetRequiredService<SignInStore>(), s.GetRequiredService<PublicAddress>(),
            s.GetRequiredService<SignInOptions>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new SignInFlow(
            s.GetRequiredService<SignInQueue>(), s.GetRequiredService<SignInStore>(), s.GetRequiredService<SessionStore>(),
            s.GetRequiredService<AccountCookies>(), s.GetServices<IMembershipListener>()));
        services.AddSingleton(new SignInLocation(SignInText.Path));
        services.AddSingleton(SignInScript.File);
        services.AddHostedService<SignInWorker>();
        services.AddSchema(typeof(AccountsFeature), "Accounts");
        services.AddRefusals(AccountRefusals.Texts);
        services.AddRefusals(SignInRefusals.Texts);
        services.AddConfirmations(AccountText.Done);
        string[] givers = [.. roles.SelectMany(r => r.GivenBy).Distinct()];
        return services.AddNavigation(
            new NavItem(AccountText.People, PagePath.Of<PeoplePage>(), Access.Roles(givers), 80),
            new NavItem(AccountText.Mine, AccountText.MinePath, Access.Members, 90),
            new NavItem(SignInText.Title, SignInText.Path, Access.Visitors, 90));
    }

    /// <summary>Finds out who is asking: given to <see cref="WebFeature.UseWeb"/>, so that it runs after routing and before forms are checked.</summary>
    public static void UseSessions(this IApplicationBuilder app) => app.UseMiddleware<SessionReader>();
}
