return await RecoveryCoP.SampleChapters.SamplesFeature.Program.Run(args);
