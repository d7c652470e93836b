using System.Globalization;
using Zhongshu.TrainProofing;

switch (args)
{
    case ["count", var corpus, var model, .. var rest]:
        var least = rest.Length > 1 ? rest[1].Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToArray() : [1, 1, 1, 2, 3];
        CountCommand.Run(new CountCommand.Options(corpus, model, Number(rest, 0, 0), least));
        return 0;
    case ["likeness", var unihan, var model]:
        Likenesses.Rewrite(unihan, model);
        return 0;
    case ["wide", var corpus, var model, .. var rest]:
        WideCommand.Run(corpus, model, Number(rest, 0, 40), Number(rest, 1, 12));
        return 0;
    case ["fit", var model, var aside, var tuning, .. var rest]:
        FitCommand.Run(model, aside, tuning, new FitCommand.Options(Number(rest, 0, 4), Number(rest, 1, 6), Number(rest, 2, 3)));
        return 0;
    case ["adopt", var from, var model]:
        ModelFile.Adopt(from, model);
        return 0;
    case ["eval", var pairs, var model, .. var rest]:
        EvalCommand.Run(model, pairs, rest is ["list", ..]);
        return 0;
    case ["limits", var pairs, var model]:
        EvalCommand.Limits(model, pairs);
        return 0;
    case ["whole", var pairs, var model, var rules, .. var rest]:
        WholeCommand.Run(pairs, model, rules, rest is ["list", ..]);
        return 0;
    case ["mishaps", var aside, var model, .. var rest]:
        MishapCommand.Run(model, aside, Number(rest, 0, 5000));
        return 0;
    case ["fast", var text, var rules]:
        FastCommand.Run(text, rules);
        return 0;
    case ["speed", var text, var model]:
        EvalCommand.Speed(model, text);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            count CORPUS MODEL [EVERY [LEAST]]      count the corpus; keep every n-th line aside in MODEL.aside.txt;
                                                    least count of each order, 1,1,1,2,3 if not said
            likeness UNIHAN MODEL                   derive the candidates from the unpacked Unihan tables
            wide CORPUS MODEL [EVERY [MILLIONS]]    fit the wide context on so many million places, without every n-th line
            fit MODEL ASIDE PAIRS [WEIGHT [EPOCHS [FOLDS]]]
                                                    fit the judgement, and try it fold by fold
            adopt FROM MODEL                        take over the candidates and the judgement of another model
            eval PAIRS MODEL [list]                 sentence-level scores; list what was missed or wrongly altered
            limits PAIRS MODEL                      the same by least log-odds of a first and of a further correction
            whole PAIRS MODEL RULES [list]          the same of the whole check, rules and context together
            mishaps ASIDE MODEL [LINES]             characters taken out, doubled and swapped in unseen sentences
            fast TEXT RULES                         CPU time of the fast check, whole and rule by rule
            speed TEXT MODEL                        opening time, characters a second, memory
            """);
        return 2;
}

static int Number(string[] rest, int at, int otherwise) =>
    rest.Length > at ? int.Parse(rest[at], CultureInfo.InvariantCulture) : otherwise;
