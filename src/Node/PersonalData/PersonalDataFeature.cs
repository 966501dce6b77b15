using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Node.PersonalData;

/// <summary>Registers what gives people all that is kept of them. Needs accounts.</summary>
public static class PersonalDataFeature
{
    /// <summary>The page, linked from one's own, and the file; features add what they keep (<see cref="IPersonalData"/>).</summary>
    public static IServiceCollection AddPersonalData(this IServiceCollection services)
    {
        services.AddSingleton<RecordsNaming>().AddSingleton<PersonalArchive>().AddSingleton<PersonalDownloads>();
        services.AddEndpoints(PersonalDownloads.Map);
        services.AddRefusals(PersonalDownloads.Refused);
        return services.AddToMyPage(new MyPageLink(PersonalDataText.Title, PersonalDataText.Why, PersonalDataText.Path, Order: 80));
    }
}
