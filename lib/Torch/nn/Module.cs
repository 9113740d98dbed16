using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: parameters, buffers and further modules, each under a name.</summary>
        public partial class Module : IDisposable
        {
            private static readonly ConcurrentDictionary<Type, (string Name, FieldInfo Field)[]> componentFields = new();

            protected OrderedDict<string, Module> _internal_submodules = [];
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = [];
            protected OrderedDict<string, Parameter> _internal_params = [];
            protected string? name;

            private bool isTraining = true;
            private bool areComponentsRegistered;
            private bool disposed;

            protected Module(string name) => this.name = name;

            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            public virtual bool training => isTraining;

            public virtual void train(bool train = true)
            {
                isTraining = train;
                foreach (var (_, child) in named_children()) child.train(train);
            }

            public virtual void eval() => train(false);

            /// <summary>Applies a function to every submodule, then to this module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children()) child.apply(fn);
                fn(this);
                return this;
            }

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var grad = parameter.grad;
                    if (grad is null) continue;
                    if (set_to_none) parameter.grad = null;
                    else CnnCourse.Torch.InPlace.zero.Run(grad);
                }
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), "A null tensor cannot be registered as a buffer.");
                if (!_internal_buffers.ContainsKey(name)) _internal_buffers.Add(name, (tensor.DetachFromDisposeScope(), persistent));
                else throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(nameof(param), "A null tensor cannot be registered as a parameter.");
                if (!_internal_params.ContainsKey(name)) _internal_params.Add(name, param.DetachFromDisposeScope());
                else throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            public void add_module(string name, Module module) => register_module(name, module);

            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name)) throw new ArgumentException("module name can't be empty string \"\"");
                if (name.Contains('.', StringComparison.Ordinal)) throw new ArgumentException($"module name can't contain \".\", got: {name}");
                if (_internal_submodules.ContainsKey(name)) throw new InvalidOperationException($"Sub-module {name} is already registered.");
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            /// <summary>Registers the modules, parameters and tensors held in fields, under the fields' names.</summary>
            protected virtual void RegisterComponents()
            {
                if (areComponentsRegistered) return;
                foreach (var (component, field) in componentFields.GetOrAdd(GetType(), FieldsOf))
                {
                    if (_internal_submodules.ContainsKey(component) || _internal_params.ContainsKey(component)
                        || _internal_buffers.ContainsKey(component)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(component, module); break;
                        case Parameter parameter: register_parameter(component, parameter); break;
                        case Tensor tensor: register_buffer(component, tensor); break;
                    }
                }
                areComponentsRegistered = true;
            }

            // Properties of the library's own modules register what they hold when they are set (Hold below).
            private static (string, FieldInfo)[] FieldsOf(Type type)
            {
                var seen = new Dictionary<string, FieldInfo>();
                for (var t = type; t is not null && t != typeof(Module); t = t.BaseType)
                    foreach (var field in t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                        if (!field.FieldType.IsValueType && !(t.Assembly == typeof(Module).Assembly && field.Name[0] == '<'))
                            seen.TryAdd(field.Name, field);
                return seen.Values.Select(f => (f.ComponentName(), f)).ToArray();
            }

            protected void ConditionallyRegisterParameter(string name, Tensor? value) => ConditionallyRegisterParameter(name, value as Parameter);

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null) _internal_params.Remove(name);
                else _internal_params[name] = value;
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null) _internal_buffers.Remove(name);
                else _internal_buffers[name] = (value, persistent);
            }

            /// <summary>Sets a property's parameter: what was there is disposed, the new one belongs to the module.</summary>
            private protected void Hold(ref Parameter? place, Parameter? value, [CallerMemberName] string property = "")
            {
                if (ReferenceEquals(place, value)) return;
                place?.Dispose();
                place = value?.DetachFromDisposeScope();
                ConditionallyRegisterParameter(property, place);
            }

            private protected void HoldBuffer(ref Tensor? place, Tensor? value, [CallerMemberName] string property = "")
            {
                if (ReferenceEquals(place, value)) return;
                place?.Dispose();
                place = value?.DetachFromDisposeScope();
                ConditionallyRegisterBuffer(property, place);
            }

            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());

            protected void ClearModules() => _internal_submodules.Clear();

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || disposed) return;
                disposed = true;
                foreach (var (_, child) in named_children()) child.Dispose();
                foreach (var (_, parameter) in _internal_params) parameter.Dispose();
                foreach (var (_, buffer) in _internal_buffers) buffer.Item1.Dispose();
            }
        }
    }
}
