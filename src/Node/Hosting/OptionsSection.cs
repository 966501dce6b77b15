using System.ComponentModel.DataAnnotations;
using System.Reflection;
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
    private static readonly Text noSetting = new("ce réglage n’existe pas, mais il y a ceux-ci", "there is no such setting, but there are");

    /// <summary>The record with what the settings say; a key that no property has is an error.</summary>
    public T Bind(IConfiguration settings) =>
        settings.GetSection(Name).Get<T>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new T();

    /// <inheritdoc />
    public override IReadOnlyList<string> Errors(IConfiguration settings)
    {
        var known = typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (settings.GetSection(Name).GetChildren().Where(c => !known.Contains(c.Key)).ToList() is { Count: > 0 } unknown)
        {
            return [.. unknown.Select(c => SettingFault.Of($"{c.Path}:", noSetting, string.Join(", ", known.Order())))];
        }

        T options;
        try
        {
            options = Bind(settings);
        }
        catch (InvalidOperationException unreadable)
        {
            return [SettingFault.Of(Name, SettingFault.Unreadable, $"{unreadable.Message}{(unreadable.InnerException is { } inner ? " " + inner.Message : "")}")];
        }

        // As Validator does, whose words are English alone.
        List<string> errors =
        [
            .. from property in typeof(T).GetProperties()
               from rule in property.GetCustomAttributes<ValidationAttribute>()
               where !rule.IsValid(property.GetValue(options))
               select SettingFault.Of($"{Name}:{property.Name}", SettingFault.Of(rule, property.Name)),
        ];
        return errors.Count > 0 || options is not IValidatableObject whole ? errors
            : [.. whole.Validate(new ValidationContext(options)).Select(r => $"{Name}:{string.Join(",", r.MemberNames)} {r.ErrorMessage}")];
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

/// <summary>What is wrong with a setting: its key, then both languages on one line, then what the system says of it, if anything.</summary>
internal static class SettingFault
{
    public static Text Unreadable { get; } = new("ne peut pas être lu", "cannot be read");

    public static string Of(string key, Text says, string detail = "") => $"{key} {says.OnOneLine()}{(detail.Length > 0 ? ": " + detail : "")}";

    /// <summary>What a rule asks for.</summary>
    public static Text Of(ValidationAttribute rule, string name) => rule switch
    {
        RequiredAttribute => new("ne peut pas être vide", "must not be empty"),
        RangeAttribute range => new Text("doit être de {0} à {1}", "must be from {0} to {1}").With(range.Minimum, range.Maximum),
        StringLengthAttribute length => new Text("doit avoir de {0} à {1} caractères", "must have {0} to {1} characters").With(length.MinimumLength, length.MaximumLength),
        EmailAddressAttribute => new("doit être une adresse courriel", "must be an email address"),
        EnumDataTypeAttribute kinds => new Text("doit être l’un de ceux-ci\u00a0: {0}", "must be one of these: {0}").With(string.Join(", ", Enum.GetNames(kinds.EnumType))),
        _ => rule.FormatErrorMessage(name).AsText(),
    };
}
