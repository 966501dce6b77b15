namespace RecoveryCoP.Node.Rules;

/// <summary>
/// Who gives a command: resolved from the session by the page, carried by every command, judged by the rule.
/// A page that hides a button is a courtesy; the rule's refusal is the guard.
/// </summary>
/// <param name="Id">The account's id, which is the member's.</param>
/// <param name="Roles">Role codes, e.g. <c>executive</c>; empty for a plain member.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor([property: Id(0)] Guid Id, [property: Id(1)] IReadOnlyList<string> Roles)
{
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
