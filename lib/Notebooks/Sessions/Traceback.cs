using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CnnCourse.Notebooks;

/// <summary>An exception's trace as the author of the cells sees it: their lines with source, library calls by name, no plumbing.</summary>
internal sealed partial class Traceback(IReadOnlyDictionary<string, string> cells)
{
    private const int Most = 10;
    private static readonly string[] Plumbing =
        ["System.Runtime.CompilerServices.", "System.Threading.ExecutionContext", "System.Threading.Tasks.Task.", "System.Runtime.ExceptionServices."];

    private sealed record Frame(string Method, string File, int Line, bool IsCell);

    public CellError Describe(Exception thrown, string cell)
    {
        var cause = Unwrap(thrown);
        var frames = Frames(cause).ToArray();
        var top = frames.FirstOrDefault(frame => frame.IsCell);
        List<string> lines = [$"{cause.GetType().FullName}: {cause.Message}"];
        for (var inner = cause.InnerException; inner is not null; inner = inner.InnerException)
            lines.Add($"  because {inner.GetType().FullName}: {inner.Message}");
        lines.AddRange(frames.Length <= 2 * Most ? frames.Select(Show)
            : [.. frames.Take(Most).Select(Show), $"   ... {frames.Length - 2 * Most} more calls ...", .. frames.TakeLast(Most).Select(Show)]);
        return new CellError(cause.GetType().Name, cause.Message, top?.File ?? cell, top?.Line ?? 0, 0,
            top is null ? "" : SourceAt(top.File, top.Line), lines)
        { Exception = cause };
    }

    private static Exception Unwrap(Exception thrown) => thrown switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => thrown,
    };

    private IEnumerable<Frame> Frames(Exception thrown)
    {
        var frames = new StackTrace(thrown, fNeedFileInfo: true).GetFrames()
            .Where(frame => frame.GetMethod() is not null)
            .Select(ToFrame)
            .ToList();
        var last = frames.FindLastIndex(frame => frame.IsCell);
        return frames.Take(last + 1).Where(frame => frame.IsCell || !Plumbing.Any(one => frame.Method.StartsWith(one, StringComparison.Ordinal)));
    }

    private Frame ToFrame(StackFrame frame)
    {
        var method = frame.GetMethod()!;
        var file = frame.GetFileName() ?? "";
        var isCell = cells.ContainsKey(file) || method.DeclaringType?.Assembly.IsCollectible == true && file.EndsWith(".csx", StringComparison.Ordinal);
        return new Frame(Name(method, isCell), file, frame.GetFileLineNumber(), isCell);
    }

    private string Show(Frame frame)
    {
        if (!frame.IsCell)
            return $"   at {frame.Method}";
        return $"   at {(frame.Method.Length > 0 ? frame.Method + " in " : "")}{frame.File}, line {frame.Line}\n"
            + $"  {frame.Line} | {SourceAt(frame.File, frame.Line)}";
    }

    private string SourceAt(string file, int line)
    {
        var text = cells.TryGetValue(file, out var code) ? code : File.Exists(file) ? File.ReadAllText(file) : "";
        return text.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r') ?? "";
    }

    /// <summary>Local functions, lambdas and async methods under the name they have in the source; empty for a cell's own top level.</summary>
    private static string Name(MethodBase method, bool isCell)
    {
        var type = method.DeclaringType;
        var local = LocalFunction().Match(method.Name);
        var name = local.Success ? local.Groups[1].Value : method.Name;
        for (; type is not null && type.Name.StartsWith('<'); type = type.DeclaringType)
            if (StateMachine().Match(type.Name) is { Success: true } machine && name == "MoveNext")
                name = LocalFunction().Match(machine.Groups[1].Value) is { Success: true } nested ? nested.Groups[1].Value : machine.Groups[1].Value;
        if (Lambda().Match(name) is { Success: true } lambda)
            name = $"lambda in {lambda.Groups[1].Value}";
        if (isCell)
            name = name.Replace("lambda in <Initialize>", "lambda", StringComparison.Ordinal);
        if (name is "<Initialize>" or "<Factory>")
            return "";
        var owner = type is null || isCell && CellClass().IsMatch(type.Name) ? "" : (isCell ? type.Name : type.FullName) + ".";
        var parameters = string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name));
        return name.StartsWith("lambda", StringComparison.Ordinal) ? name : $"{owner}{name}({parameters})";
    }

    [GeneratedRegex(@"^<.*>g__(\w+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<(.+)>d(?:__\d+)?$")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"^<(.+)>b__")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"^Cell\d+$")]
    private static partial Regex CellClass();
}
