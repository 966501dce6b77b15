namespace RecoveryCoP.Chapter.Templates;

/// <summary>Why an item of a template is refused; what a part answers with, beside the refusals of its own operations.</summary>
public static class TemplateRefusals
{
    /// <summary>The thing no longer stands as the change says: somebody changed it meanwhile.</summary>
    public static Refusal Changed { get; } = Refusal.Of("template.item-stale");

    /// <summary>People did something with the thing that forbids it.</summary>
    public static Refusal InUse { get; } = Refusal.Of("template.item-in-use");

    internal static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("template.item-stale", new("Quelqu’un l’a changé entre-temps. Rien n’a été remplacé.", "Somebody changed it meanwhile. Nothing was replaced.")),
        new("template.item-in-use", new("Des membres s’en servent déjà. On n’y touche pas.", "Members are already using it. It is left as it is.")),
    ];
}
