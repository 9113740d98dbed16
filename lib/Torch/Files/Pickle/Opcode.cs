namespace CnnCourse.Torch;

/// <summary>The opcodes of Python's pickle machine that data needs, protocols 2 to 5.</summary>
internal enum Opcode : byte
{
    Mark = (byte)'(', Stop = (byte)'.', Pop = (byte)'0', PopMark = (byte)'1', Dup = (byte)'2',
    None = (byte)'N', NewTrue = 0x88, NewFalse = 0x89,
    BinInt = (byte)'J', BinInt1 = (byte)'K', BinInt2 = (byte)'M', Long1 = 0x8a, Long4 = 0x8b, BinFloat = (byte)'G',
    BinString = (byte)'T', ShortBinString = (byte)'U', BinUnicode = (byte)'X', ShortBinUnicode = 0x8c, BinUnicode8 = 0x8d,
    BinBytes = (byte)'B', ShortBinBytes = (byte)'C', BinBytes8 = 0x8e,
    EmptyList = (byte)']', Append = (byte)'a', Appends = (byte)'e', List = (byte)'l',
    EmptyDict = (byte)'}', SetItem = (byte)'s', SetItems = (byte)'u', Dict = (byte)'d',
    EmptyTuple = (byte)')', Tuple = (byte)'t', Tuple1 = 0x85, Tuple2 = 0x86, Tuple3 = 0x87,
    EmptySet = 0x8f, AddItems = 0x90, FrozenSet = 0x91,
    BinGet = (byte)'h', LongBinGet = (byte)'j', BinPut = (byte)'q', LongBinPut = (byte)'r', Memoize = 0x94,
    Global = (byte)'c', StackGlobal = 0x93, Reduce = (byte)'R', Build = (byte)'b', NewObj = 0x81, BinPersId = (byte)'Q',
    Proto = 0x80, Frame = 0x95,
}
