using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>What a program asks of somebody who is signed in before they go on to any page but those marked <see cref="BeforeRequirementsAttribute"/>.</summary>
public interface IAccessRequirement
{
    /// <summary>The page that asks; null to let them pass. Runs on every request to a page: one indexed query at most.</summary>
    Task<Text?> Holds(Actor actor, CancellationToken cancellationToken);
}

/// <summary>A page that is open even to somebody who is held at the program's <see cref="IAccessRequirement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeRequirementsAttribute : Attribute;
