using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests;

/// <summary>The operations that the program has.</summary>
internal static class Operations
{
    /// <summary>Every one.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(ChapterNode).Assembly.GetTypes().Where(t => !t.IsAbstract && t.GetInterfaces().Any(IsOperation)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Those on one kind of record.</summary>
    public static IEnumerable<Type> On<TState>() where TState : class => All.Where(t => t.IsAssignableTo(typeof(IOperation<TState>)));

    private static bool IsOperation(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IOperation<>);
}
