using CnnCourse.Torch;

namespace TorchSharp;

/// <summary>While it lives, a backward pass that makes a NaN says which operation did.</summary>
public class AnomalyMode : IDisposable
{
    private readonly (bool Enabled, bool CheckNaN) before = (IsEnabled, ShouldCheckNaN);

    public AnomalyMode(bool enabled, bool check_nan = true) => Set(enabled, check_nan);

    public static bool IsEnabled => Shim.ct_anomaly() != 0;
    public static bool ShouldCheckNaN => Shim.ct_anomaly() == 2;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Set(before.Enabled, before.CheckNaN);
    }

    private static void Set(bool enabled, bool checkNaN) => Shim.ct_set_anomaly(enabled ? 1 : 0, checkNaN ? 1 : 0);
}
