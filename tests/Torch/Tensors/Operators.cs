using System.Reflection;

namespace CnnCourse.Torch.Tests.Tensors;

public sealed class Operators
{
    [Fact]
    public void Every_operator_of_the_tables_exists_in_this_libtorch()
    {
        var missing = new List<string>();
        foreach (var field in typeof(Aten).GetFields(BindingFlags.Static | BindingFlags.NonPublic))
        {
            if (field.GetValue(null) is not Operator op) continue;
            try
            {
                _ = op.Schema;
            }
            catch (TorchException)
            {
                missing.Add(field.Name);
            }
        }
        Assert.Empty(missing);
    }
}
