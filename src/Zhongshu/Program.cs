using Zhongshu.CommandLine;

return await Entry.RunAsync(args);
