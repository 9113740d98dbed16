using System.Text.Json;
using System.Text.Json.Serialization;
using CnnCourse.Notebooks.Transport;

namespace CnnCourse.Notebooks.Protocol;

/// <summary>How messages become JSON: snake case, missing fields refused unless they have a default.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ConnectionInfo))]
[JsonSerializable(typeof(Header))]
[JsonSerializable(typeof(KernelInfoReply))]
[JsonSerializable(typeof(ExecuteRequest))]
[JsonSerializable(typeof(ExecuteInput))]
[JsonSerializable(typeof(ExecuteResult))]
[JsonSerializable(typeof(ExecuteReply))]
[JsonSerializable(typeof(ExecuteError))]
[JsonSerializable(typeof(ExecuteAborted))]
[JsonSerializable(typeof(DisplayData))]
[JsonSerializable(typeof(ClearOutput))]
[JsonSerializable(typeof(StreamText))]
[JsonSerializable(typeof(ErrorShown))]
[JsonSerializable(typeof(KernelStatus))]
[JsonSerializable(typeof(CompleteRequest))]
[JsonSerializable(typeof(CompleteReply))]
[JsonSerializable(typeof(InspectRequest))]
[JsonSerializable(typeof(InspectReply))]
[JsonSerializable(typeof(IsCompleteRequest))]
[JsonSerializable(typeof(IsCompleteReply))]
[JsonSerializable(typeof(HistoryRequest))]
[JsonSerializable(typeof(HistoryReply))]
[JsonSerializable(typeof(CommOpen))]
[JsonSerializable(typeof(CommMsg))]
[JsonSerializable(typeof(CommClose))]
[JsonSerializable(typeof(CommInfoRequest))]
[JsonSerializable(typeof(CommInfoReply))]
[JsonSerializable(typeof(Welcome))]
[JsonSerializable(typeof(InterruptReply))]
[JsonSerializable(typeof(ShutdownRequest))]
[JsonSerializable(typeof(ShutdownReply))]
[JsonSerializable(typeof(RequestFailed))]
[JsonSerializable(typeof(InputRequest))]
[JsonSerializable(typeof(InputReply))]
internal sealed partial class Wire : JsonSerializerContext;
