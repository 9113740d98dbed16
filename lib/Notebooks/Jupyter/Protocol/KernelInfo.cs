namespace CnnCourse.Notebooks.Protocol;

internal sealed record KernelInfoReply(
    string ProtocolVersion,
    string Implementation,
    string ImplementationVersion,
    LanguageInfo LanguageInfo,
    string Banner,
    IReadOnlyList<HelpLink> HelpLinks,
    bool Debugger = false,
    string Status = "ok");

internal sealed record LanguageInfo(string Name, string Version, string Mimetype, string FileExtension, string PygmentsLexer, string CodemirrorMode, string NbconvertExporter = "");

internal sealed record HelpLink(string Text, string Url);
