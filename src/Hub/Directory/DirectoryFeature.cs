using RecoveryCoP.Hub.Directory.Pages;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.Directory;

/// <summary>Registers the directory of chapters. Needs the library, enrolment and the exchange, whose tables it reads.</summary>
public static class DirectoryFeature
{
    /// <summary>The pages' queries and their link.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<DirectoryQueries>()
        .AddNavigation(new NavItem(DirectoryText.Title, PagePath.Of<DirectoryPage>(), Access.Everybody, 12) { Icon = "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17" });
}
