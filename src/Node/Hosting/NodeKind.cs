
namespace RecoveryCoP.Node.Hosting;

/// <summary>What tells one program from another: a chapter or a hub.</summary>
public sealed record NodeKind
{
    /// <summary><c>chapter</c> or <c>hub</c>: names the data folder and the program in messages.</summary>
    public required string Code { get; init; }

    /// <summary>What it is, for the console.</summary>
    public required Text Name { get; init; }

    /// <summary>The title of the page that founds it.</summary>
    public required Text FoundIt { get; init; }

    /// <summary>The button by which people leave it.</summary>
    public required Text LeaveIt { get; init; }

    /// <summary>What stays when somebody leaves and has everything erased.</summary>
    public Text ErasedStays { get; init; } = new(
        "Ce que ce serveur garde de ce que vous y avez fait reste, sans votre nom. Ce que d’autres ont écrit reste aussi, même si votre nom y est\u00a0: demandez à la personne responsable de la vie privée de l’enlever. Ce qui vous concerne reste dans les sauvegardes chiffrées de ce serveur six mois au plus, sauf dans la dernière, gardée jusqu’à la suivante; rétablir une sauvegarde ne vous fait pas revenir.",
        "What this server keeps of what you did here stays, without your name. What others wrote stays too, even where your name is in it: ask the person in charge of privacy to take it out. Encrypted backups still contain you for six months at most; restoring one does not bring you back.");

    /// <summary>The roles people can hold, in the order they are shown.</summary>
    public required IReadOnlyList<RoleDefinition> Roles { get; init; }

    /// <summary>The role of the first person, who founds the node.</summary>
    public required string FirstRole { get; init; }

    /// <summary>Codes of the roles whose holders change what it says of itself.</summary>
    public IReadOnlyList<string> ProfileKeepers { get; init; } = [];

    /// <summary>The title of the page where they do.</summary>
    public Text ProfileTitle { get; init; } = new("Qui nous sommes", "Who we are");

    /// <summary>Who sees the names of its people, for the privacy page.</summary>
    public Text NamesSeenBy { get; init; } = new("Vous et les personnes qui gèrent les accès", "You and those who manage access");

    /// <summary>True keeps the node's name out of tab titles and history: membership of a chapter is nobody's business, a hub is public.</summary>
    public required bool Discreet { get; init; }

    /// <summary>Where pages listen unless <c>Node:Listen</c> says otherwise.</summary>
    public required string DefaultListen { get; init; }

    /// <summary>Where gRPC listens unless <c>Node:GrpcListen</c> says otherwise; null for a program that only calls.</summary>
    public string? DefaultGrpcListen { get; init; }
}
