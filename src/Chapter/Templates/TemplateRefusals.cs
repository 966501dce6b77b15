namespace RecoveryCoP.Chapter.Templates;

/// <summary>Why a template, or an item of one, is refused; a part answers with the first two, beside the refusals of its own operations.</summary>
public static class TemplateRefusals
{
    /// <summary>The thing no longer stands as the change says: somebody changed it meanwhile.</summary>
    public static Refusal Changed { get; } = Refusal.Of("template.item-stale");

    internal static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("template.item-stale", new("Quelqu’un l’a changé entre-temps. Rien n’a été remplacé.", "Somebody changed it meanwhile. Nothing was replaced.")),
    ];
}
