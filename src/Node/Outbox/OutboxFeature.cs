using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;
using RecoveryCoP.Node.RetentionRules;

namespace RecoveryCoP.Node.Outbox;

/// <summary>Registers letters that are recorded before they are sent. Needs mail, accounts and storage.</summary>
public static class OutboxFeature
{
    /// <summary>The table and what empties it; the features register what they tell (<see cref="ILetterKind"/>).</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSchema(typeof(OutboxFeature), "Outbox");
        services.AddSingleton<LetterOutbox>().AddSingleton<ISendsLetters>(s => s.GetRequiredService<LetterOutbox>()).AddSingleton<SendingLimits>();
        services.AddSingleton<OutboxSender>();
        services.AddFollower<LettersOfLeavers>().AddRetention<LettersOfLongAgo>();
        services.AddHostedService(s => s.GetRequiredService<OutboxSender>());
        services.AddHealthCheck<OutboxHealth>();
        services.AddPersonalData<OutboxData>();
        return services.AddSingleton<ILetterUse, OutboxLetterUse>();
    }
}
