using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.OutsideQuebec;

/// <summary>
/// Something that keeps or passes on people’s data and may be on another machine, so outside Québec. Features register theirs; the sheet for the assessment that the
/// law asks for then (P-39.1, s. 17) lists them.
/// </summary>
public interface IDataPlace
{
    /// <summary>Smaller comes first.</summary>
    int Order { get; }

    /// <summary>What it is.</summary>
    Text Name { get; }

    /// <summary>What it is given of people.</summary>
    Text Holds { get; }

    /// <summary>Where it is, as the node knows it: a host, a folder; null where there is none.</summary>
    Task<string?> Where(CancellationToken cancellationToken);
}

/// <summary>Registers places.</summary>
public static class DataPlaceRegistration
{
    /// <summary>Adds one.</summary>
    public static IServiceCollection AddDataPlace<T>(this IServiceCollection services) where T : class, IDataPlace => services.AddSingleton<IDataPlace, T>();
}
