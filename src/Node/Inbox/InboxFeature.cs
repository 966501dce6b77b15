using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.MailSetup;
using RecoveryCoP.Node.OutsideQuebec;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Inbox;

/// <summary>Registers the mailbox that is read for what programs send back. Needs the outbox and the page that sets mail.</summary>
public static class InboxFeature
{
    /// <summary>Options, tables, reader, and its part of the page; the features register what they understand (<see cref="IReadsMail"/>).</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddNodeOptions<InboxOptions>("Inbox");
        services.AddSchema(typeof(InboxFeature), "Inbox");
        services.AddSingleton<CurrentInbox>().AddSingleton<InboxSetup>().AddSingleton<InboxReader>();
        services.AddHostedService(s => s.GetRequiredService<InboxReader>());
        services.AddHealthCheck<InboxHealth>().AddDataPlace<InboxPlace>();
        services.AddSingleton(new MailSetupSection(typeof(InboxSection)));
        services.AddRefusals(InboxText.Refusals);
        services.AddConfirmations(InboxText.Done);
        return services;
    }
}
