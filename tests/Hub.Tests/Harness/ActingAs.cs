using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.Tests.Harness;

/// <summary>Stands in for a session: a request says in a header which role it has.</summary>
internal sealed class ActingAs : IStartupFilter
{
    public const string Header = "X-Test-Role";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, then) =>
        {
            if (context.Request.Headers[Header].ToString() is { Length: > 0 } role)
            {
                context.SetActor(new Actor(new Guid("0197a7a0-0000-7000-8000-000000000001"), [role]));
            }

            return then(context);
        });
        next(app);
    };
}
