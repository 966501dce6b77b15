namespace RecoveryCoP.Testing;

/// <summary>What chance a run of faults takes. It is printed, so that a run that failed can be had again.</summary>
public static class Seed
{
    private const string Variable = "RECOVERYCOP_SEED";

    /// <summary>The one that somebody asks for, or another one each time.</summary>
    public static int Say()
    {
        var seed = Told(Variable) ?? Random.Shared.Next();
        Said($"{Variable}={seed}");
        return seed;
    }

    /// <summary>A number that whoever runs the tests by hand asks for.</summary>
    public static int? Told(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Prints a line with the test.</summary>
    public static void Said(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
