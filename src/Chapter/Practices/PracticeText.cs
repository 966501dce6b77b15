using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// What a person wrote: everything that is kept as one text under one hash. Markdown, except title, summary and credit.
/// Its bytes are those of the network's <see cref="PracticeContent"/>, so what is signed is what was saved.
/// </summary>
[GenerateSerializer, Immutable, Alias("practice-text")]
public sealed record PracticeText
{
    /// <summary>One line.</summary>
    [Id(0)] public string Title { get; init; } = "";

    /// <summary>A few sentences, without Markdown.</summary>
    [Id(1)] public string Summary { get; init; } = "";

    /// <summary>The practice itself.</summary>
    [Id(2)] public string Text { get; init; } = "";

    /// <summary>Where and among whom it came about.</summary>
    [Id(3)] public string Context { get; init; } = "";

    /// <summary>What was done, step by step.</summary>
    [Id(4)] public string WhatWasDone { get; init; } = "";

    /// <summary>Who took part, without naming persons who did not agree.</summary>
    [Id(5)] public string WhoWasInvolved { get; init; } = "";

    /// <summary>What came of it.</summary>
    [Id(6)] public string Results { get; init; } = "";

    /// <summary>What one would do again, and otherwise.</summary>
    [Id(7)] public string Lessons { get; init; } = "";

    /// <summary>What it takes.</summary>
    [Id(8)] public string Conditions { get; init; } = "";

    /// <summary>The name or pseudonym to credit; empty when the chapter is credited.</summary>
    [Id(9)] public string CreditName { get; init; } = "";

    /// <summary>The bytes that are stored and, once shared, sent.</summary>
    public byte[] ToBytes() => new PracticeContent
    {
        Title = Title,
        Summary = Summary,
        Text = Text,
        Context = Context,
        WhatWasDone = WhatWasDone,
        WhoWasInvolved = WhoWasInvolved,
        Results = Results,
        Lessons = Lessons,
        Conditions = Conditions,
        CreditName = CreditName,
    }.ToByteArray();

    /// <summary>The text that the bytes hold.</summary>
    public static PracticeText FromBytes(byte[] bytes)
    {
        var content = PracticeContent.Parser.ParseFrom(bytes);
        return new PracticeText
        {
            Title = content.Title,
            Summary = content.Summary,
            Text = content.Text,
            Context = content.Context,
            WhatWasDone = content.WhatWasDone,
            WhoWasInvolved = content.WhoWasInvolved,
            Results = content.Results,
            Lessons = content.Lessons,
            Conditions = content.Conditions,
            CreditName = content.CreditName,
        };
    }
}
