using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace RecoveryCoP.Chapter.Tests.Contracts;

/// <summary>Within one silo an immutable argument is handed over as it is, so nothing else shows what the serializer would lose.</summary>
public sealed class An_operation : IDisposable
{
    private static readonly JsonSerializerOptions _whatIsHeld = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepWhatIsHeld } } };

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer(builder => builder.AddAssembly(typeof(ChapterNode).Assembly)).BuildServiceProvider();

    public static TheoryData<string> All => [.. Operations.All.Select(operation => operation.Name)];

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void arrives_from_another_silo_as_it_was_sent(string name)
    {
        var serializer = _services.GetRequiredService<Serializer>();
        var sent = new Filling().Of(Operations.All.Single(operation => operation.Name == name));

        var arrived = serializer.Deserialize<object>(serializer.SerializeToArray(sent));

        Assert.IsType(sent.GetType(), arrived);
        Assert.Equal(Told(sent), Told(arrived));
    }

    private static string Told(object operation) => JsonSerializer.Serialize(operation, operation.GetType(), _whatIsHeld);

    // What is worked out from the rest is no part of what travels.
    private static void KeepWhatIsHeld(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AttributeProvider is PropertyInfo held && !IsHeld(held)).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private static bool IsHeld(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    /// <summary>Fills every property with a value that no other has and that is no default.</summary>
    private sealed class Filling
    {
        private int _last;

        public object Of(Type type)
        {
            var number = ++_last;
            return Nullable.GetUnderlyingType(type) is { } value ? Of(value)
                : type == typeof(string) ? $"text {number}"
                : type == typeof(int) ? number
                : type == typeof(long) ? (long)number
                : type == typeof(bool) ? true
                : type == typeof(Guid) ? new Guid(number, 0, 0, new byte[8])
                : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch.AddHours(number)
                : type == typeof(DateTime) ? new DateTime(2026, 1, 1).AddHours(number)
                : type == typeof(DateOnly) ? new DateOnly(2026, 1, 1).AddDays(number)
                : type == typeof(byte) ? (byte)number
                : type.IsEnum ? Enum.GetValues(type).Cast<object>().Last()
                : type.IsArray ? Two(type.GetElementType()!)
                : type.IsGenericType && type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType()) ? Two(type.GetGenericArguments()[0])
                : type == typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>) ? new Dictionary<string, IReadOnlyList<string>> { ["one"] = [$"text {number}"] }
                : Made(type);
        }

        private object Made(Type type)
        {
            var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new InvalidOperationException($"Say how {type} is filled.");
            var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]);
            foreach (var property in type.GetProperties().Where(p => p.CanWrite && p.Name != "Unknown" && constructor.GetParameters().All(c => c.Name != p.Name)))
            {
                property.SetValue(made, Of(property.PropertyType));
            }

            return made;
        }

        private Array Two(Type element)
        {
            var items = Array.CreateInstance(element, 2);
            items.SetValue(Of(element), 0);
            items.SetValue(Of(element), 1);
            return items;
        }
    }
}
