using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module that trains nothing, so that moving it costs nothing.</summary>
public interface IParameterLessModule
{
}

public abstract class ParameterLessModule<T1, TResult>(string name) : nn.Module<T1, TResult>(name), IParameterLessModule
{
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse("a buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse("a parameter");
    public override void register_module(string name, nn.Module submodule) => base.register_module(name, ParameterLess.Check(submodule));
}

public abstract class ParameterLessModule<T1, T2, TResult>(string name) : nn.Module<T1, T2, TResult>(name), IParameterLessModule
{
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse("a buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse("a parameter");
    public override void register_module(string name, nn.Module submodule) => base.register_module(name, ParameterLess.Check(submodule));
}

public abstract class ParameterLessModule<T1, T2, T3, TResult>(string name) : nn.Module<T1, T2, T3, TResult>(name), IParameterLessModule
{
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse("a buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse("a parameter");
    public override void register_module(string name, nn.Module submodule) => base.register_module(name, ParameterLess.Check(submodule));
}

public abstract class ParameterLessModule<T1, T2, T3, T4, TResult>(string name) : nn.Module<T1, T2, T3, T4, TResult>(name), IParameterLessModule
{
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse("a buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse("a parameter");
    public override void register_module(string name, nn.Module submodule) => base.register_module(name, ParameterLess.Check(submodule));
}

public abstract class ParameterLessModule<T1, T2, T3, T4, T5, TResult>(string name) : nn.Module<T1, T2, T3, T4, T5, TResult>(name), IParameterLessModule
{
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse("a buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse("a parameter");
    public override void register_module(string name, nn.Module submodule) => base.register_module(name, ParameterLess.Check(submodule));
}

public abstract class ParameterLessModule<T1, T2, T3, T4, T5, T6, TResult>(string name) : nn.Module<T1, T2, T3, T4, T5, T6, TResult>(name), IParameterLessModule
{
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse("a buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse("a parameter");
    public override void register_module(string name, nn.Module submodule) => base.register_module(name, ParameterLess.Check(submodule));
}

internal static class ParameterLess
{
    internal static InvalidOperationException Refuse(string what) =>
        new($"Cannot register {what} on a module that is declared 'parameter-less.'");

    internal static nn.Module Check(nn.Module module) => module is null or IParameterLessModule
        ? module!
        : throw new InvalidOperationException("Submodules of a parameter-less module must also be parameter-less.");
}
