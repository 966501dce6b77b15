namespace RecoveryCoP.Node.Operations;

/// <summary>
/// Who gives a command: resolved from the session by the page, carried by every command, judged by the rule.
/// A page that hides a button is a courtesy; the rule's refusal is the guard.
/// </summary>
/// <param name="Id">The account's id, which is the member's.</param>
/// <param name="Roles">Role codes, e.g. <c>executive</c>; empty for a plain member.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor([property: Id(0)] Guid Id, [property: Id(1)] IReadOnlyList<string> Roles)
{
    /// <summary>The role that only <see cref="Node"/> has: no program gives it to a person.</summary>
    public const string NodeRole = "node";

    /// <summary>The node itself, for what follows from somebody's doing and is nobody's decision.</summary>
    public static Actor Node { get; } = new(Guid.Empty, [NodeRole]);

    /// <summary>True when the actor holds at least one of the roles.</summary>
    public bool Is(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
