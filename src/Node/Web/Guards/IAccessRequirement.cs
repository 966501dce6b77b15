namespace RecoveryCoP.Node.Web.Guards;

/// <summary>What a program asks of somebody who is signed in before they go on to any page but those marked <see cref="BeforeRequirementsAttribute"/>.</summary>
public interface IAccessRequirement
{
    /// <summary>The page that asks; null to let them pass. Runs on every request to a page: one indexed query at most.</summary>
    /// <param name="actor">Whoever is signed in.</param>
    /// <param name="isSending">True when they send a form: whoever is held then loses what they typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Text?> Holds(Actor actor, bool isSending, CancellationToken cancellationToken);
}

/// <summary>A page that is open even to somebody whom an <see cref="IAccessRequirement"/> holds.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeRequirementsAttribute : Attribute;

/// <summary>An endpoint that is no page, and is closed all the same to somebody whom an <see cref="IAccessRequirement"/> holds.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AfterRequirementsAttribute : Attribute;

/// <summary>Where visitors are led who open a members' page; registered by whoever lets people in.</summary>
/// <param name="Path">The sign-in page.</param>
public sealed record SignInLocation(Text Path);
