using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>Who the session says is asking. Pages that need only the roles take the <see cref="Operations.Actor"/>.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="Actor">Account id and roles.</param>
/// <param name="Stay">The stay that goes on: <see cref="Account.Stay"/>.</param>
/// <param name="Name">The name they go by.</param>
/// <param name="Language">The language of their mail.</param>
/// <param name="StartedAt">When they signed in.</param>
/// <param name="SeenAt">When the session was last seen, to the day.</param>
public sealed record SignedIn(Guid Session, Actor Actor, Guid Stay, string Name, Language Language, DateTimeOffset StartedAt, DateTimeOffset SeenAt)
{
    /// <summary>Of a request; null for a visitor.</summary>
    public static SignedIn? Of(HttpContext context) => context.Features.Get<SignedIn>();
}
