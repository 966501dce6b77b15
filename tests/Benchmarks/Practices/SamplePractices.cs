using RecoveryCoP.Federation.V1;
using Google.Protobuf;
using System.Globalization;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Benchmarks.Practices;

/// <summary>Practices as people might write them, of two kilobytes each.</summary>
internal static class SamplePractices
{
    /// <summary>Bytes of one text.</summary>
    public const int Size = 2_000;

    private static readonly string[] _words =
    [
        "rencontre", "rétablissement", "entraide", "paires", "aidantes", "chapitre", "espoir", "identité", "cercle", "parole", "écoute", "atelier", "matin",
        "partage", "milieu", "quartier", "accueil", "présence", "groupe", "soutien", "chemin", "pratique", "communauté", "équipe", "autonomie", "sens",
    ];

    /// <summary>Somebody who may do everything with a practice.</summary>
    public static Actor Leader { get; } = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8057"), ["executive", "facilitator"]);

    public static PracticeFacts Facts { get; } = new PracticeForm { Language = "fr", Topics = ["recovery-college"], Chime = ["hope", "identity"], Groups = ["service-user"] }.ToFacts();

    /// <summary>The text of a practice in one of its revisions; no two are alike.</summary>
    public static PracticeContent Text(int practice, int revision)
    {
        var random = new Random((practice * 1000) + revision);
        var prose = string.Join(' ', Enumerable.Range(0, 300).Select(_ => _words[random.Next(_words.Length)]));
        return new PracticeContent
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Le café du rétablissement, {practice}"),
            Summary = string.Create(CultureInfo.InvariantCulture, $"On se parle autour d’un café, pour la {revision}e fois."),
            Text = prose[..700],
            WhatWasDone = prose[700..1400],
            Results = prose[1400..(Size - 200)],
        };
    }
}
