using RecoveryCoP.Hub;
using RecoveryCoP.Node;

return await new NodeProgram(HubNode.Kind, HubNode.AddFeatures, typeof(HubNode).Assembly).Run(args);
