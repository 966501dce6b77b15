namespace RecoveryCoP.Testing;

/// <summary>
/// What to do when an engine that a test needs is not on this machine: the test is skipped and says what is missing and how to get it,
/// unless <c>RECOVERYCOP_REQUIRE</c> (a comma-separated list: <c>postgres,browser,python,imap</c>) names the engine: then the test fails.
/// </summary>
public static class Required
{
    /// <summary>The environment variable that turns a missing engine into a failure.</summary>
    public const string Variable = "RECOVERYCOP_REQUIRE";

    /// <summary>True when a missing engine is a failure on this machine.</summary>
    public static bool Demands(string engine) => Demands(engine, Environment.GetEnvironmentVariable(Variable));

    /// <summary>The same for a given list.</summary>
    public static bool Demands(string engine, string? list) =>
        (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Contains(engine, StringComparer.OrdinalIgnoreCase);

    /// <summary>Ends the running test: skipped, or failed where the engine is required.</summary>
    /// <param name="engine"><c>postgres</c>, <c>browser</c>, <c>python</c> or <c>imap</c>.</param>
    /// <param name="missing">What was not found.</param>
    /// <param name="howToGet">What a person does to have it.</param>
    [DoesNotReturn]
    public static void Missing(string engine, string missing, string howToGet)
    {
        var reason = $"{missing} {howToGet}";
        if (Demands(engine))
        {
            Assert.Fail($"{reason} ({Variable} asks for '{engine}'.)");
        }

        Assert.Skip(reason);
    }
}
