using Microsoft.AspNetCore.Components;

namespace RecoveryCoP.Node.Web;

/// <summary>
/// Makes components by their constructor without parameters, which all of ours and of the framework's have. The framework's own activator compiles a
/// factory for each kind of component: the first page after a start waited for two dozen of them.
/// </summary>
internal sealed class PlainActivator : IComponentActivator
{
    public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
}
