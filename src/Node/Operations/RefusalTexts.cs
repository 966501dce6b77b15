using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Operations;

/// <summary>
/// What each refusal code says to a person: what happened and what to do. Every feature registers its own
/// (<c>services.AddSingleton(new RefusalText(code, text))</c> through <c>AddRefusals</c>); a code without a text is a bug that a test finds.
/// </summary>
public sealed class RefusalTexts(IEnumerable<RefusalText> texts)
{
    private readonly Dictionary<string, Text> byCode = texts.ToDictionary(t => t.Code, t => t.Text);

    /// <summary>Every code that has a text.</summary>
    public IReadOnlyCollection<string> Codes => byCode.Keys;

    /// <summary>The text of a refusal with its values filled in; the code itself if nobody wrote one.</summary>
    public Text this[Refusal refusal] => byCode.TryGetValue(refusal.Code, out var text)
        ? text.With([.. refusal.Args])
        : refusal.Code.AsText();
}

/// <summary>The text of one refusal code.</summary>
/// <param name="Code">As in <see cref="Refusal.Code"/>.</param>
/// <param name="Text">One or two plain sentences; <c>{0}</c> … stand for the refusal's arguments.</param>
public sealed record RefusalText(string Code, Text Text);

/// <summary>How a feature gives its refusal codes their texts.</summary>
public static class RefusalRegistration
{
    /// <summary>Registers what codes say to a person; a code may be registered once only.</summary>
    public static IServiceCollection AddRefusals(this IServiceCollection services, params ReadOnlySpan<RefusalText> texts)
    {
        foreach (var text in texts)
        {
            services.AddSingleton(text);
        }

        return services;
    }
}
