using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Rules;

/// <summary>
/// What each problem code says to a person: what happened and what to do. Every feature registers its own
/// (<c>services.AddSingleton(new RefusalText(code, text))</c> through <c>AddRefusals</c>); a code without a text is a bug that a test finds.
/// </summary>
public sealed class RefusalTexts(IEnumerable<RefusalText> texts)
{
    private readonly Dictionary<string, Text> byCode = texts.ToDictionary(t => t.Code, t => t.Text);

    /// <summary>Every code that has a text.</summary>
    public IReadOnlyCollection<string> Codes => byCode.Keys;

    /// <summary>The text of a problem with its values filled in; the code itself if nobody wrote one.</summary>
    public Text this[Refusal problem] => byCode.TryGetValue(problem.Code, out var text)
        ? text.With([.. problem.Args])
        : problem.Code.AsText();
}

/// <summary>The text of one problem code.</summary>
/// <param name="Code">As in <see cref="Refusal.Code"/>.</param>
/// <param name="Text">One or two plain sentences; <c>{0}</c> … stand for the problem's arguments.</param>
public sealed record RefusalText(string Code, Text Text);
