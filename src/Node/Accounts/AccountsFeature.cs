using RecoveryCoP.Node.Web.Slots;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Accounts.NewAddress;
using RecoveryCoP.Node.Accounts.Pages;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.RetentionRules;
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
    /// <param name="namesSeenBy">Who sees people's names, for the privacy page.</param>
    /// <param name="roles">The program's roles, in the order they are shown.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, Func<IServiceProvider, Uri> publicAddress, Text namesSeenBy, params RoleDefinition[] roles)
    {
        services.TryAddSingleton(new SignInOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new PublicAddress(publicAddress(s)));
        services.AddSingleton(new RoleCatalogue(roles));
        services.AddSingleton<AccountStore>();
        services.AddSingleton<People>();
        services.AddHealthCheck<SignInHealth>();
        services.AddVerb(AdministratorsVerb.Administrators);
        services.AddSingleton<AccountErasure>().AddErasesAgain<AccountErasure>().AddRetention<AccountsOfLongAgo>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<AccountCookies>();
        services.AddSingleton<FreshSignIn>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<SignInStore>();
        services.AddSingleton<RecentLetters>();
        services.AddSingleton<SignInQueue>();
        services.AddSingleton(s => new SignInLinks(
            s.GetRequiredService<AccountStore>(), s.GetRequiredService<SignInStore>(), s.GetRequiredService<PublicAddress>(),
            s.GetRequiredService<SignInOptions>()));
        services.AddSingleton(s => new SignInFlow(
            s.GetRequiredService<RecentLetters>(), s.GetRequiredService<SignInQueue>(), s.GetRequiredService<SignInStore>(), s.GetRequiredService<SessionStore>(),
            s.GetRequiredService<AccountCookies>(), s.GetServices<IMembershipListener>(), s.GetRequiredService<SignInOptions>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new SignInLocation(SignInText.Path));
        services.AddSingleton(SignInScript.File);
        services.AddHostedService<SignInWorker>();
        services.AddSingleton<ILetterUse, SignInLetterUse>();
        services.AddSingleton<AddressChanges>().AddSingleton<ILetterUse, AddressLetterUse>();
        services.AddHostedService<AddressLeftSender>();
        services.AddToMyPage(new MyPageLink(NewAddressText.Title, NewAddressText.Why, NewAddressText.Path, Order: 5));
        services.AddConfirmations(NewAddressText.Done);
        services.AddRefusals(NewAddressText.Refusals);
        services.AddSchema(typeof(AccountsFeature), "Accounts");
        services.AddRefusals(AccountRefusals.Texts);
        services.AddRefusals(SignInRefusals.Texts);
        services.AddConfirmations(AccountText.Done);
        services.AddPersonalData<AccountData>();
        string[] givers = [.. roles.SelectMany(r => r.GivenBy).Distinct()];
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Votre nom ou pseudonyme", "Your name or pseudonym"), new("Pour savoir à qui l’on parle", "To know who you are speaking with"),
                namesSeenBy, Order: 10, "account id", "account name", "account name_sort", "account name_find"),
            new PrivacyEntry(
                new("Votre adresse courriel", "Your email address"), new("Pour entrer sans mot de passe et recevoir ce que vous demandez", "To sign in without a password and get what you ask for"),
                new("Personne sur le site. Elle est gardée dans la base de données du serveur.", "Nobody on the site. It is kept in the server’s database."), Order: 20, "account address", "account address_at", "sign_in_request *"),
            new PrivacyEntry(
                new("L’adresse que vous voulez à la place, quelques minutes; celle que vous aviez avant, trente jours", "The address that you want instead, for a few minutes; the one that you had before, for thirty days"),
                new("Pour la confirmer; pour vous prévenir à l’ancienne et vous rendre votre compte, si ce n’était pas vous", "To confirm it; to warn you at the earlier one and give you your account back, were it not you"),
                new("Vous; qui s’occupe du serveur", "You; whoever looks after the server"), Order: 21, "address_change *", "address_left *"),
            new PrivacyEntry(new("Votre langue", "Your language"), new("Pour vous écrire", "To write to you"), new("Vous", "You"), Order: 30, "account language"),
            new PrivacyEntry(
                new("Vos arrivées et vos départs, vos rôles", "When you joined and left, your roles"), new("Pour donner et retirer les accès", "To give and remove access"),
                new("Vous et les personnes qui gèrent les accès", "You and those who manage access"), Order: 40, "account joined_at", "account left_at", "account stay", "account_period *", "account_role *"),
            new PrivacyEntry(
                new("Vos sessions ouvertes", "Your open sessions"), new("Pour que vous puissiez les fermer", "So that you can close them"),
                new("Vous", "You"), Order: 140, "session *"),
            new PrivacyEntry(
                new("Un journal\u00a0: quand vous entrez, quand un rôle ou un accès est donné ou retiré", "A log: when you sign in, when a role or access is given or removed"), new("Pour voir si quelqu’un entre ou agit sans y avoir droit. Rien ne s’en efface\u00a0: chaque ligne prouve celle d’avant. Il n’a que des numéros, et ceux d’une personne dont le nom a été effacé ne disent plus qui elle était", "To see whether anybody comes in or acts without the right to. Nothing is erased from it: each line proves the one before. It has numbers only, and those of somebody whose name was erased no longer say who they were"),
                new("Les personnes qui gèrent les accès", "Those who manage access"), Order: 145, "security_event *"));
        return services.AddNavigation(
            new NavItem(AccountText.People, PagePath.Of<PeoplePage>(), Access.Roles(givers), 20, NavPlace.LookAfter) { Why = AccountText.PeopleFor },
            new NavItem(AccountText.Mine, AccountText.MinePath, Access.Members, 90, NavPlace.Account),
            new NavItem(AccountText.SignOut, PagePath.Of<SignOutPage>(), Access.Members, 95, NavPlace.Account),
            new NavItem(SignInText.Title, SignInText.Path, Access.Visitors, 90, NavPlace.Account));
    }

    /// <summary>Finds out who is asking: given to <see cref="WebFeature.UseWeb"/>, so that it runs after routing and before forms are checked.</summary>
    public static void UseSessions(this IApplicationBuilder app) => app.UseMiddleware<SessionReader>();
}
