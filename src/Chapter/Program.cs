using RecoveryCoP.Chapter;
using RecoveryCoP.Node;

return await new NodeProgram(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly).Run(args);
