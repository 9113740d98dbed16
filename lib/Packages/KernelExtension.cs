using Microsoft.DotNet.Interactive;

namespace CnnCourse.Packages;

/// <summary>Shows the course's values in notebooks of .NET Interactive: the same formatters as in the course's own kernel.</summary>
public sealed class KernelExtension : IKernelExtension
{
    public Task OnLoadAsync(Kernel kernel)
    {
        NotebookExtension.Register();
        return Task.CompletedTask;
    }
}
