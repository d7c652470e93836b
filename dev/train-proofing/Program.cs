using Zhongshu.TrainProofing;

if (args is ["count", var corpus, var output, ..])
{
    var every = args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 0;
    var least = args.Length > 4 ? args[4].Split(',').Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).ToArray() : [1, 1, 1, 2, 2];
    CountCommand.Run(new CountCommand.Options(corpus, output, every, least));
    return 0;
}

if (args is ["likeness", var unihan, var target]) { Likenesses.Rewrite(unihan, target); return 0; }
if (args is ["fit", var fitted, var aside, var tuning, ..])
{
    var weight = args.Length > 4 ? float.Parse(args[4], System.Globalization.CultureInfo.InvariantCulture) : 2f;
    var epochs = args.Length > 5 ? int.Parse(args[5], System.Globalization.CultureInfo.InvariantCulture) : 8;
    FitCommand.Run(fitted, aside, tuning, weight, epochs);
    return 0;
}

if (args is ["eval", var model, var pairs, ..]) { EvalCommand.Run(model, pairs, args.Length > 3); return 0; }
if (args is ["speed", var timed, var text]) { EvalCommand.Speed(timed, text); return 0; }

Console.Error.WriteLine("train-proofing count CORPUS UNIHAN-FOLDER MODEL [EVERY [LEAST]]");
return 2;
