namespace RecoveryCoP.Demo;

/// <summary>The demo cannot go on.</summary>
/// <param name="words">What happened and what to do.</param>
/// <param name="details">What a program printed last.</param>
internal sealed class DemoException(Words words, string details = "") : Exception(words.En)
{
    public Words Words => words;

    public string Details => details;
}
