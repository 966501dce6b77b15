using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Practices: what members write down of what helps, and share.</summary>
public static class PracticesFeature
{
    /// <summary>Everything that practices need besides storage.</summary>
    public static IServiceCollection AddPractices(this IServiceCollection services)
    {
        services.AddSchema(typeof(PracticesFeature), "Practices");
        services.AddSingleton<PracticeQueries>();
        services.AddSingleton(new ItemKindName(PracticeRevision.Descriptor.FullName, new("Pratique", "Practice")));
        services.AddSingleton(new ItemKindName(PracticeWithdrawal.Descriptor.FullName, new("Retrait d’une pratique", "Withdrawal of a practice")));
        services.AddFollower<PracticeFeed>();
        services.AddFollower<PracticeErasure>();
        services.AddRefusals([.. PracticeRefusals.All]);
        services.AddConfirmations([.. PracticeWording.Done]);
        services.AddNavigation(new NavItem(PracticeWording.Practices, PracticePaths.List, Access.Members, Order: 20));
        return services;
    }
}
