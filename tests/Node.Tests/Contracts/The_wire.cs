using Google.Protobuf.Reflection;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Tests.Contracts;

public sealed class The_wire
{
    // Signed bytes outlive every program: a number is never given twice.
    [Fact]
    public void keeps_its_numbers_and_names() =>
        Manifest.Check("tests/Node.Tests/Contracts/protos.txt", Files.OrderBy(f => f.Name, StringComparer.Ordinal).SelectMany(Lines), onlyAdditions: true);

    private static IEnumerable<FileDescriptor> Files =>
        from type in typeof(SignedItem).Assembly.GetTypes()
        where type.Name.EndsWith("Reflection", StringComparison.Ordinal)
        let descriptor = type.GetProperty("Descriptor")?.GetValue(null) as FileDescriptor
        where descriptor is not null
        select descriptor;

    private static IEnumerable<string> Lines(FileDescriptor file) =>
    [
        .. file.MessageTypes.SelectMany(Lines),
        .. file.EnumTypes.SelectMany(Lines),
        .. from service in file.Services
           from method in service.Methods
           select $"{service.FullName}/{method.Name}({method.InputType.Name}) returns ({method.OutputType.Name})",
    ];

    private static IEnumerable<string> Lines(MessageDescriptor message) =>
    [
        $"message {message.FullName}",
        .. message.Fields.InFieldNumberOrder().Select(field => $"{message.FullName} {field.FieldNumber} {field.Name}: {(field.IsRepeated ? "repeated " : "")}{TypeOf(field)}"),
        .. message.NestedTypes.SelectMany(Lines),
        .. message.EnumTypes.SelectMany(Lines),
    ];

    private static IEnumerable<string> Lines(EnumDescriptor values) => values.Values.Select(value => $"{values.FullName} {value.Number} {value.Name}");

    private static string TypeOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        var type => type.ToString(),
    };
}
