namespace RecoveryCoP.Node.Operations;

/// <summary>Who may do something or see it: an operation, a page, a link, a card. What depends on the record, such as being its author, is its rule's.</summary>
public sealed record Access
{
    /// <summary>The refusal's code for somebody who is not signed in.</summary>
    public const string MembersOnly = "access.members-only";

    /// <summary>The refusal's code for a member without the role.</summary>
    public const string RoleMissing = "access.role-missing";

    private readonly Func<Actor?, bool> allows;
    private readonly string code;

    private Access(Func<Actor?, bool> allows, string code) => (this.allows, this.code) = (allows, code);

    /// <summary>Everybody, signed in or not.</summary>
    public static Access Everybody { get; } = new(_ => true, "");

    /// <summary>Only those who are not signed in.</summary>
    public static Access Visitors { get; } = new(actor => actor is null, MembersOnly);

    /// <summary>Everybody who is signed in.</summary>
    public static Access Members { get; } = new(actor => actor is not null && actor.Id != Guid.Empty, MembersOnly);

    /// <summary>The node itself, which does what must follow from somebody's doing: no person, whatever their roles.</summary>
    public static Access NodeItself { get; } = new(actor => actor?.Is(Actor.NodeRole) == true, RoleMissing);

    /// <summary>What its refusals say.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new(MembersOnly, new("Entrez d’abord dans votre espace.", "Please sign in first.")),
        new(RoleMissing, new("Votre rôle ne permet pas de faire cela. Parlez-en à une personne qui gère les accès.", "Your role does not let you do this. Talk to someone who manages access.")),
    ];

    /// <summary>Members who hold at least one of the roles.</summary>
    public static Access Roles(params string[] roles) => new(actor => actor is not null && actor.Id != Guid.Empty && actor.Is(roles), RoleMissing);

    /// <summary>True when the actor (null for a visitor) may.</summary>
    public bool Allows(Actor? actor) => allows(actor);

    /// <summary>Why the actor may not; null when they may.</summary>
    public Refusal? RefusalFor(Actor? actor) => Allows(actor) ? null : Refusal.Of(actor is null || actor.Id == Guid.Empty ? MembersOnly : code);
}
