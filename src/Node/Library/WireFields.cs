using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Library;

/// <summary>Fields of forms as fields of the wire's messages, by their names: texts, codes, lists of codes, and enums, whose code is the value's name.</summary>
public static class WireFields
{
    private static readonly ConcurrentDictionary<(MessageDescriptor, string), FieldDescriptor> descriptors = [];

    /// <summary>The text of a message's field.</summary>
    public static string Text(IMessage message, FormField field) => (string)Of(message, field).Accessor.GetValue(message);

    /// <summary>The codes in a message's field; none when nothing was chosen.</summary>
    public static IReadOnlyList<string> Codes(IMessage message, FormField field)
    {
        var descriptor = Of(message, field);
        return descriptor.Accessor.GetValue(message) switch
        {
            IList many => [.. many.Cast<string>()],
            string { Length: > 0 } one => [one],
            Enum value when Convert.ToInt32(value, null) != 0 => [JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())],
            _ => [],
        };
    }

    /// <summary>Puts a text or codes into a message's field.</summary>
    public static void Put(IMessage message, FormField field, IReadOnlyList<string> values)
    {
        var descriptor = Of(message, field);
        if (descriptor.IsRepeated)
        {
            var list = (IList)descriptor.Accessor.GetValue(message);
            foreach (var value in values)
            {
                list.Add(value);
            }
        }
        else if (values is [var one, ..])
        {
            descriptor.Accessor.SetValue(message, descriptor.FieldType == FieldType.Enum ? EnumOf(message, field, one) : one);
        }
    }

    private static object EnumOf(IMessage message, FormField field, string code)
    {
        var type = message.GetType().GetProperty(field.Name)!.PropertyType;
        return Enum.GetValues(type).Cast<object>().Single(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!) == code);
    }

    private static FieldDescriptor Of(IMessage message, FormField field) =>
        descriptors.GetOrAdd((message.Descriptor, field.Name), key => key.Item1.Fields.InDeclarationOrder().Single(f => f.PropertyName == key.Item2));
}
