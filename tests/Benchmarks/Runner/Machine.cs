using System.Runtime.InteropServices;

namespace RecoveryCoP.Benchmarks.Runner;

/// <summary>What the figures were measured on: they mean nothing without it.</summary>
/// <param name="Cores">Processors the program may use.</param>
/// <param name="MemoryMb">Memory the program may use, in MB.</param>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The processor's kind.</param>
/// <param name="Runtime">The .NET that ran it.</param>
public sealed record Machine(int Cores, long MemoryMb, string System, string Architecture, string Runtime)
{
    /// <summary>The machine this runs on.</summary>
    public static Machine This { get; } = new(
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_048_576,
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription);
}
