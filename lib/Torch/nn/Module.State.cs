using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var child in _internal_submodules) yield return child;
            }

            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>Every module below this one, children before their own children.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children()) yield return child;
                foreach (var (childName, child) in named_children())
                    foreach (var (name, module) in child.named_modules()) yield return ($"{childName}.{name}", module);
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (name, parameter) in _internal_params)
                    if (!parameter.IsInvalid && seen.Add(parameter.Handle)) yield return (name, parameter);
                if (!recurse) yield break;
                foreach (var (childName, child) in named_children())
                    foreach (var (name, parameter) in child.named_parameters())
                        if (seen.Add(parameter.Handle)) yield return ($"{childName}.{name}", parameter);
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(entry => entry.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (name, (buffer, persistent)) in _internal_buffers)
                    if (!buffer.IsInvalid && (persistent || include_nonpersistent) && seen.Add(buffer.Handle)) yield return (name, buffer);
                if (!recurse) yield break;
                foreach (var (childName, child) in named_children())
                    foreach (var (name, buffer) in child.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer.Handle)) yield return ($"{childName}.{name}", buffer);
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual Tensor? get_buffer(string target)
            {
                if (_internal_buffers.TryGetValue(target, out var buffer)) return buffer.Item1;
                return Descend(target) is var (child, rest) ? child.get_buffer(rest) : null;
            }

            public virtual Parameter? get_parameter(string target)
            {
                if (_internal_params.TryGetValue(target, out var parameter)) return parameter;
                return Descend(target) is var (child, rest) ? child.get_parameter(rest) : null;
            }

            private (Module Child, string Remainder)? Descend(string target)
            {
                foreach (var (name, child) in named_children())
                    if (target.StartsWith(name + ".", StringComparison.Ordinal)) return (child, target[(name.Length + 1)..]);
                return null;
            }

            /// <summary>Parameters and persistent buffers by name, module by module, in PyTorch's order.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
                foreach (var (name, parameter) in named_parameters(recurse: false)) destination.TryAdd(Key(name), parameter);
                foreach (var (name, buffer) in named_buffers(recurse: false, include_nonpersistent: false)) destination.TryAdd(Key(name), buffer);
                foreach (var (name, child) in named_children()) child.state_dict(destination, Key(name));
                return destination;
            }

            /// <exception cref="InvalidOperationException">Keys are missing or left over and <paramref name="strict"/> is set, or a shape differs.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source,
                bool strict = true, IList<string>? skip = null)
            {
                var destination = state_dict();
                var skipped = new HashSet<string>(skip ?? []);
                var unexpected = source.Keys.Where(key => !skipped.Contains(key) && !destination.ContainsKey(key)).ToList();
                var missing = destination.Keys.Where(key => !skipped.Contains(key) && !source.ContainsKey(key)).ToList();
                var shared = source.Keys.Where(key => !skipped.Contains(key) && destination.ContainsKey(key)).ToList();

                var problems = shared.Where(key => !source[key].shape.AsSpan().SequenceEqual(destination[key].shape))
                    .Select(key => $"{key} is [{string.Join(", ", source[key].shape)}] in the file and [{string.Join(", ", destination[key].shape)}] in the module").ToList();
                if (strict && missing.Count > 0) problems.Add("missing: " + string.Join(", ", missing));
                if (strict && unexpected.Count > 0) problems.Add("unexpected: " + string.Join(", ", unexpected));
                if (problems.Count > 0)
                    throw new InvalidOperationException($"The loaded state_dict is not identical to the target dictionary of {GetName()}. {string.Join("; ", problems)}.");

                using var guard = no_grad();
                foreach (var key in shared) CnnCourse.Torch.InPlace.copy.Run(destination[key], source[key]);
                return (missing, unexpected);
            }
        }
    }
}
