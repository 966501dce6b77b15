using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RecoveryCoP.Node.Mail;

/// <summary>Registers mail.</summary>
public static class MailFeature
{
    /// <summary>Letters are written into a folder.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="folder">Absolute path, e.g. <c>mail</c> in the data folder; made when the first letter is written.</param>
    /// <param name="publicAddress">The address people use: its host signs message ids.</param>
    /// <param name="senderName">Whom letters are from, where <see cref="MailOptions.SenderName"/> does not say; asked for each letter.</param>
    public static IServiceCollection AddMail(
        this IServiceCollection services, Func<IServiceProvider, string> folder, Func<IServiceProvider, Uri> publicAddress, Func<IServiceProvider, Text> senderName)
    {
        services.TryAddSingleton(new MailOptions());
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton(s => ActivatorUtilities.CreateInstance<MailFolder>(s, folder(s), publicAddress(s).IdnHost, () => senderName(s)));
    }
}
