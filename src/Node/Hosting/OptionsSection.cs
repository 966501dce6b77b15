using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Hosting;

/// <summary>One section of the settings and the record it fills. All sections are checked before anything starts, and all errors are told together.</summary>
public abstract class OptionsSection(string name)
{
    /// <summary>The section's name.</summary>
    public string Name => name;

    /// <summary>Everything that is wrong with the section, each with the key to change.</summary>
    public abstract IReadOnlyList<string> Errors(IConfiguration settings);
}

/// <inheritdoc />
/// <typeparam name="T">The options record: units in the names, defaults in the initialisers, limits as annotations.</typeparam>
public sealed class OptionsSection<T>(string name) : OptionsSection(name) where T : class, new()
{
    /// <summary>The record with what the settings say; a key that no property has is an error.</summary>
    public T Bind(IConfiguration settings) =>
        settings.GetSection(Name).Get<T>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new T();

    /// <inheritdoc />
    public override IReadOnlyList<string> Errors(IConfiguration settings)
    {
        var known = typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (settings.GetSection(Name).GetChildren().Where(c => !known.Contains(c.Key)).ToList() is { Count: > 0 } unknown)
        {
            return [.. unknown.Select(c => $"{c.Path}: there is no such setting. Known are: {string.Join(", ", known.Order())}.")];
        }

        T options;
        try
        {
            options = Bind(settings);
        }
        catch (InvalidOperationException unreadable)
        {
            return [$"{Name}: {unreadable.Message}{(unreadable.InnerException is { } inner ? " " + inner.Message : "")}"];
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(r => $"{Name}:{string.Join(",", r.MemberNames)} {r.ErrorMessage}")];
    }
}

/// <summary>Registers options.</summary>
public static class OptionsSections
{
    /// <summary>Fills a record from a section of the settings; whoever needs it asks for the record itself.</summary>
    public static IServiceCollection AddNodeOptions<T>(this IServiceCollection services, string section) where T : class, new()
    {
        var options = new OptionsSection<T>(section);
        services.AddSingleton<OptionsSection>(options);
        services.AddSingleton(s => options.Bind(s.GetRequiredService<NodeSettings>().Configuration));
        return services;
    }
}
