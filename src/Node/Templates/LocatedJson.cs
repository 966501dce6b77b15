using System.Text.Json;

namespace RecoveryCoP.Node.Templates;

/// <summary>A value of a JSON file, with the line that it stands on: what the framework's own document does not know.</summary>
/// <param name="Type">What it is: the token that begins it.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record LocatedJson(JsonTokenType Type, int Line)
{
    // A title of a row in a list of an item in a list of the file: nothing in a template is deeper.
    private const int Deepest = 6;

    /// <summary>What a string says; a number as it is written.</summary>
    public string Text { get; init; } = "";

    /// <summary>An object's, in their order.</summary>
    public IReadOnlyDictionary<string, LocatedJson> Members { get; private init; } = new Dictionary<string, LocatedJson>();

    /// <summary>A list's.</summary>
    public IReadOnlyList<LocatedJson> Elements { get; private init; } = [];

    /// <summary>The value of a file; null, with the fault, for what is no JSON.</summary>
    public static LocatedJson? Of(string file, string text, ICollection<TemplateFault> faults)
    {
        var reading = new Reading(file, System.Text.Encoding.UTF8.GetBytes(text), faults);
        try
        {
            return reading.All();
        }
        catch (JsonException failure)
        {
            faults.Add(new(file, 1 + (int)(failure.LineNumber ?? 0), Refusal.Of("template.json")));
            return null;
        }
    }

    private sealed class Reading(string file, byte[] text, ICollection<TemplateFault> faults)
    {
        private int line = 1;
        private int counted;

        public LocatedJson All()
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow });
            Next(ref reader);
            var value = Value(ref reader, 1);
            // A second value after the first is refused by the reader itself.
            Next(ref reader);
            return value;
        }

        private LocatedJson Value(ref Utf8JsonReader reader, int depth)
        {
            var at = Line(reader);
            if (depth > Deepest && reader.TokenType is (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                faults.Add(new(file, at, Refusal.Of("template.deep")));
                reader.Skip();
                return new(JsonTokenType.Null, at);
            }

            return reader.TokenType switch
            {
                JsonTokenType.StartObject => new(JsonTokenType.StartObject, at) { Members = MembersOf(ref reader, depth) },
                JsonTokenType.StartArray => new(JsonTokenType.StartArray, at) { Elements = ElementsOf(ref reader, depth) },
                JsonTokenType.String => new(JsonTokenType.String, at) { Text = TextOf(reader) },
                var other => new(other, at) { Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan) },
            };
        }

        private Dictionary<string, LocatedJson> MembersOf(ref Utf8JsonReader reader, int depth)
        {
            var members = new Dictionary<string, LocatedJson>();
            while (Next(ref reader) != JsonTokenType.EndObject)
            {
                var (name, at) = (TextOf(reader), Line(reader));
                Next(ref reader);
                if (!members.TryAdd(name, Value(ref reader, depth + 1)))
                {
                    faults.Add(new(file, at, Refusal.Of("template.key-twice", "", name)));
                }
            }

            return members;
        }

        private List<LocatedJson> ElementsOf(ref Utf8JsonReader reader, int depth)
        {
            var elements = new List<LocatedJson>();
            while (Next(ref reader) != JsonTokenType.EndArray)
            {
                elements.Add(Value(ref reader, depth + 1));
            }

            return elements;
        }

        // Other readers stop at a comment, or take what it says for said.
        private JsonTokenType Next(ref Utf8JsonReader reader)
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.Comment)
                {
                    return reader.TokenType;
                }

                faults.Add(new(file, Line(reader), Refusal.Of("template.comment")));
            }

            return JsonTokenType.None;
        }

        private string TextOf(in Utf8JsonReader reader)
        {
            try
            {
                var said = reader.GetString()!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
                if (!TemplateText.HasUnseen(said))
                {
                    return said;
                }

                faults.Add(new(file, Line(reader), Refusal.Of("template.unseen-sign")));
            }
            catch (InvalidOperationException)
            {
                // Half of a letter, written as \ud83d alone.
                faults.Add(new(file, Line(reader), Refusal.Of("template.encoding")));
            }

            return "";
        }

        private int Line(in Utf8JsonReader reader)
        {
            var start = (int)reader.TokenStartIndex;
            line += text.AsSpan(counted, Math.Max(0, start - counted)).Count((byte)'\n');
            counted = Math.Max(counted, start);
            return line;
        }
    }
}
