using RecoveryCoP.Chapter.Adoptions.Pages;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>Addresses of the pages of adoptions.</summary>
internal static class AdoptionPaths
{
    /// <summary>Where a practice takes root, and where one says so.</summary>
    public static Text Of(PracticeReference practice) =>
        practice.Node.Length == 0 ? PagePath.Of<PracticeAdoptionsPage>(practice.Id) : PagePath.Of<LibraryAdoptionsPage>(practice.Node, practice.Id);
}
