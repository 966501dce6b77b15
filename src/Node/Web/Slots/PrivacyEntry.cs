using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Web.Slots;

/// <summary>
/// A row of the privacy page: something that this program keeps of people. The feature that keeps it says so; a test compares all rows with what
/// is stored, so that nothing can be kept without being said.
/// </summary>
/// <param name="What">What is kept.</param>
/// <param name="Why">What for.</param>
/// <param name="Who">Who sees it.</param>
/// <param name="Order">Smaller comes first.</param>
/// <param name="Stored">Where: a table and its column, or a record's kind and its property, with a space between; <c>*</c> for all of one.</param>
public sealed record PrivacyEntry(Text What, Text Why, Text Who, int Order, params IReadOnlyList<string> Stored)
{
    /// <summary>Why nobody finds it in their own data; null for what some <see cref="IPersonalData"/> gives.</summary>
    public Text? NotInMyData { get; init; }
}

/// <summary>Registers rows of the privacy page.</summary>
public static class PrivacyRegistration
{
    /// <summary>Says what a feature keeps of people.</summary>
    public static IServiceCollection AddPrivacyEntries(this IServiceCollection services, params ReadOnlySpan<PrivacyEntry> entries)
    {
        foreach (var entry in entries)
        {
            services.AddSingleton(entry);
        }

        return services;
    }
}
