using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Mail;

/// <summary>Registers mail.</summary>
public static class MailFeature
{
    /// <summary>Letters go to the mail server that the settings name; without one they are written into a folder.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="folder">Absolute path, e.g. <c>mail</c> in the data folder; made when the first letter is written.</param>
    /// <param name="publicAddress">The address people use: its host signs message ids.</param>
    /// <param name="senderName">Whom letters are from, where <see cref="MailOptions.SenderName"/> does not say: the node's own name for true, which its reader chose, or the neutral one; asked for each letter.</param>
    /// <param name="replyTo">How a person is reached who reads answers, asked for each letter; used where it is an email address.</param>
    public static IServiceCollection AddMail(
        this IServiceCollection services, Func<IServiceProvider, string> folder, Func<IServiceProvider, Uri> publicAddress, Func<IServiceProvider, bool, Text> senderName, Func<IServiceProvider, string>? replyTo = null)
    {
        services.TryAddSingleton(new MailOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CurrentMail>().AddSingleton<SenderDomain>();
        services.AddSingleton(s => new LetterComposer(publicAddress(s).IdnHost, isNamed => senderName(s, isNamed), () => replyTo?.Invoke(s) ?? "", s.GetRequiredService<CurrentMail>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new MailFolder(folder(s), s.GetRequiredService<LetterComposer>(), s.GetRequiredService<ILogger<MailFolder>>()));
        return services.AddSingleton(s => new Mailer(
            s.GetRequiredService<MailFolder>(), s.GetRequiredService<LetterComposer>(), s.GetRequiredService<CurrentMail>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<Mailer>>()));
    }
}
