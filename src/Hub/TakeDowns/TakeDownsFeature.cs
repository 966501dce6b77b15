using RecoveryCoP.Hub.TakeDowns.Pages;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.TakeDowns;

/// <summary>Registers how operators take shared practices down. Needs the feed and the library.</summary>
public static class TakeDownsFeature
{
    /// <summary>The operation, and its page, to which a practice's page leads.</summary>
    public static IServiceCollection AddTakeDowns(this IServiceCollection services) => services
        .AddSingleton<TakeDownPractice>()
        .AddSingleton(new PracticeAct(TakeDownText.Act, TakeDownPractice.Access, (chapter, practice) => PagePath.Of<TakeDownPage>(chapter, practice)))
        .AddRefusals(TakeDownText.Refusals)
        .AddConfirmations(TakeDownText.Done);
}
