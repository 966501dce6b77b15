using System.Text;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

/// <summary>A template with a little of everything, as somebody would have typed it.</summary>
internal static class SmallTemplate
{
    public static TemplateReading Read(IReadOnlyDictionary<string, string> files) => TemplateReader.OfFiles(files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value)));

    public static Dictionary<string, string> Files() => new()
    {
        ["template.json"] = """
            {
              "id": "small",
              "version": "1.2.3",
              "name": { "fr": "Petit", "en": "Small" },
              "changes": { "fr": "Tout.", "en": "Everything." },
              "licence": "CC-BY-4.0",
              "languages": ["fr", "en"],
              "minimumSoftware": "0.1"
            }
            """,
        ["charter.fr.md"] = "Nous voici.\n\n## La porte {#door}\n\nOuverte.\n\n## À égalité {#equals}\n\nNous le sommes.\n",
        ["charter.en.md"] = "Here we are.\n\n## The door {#door}\n\nOpen.\n\n## Equals {#equals}\n\nWe are.\n",
        ["texts/welcome.fr.md"] = "# Bienvenue\n\nEntrez.\n",
        ["texts/welcome.en.md"] = "# Welcome\n\nCome in.\n",
        ["balance.json"] = """
            { "balance": [
              { "id": "balance", "practiceFrom": 40, "practiceTo": 60,
                "systemFrom": 25, "systemTo": 45,
                "communityFrom": 5, "communityTo": 25
              } ] }
            """,
        ["agendas.json"] = """
            { "agendas": [
              { "id": "evening",
                "title": { "fr": "Soirée", "en": "Evening" },
                "items": [
                  { "id": "first", "title": { "fr": "Une pratique", "en": "A practice" },
                    "stream": "practice", "kind": "showcase", "minutes": 60 },
                  { "id": "last", "title": { "fr": "La suite", "en": "What comes next" }, "stream": "community", "kind": "business", "minutes": 10 }
                ] } ] }
            """,
        ["series.json"] = """
            { "series": [
              { "id": "monthly",
                "title": { "fr": "Chaque mois", "en": "Every month" },
                "everyMonths": 1, "on": "third", "weekday": "tuesday",
                "time": "18:30", "minutes": 120, "mode": "hybrid",
                "skipsHolidays": true, "leadDays": 45, "agenda": "evening" } ] }
            """,
        ["committees.json"] = """
            { "committees": [
              { "id": "executive", "name": { "fr": "Comité exécutif", "en": "Executive committee" },
                "seats": [ { "id": "chair", "title": { "fr": "Présidence", "en": "Chair" }, "keptFor": "service-user", "termMonths": 24 } ] } ] }
            """,
        ["first-meetings.json"] = """
            { "firstMeetings": [
              { "id": "hello", "title": { "fr": "Bonjour", "en": "Hello" },
                "series": "monthly", "occurrence": 1 },
              { "id": "again", "title": { "fr": "Encore", "en": "Again" }, "series": "monthly", "occurrence": 2 } ] }
            """,
        ["topics.json"] = """
            { "topics": [
              { "id": "one",
                "title": { "fr": "Un", "en": "One" },
                "stream": "practice" },
              { "id": "two", "title": { "fr": "Deux", "en": "Two" }, "stream": "system",
                "words": { "fr": "Pourquoi", "en": "Why" } } ] }
            """,
        ["practices/table.fr.md"] = "---\nchime: hope\nlicence: CC-BY-4.0\n---\n# La table\n\n## text\n\nUne table.\n\n## duration\n\nUne heure\n",
        ["practices/table.en.md"] = "# The table\n\n## text\n\nA table.\n\n## duration\n\nAn hour\n",
        ["checklist.json"] = """
            { "checklist": [ { "id": "invite", "title": { "fr": "Inviter", "en": "Invite" }, "day": 3 } ] }
            """,
    };
}
