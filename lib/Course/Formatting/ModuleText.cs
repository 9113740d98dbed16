using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>A network in words: its tree of modules with their parameters.</summary>
public static class ModuleText
{
    /// <summary>The text that a notebook shows.</summary>
    public static string Of(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var text = new StringBuilder();
        Append(text, module, "", module.GetName());
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, nn.Module module, string indent, string name)
    {
        var count = module.parameters().Sum(p => p.numel());
        var type = module.GetType().Name;
        text.Append(CultureInfo.InvariantCulture, $"{indent}{name}{(type == name ? "" : $": {type}")}{(count == 0 ? "" : $", {count:N0} parameters")}");
        var own = module.named_parameters(recurse: false).Select(p => $"{p.name} {string.Join('×', p.parameter.shape)}");
        if (!module.children().Any() && own.Any()) text.Append(" (").AppendJoin(", ", own).Append(')');
        text.Append('\n');
        foreach (var (child, part) in module.named_children()) Append(text, part, indent + "  ", child);
    }
}
