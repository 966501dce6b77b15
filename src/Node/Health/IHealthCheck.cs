using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Health;

/// <summary>
/// One thing that can be well or not: whoever registers it says what, why, and what to do, in both languages (the framework's own health checks have one line for
/// machines). It reads and changes nothing; what it cannot find out, it throws, and that is said.
/// </summary>
public interface IHealthCheck
{
    /// <summary>Its code, e.g. <c>disk</c>.</summary>
    string Code { get; }

    /// <summary>What is looked at, in a word or two.</summary>
    Text Name { get; }

    /// <summary>Smaller comes first.</summary>
    int Order { get; }

    /// <summary>True for what a machine that watches the node is told too: it must cost next to nothing.</summary>
    bool IsForMachines => false;

    /// <summary>False for what no letter can tell, since it is why letters do not go.</summary>
    bool IsToldByLetter => true;

    /// <summary>False for what a hub need not be told: that it was away itself.</summary>
    bool IsToldToHub => true;

    /// <summary>True for what waits as long as it should itself; anything else is given up after ten seconds.</summary>
    bool HasPatience => false;

    /// <summary>How it stands; null where this node does not have it.</summary>
    Task<Finding?> Look(CancellationToken cancellationToken);
}

/// <summary>How one thing stands.</summary>
/// <param name="Grade">How well.</param>
/// <param name="Says">In one sentence.</param>
/// <param name="ToDo">What somebody does about it; null where it is well.</param>
/// <param name="Path">The page where that is done, if it is done on one.</param>
public sealed record Finding(Grade Grade, Text Says, Text? ToDo = null, Text? Path = null)
{
    /// <summary>As it should be.</summary>
    public static Finding Well(Text says) => new(Grade.Well, says);

    /// <summary>Cannot be known now.</summary>
    public static Finding Unknown(Text says) => new(Grade.Unknown, says);

    /// <summary>Goes on, but somebody should look.</summary>
    public static Finding Attention(Text says, Text toDo, Text? path = null) => new(Grade.Attention, says, toDo, path);

    /// <summary>Something that this node promises does not work.</summary>
    public static Finding Wrong(Text says, Text toDo, Text? path = null) => new(Grade.Wrong, says, toDo, path);
}

/// <summary>How well a thing is; a later one is worse.</summary>
public enum Grade
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>Cannot be known now.</summary>
    Unknown,

    /// <summary>Goes on, but somebody should look.</summary>
    Attention,

    /// <summary>Something that is promised does not work.</summary>
    Wrong,
}

/// <summary>Registers what is looked at.</summary>
public static class HealthChecks
{
    /// <summary>Adds a thing that can be well or not.</summary>
    public static IServiceCollection AddHealthCheck<T>(this IServiceCollection services) where T : class, IHealthCheck => services.AddSingleton<IHealthCheck, T>();
}
