namespace CnnCourse;

/// <summary>A device that does not exist or cannot be used here.</summary>
public sealed class DeviceException(string message) : ArgumentException(message);
