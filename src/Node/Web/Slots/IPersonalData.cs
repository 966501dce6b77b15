using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Web.Slots;

/// <summary>
/// What a feature keeps of a person, as that person gets it ("my data"). Every feature that keeps something of people registers one; a test compares
/// <see cref="Stored"/> with the rows of the privacy page, so that nothing can be kept that nobody gets.
/// </summary>
public interface IPersonalData
{
    /// <summary>Where it lies, as <see cref="PrivacyEntry.Stored"/> says it.</summary>
    IReadOnlyList<string> Stored { get; }

    /// <summary>
    /// All of it that is about one account. What others wrote is in it only where it was written about them or to them; who wrote it is not.
    /// </summary>
    IReadOnlyList<PersonalPart> Of(Guid person);
}

/// <summary>Registers what features keep of people.</summary>
public static class PersonalDataRegistration
{
    /// <summary>Adds what a feature keeps.</summary>
    public static IServiceCollection AddPersonalData<T>(this IServiceCollection services) where T : class, IPersonalData => services.AddSingleton<IPersonalData, T>();
}
