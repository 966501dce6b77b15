using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.RetentionRules;

/// <summary>
/// Something that is kept for a term and no longer. Features register what they keep; once a day each is asked to erase what is over. It looks at what is there, so a
/// day that was missed is made up, and a day that is done twice does nothing.
/// </summary>
public interface IRetention
{
    /// <summary>Names it in the report; never reused for another meaning.</summary>
    string Code { get; }

    /// <summary>What is kept.</summary>
    Text What { get; }

    /// <summary>For how long, and what becomes of it then.</summary>
    Text Term { get; }

    /// <summary>Erases what is over.</summary>
    /// <returns>How many were erased.</returns>
    Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Registers what is kept for a term.</summary>
public static class RetentionRegistration
{
    /// <summary>Adds a rule.</summary>
    public static IServiceCollection AddRetention<T>(this IServiceCollection services) where T : class, IRetention => services.AddSingleton<IRetention, T>();
}
