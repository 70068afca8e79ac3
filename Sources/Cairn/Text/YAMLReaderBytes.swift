/// A file's bytes before anything is parsed: its size, its encoding, and characters that no text may hold.
struct YAMLByteCheck {
  private(set) var problems: [Diagnostic] = []
  /// Past a byte order mark.
  private(set) var textStart = 0
  /// Every character is one byte and every line ends in a line feed: libyaml's character counts are offsets.
  private(set) var isSimple = true

  private static let shown = 10

  init(_ source: SourceText) {
    let bytes = source.bytes
    let whole = SourceRange(source, 0, 0)
    if bytes.count > YAMLReader.Limit.fileBytes {
      problems = [Self.tooLarge(bytes.count, at: whole)]
    } else if Self.looksLikeUTF16(bytes) {
      problems = [.error(.notUTF8, "the file is in UTF-16; rulebooks are read as UTF-8", at: whole, help: "save the file as UTF-8")]
    } else {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { textStart = 3 }
      isSimple = bytes.withUnsafeBufferPointer { Self.isPlainASCII($0) }
      if !isSimple { checkCharacters(source) }
      if problems.isEmpty { checkBeginning(source) }
    }
  }

  /// Only printable ASCII, tabs and line feeds: what nearly every file is, found at the speed of memory.
  private static func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without a branch, so that many bytes are looked at together.
    var odd: UInt8 = 0
    for byte in bytes {
      let isUnseen: UInt8 = byte &- 0x20 < 0x5F ? 0 : 1
      let isNoBreak: UInt8 = byte == 0x0A ? 0 : 1
      let isNoTab: UInt8 = byte == 0x09 ? 0 : 1
      odd |= isUnseen & isNoBreak & isNoTab
    }
    return odd == 0
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F || byte == 0x0A || byte == 0x09 }

  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    if (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) { return true }
    guard bytes.count >= 4, (bytes[0] == 0) != (bytes[1] == 0) else { return false }
    return (bytes[0] == 0) == (bytes[2] == 0) && (bytes[1] == 0) == (bytes[3] == 0)
  }

  private static func tooLarge(_ count: Int, at whole: SourceRange) -> Diagnostic {
    let tenths = (count * 10 + YAMLReader.Limit.fileBytes - 1) / YAMLReader.Limit.fileBytes
    return .error(
      .tooLarge, "the file has \(tenths / 10).\(tenths % 10) MiB; a file may have 1 MiB", at: whole, help: "share it out over several files"
    )
  }

  static func empty(_ source: SourceText) -> Diagnostic {
    let comments = source.bytes.contains(0x23)
    return .error(
      .emptyFile, comments ? "the file holds only comments" : "the file is empty", at: SourceRange(source, 0, 0),
      help: "write something in it, or take the file away")
  }

  private mutating func checkBeginning(_ source: SourceText) {
    let lines = YAMLLines(source.bytes)
    guard let start = lines.firstContent(from: textStart) else {
      problems = [Self.empty(source)]
      return
    }
    guard lines.byte(start) == 0x25, lines.lineStart(start) == start || start == textStart else { return }
    problems = [
      .error(
        .unsupportedYAML, "directives (`\(lines.excerpt(start..<lines.lineEnd(start)))`) are not read",
        at: SourceRange(source, start, lines.lineEnd(start)), help: "take the line away; the file is read without it")
    ]
  }

  private mutating func checkCharacters(_ source: SourceText) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var at = textStart
      while problems.count < Self.shown {
        while at < bytes.count, Self.isPlain(bytes[at]) { at += 1 }
        guard at < bytes.count else { return }
        guard let character = YAMLCharacter(bytes, at) else {
          problems.append(Self.notUTF8(source, at, bytes[at]))
          return
        }
        if let fault = character.fault(after: at > textStart ? bytes[at - 1] : 0x0A, before: bytes, at) {
          problems.append(fault.diagnostic(SourceRange(source, at, at + character.width)))
        }
        at += character.width
      }
    }
  }

  private static func notUTF8(_ source: SourceText, _ at: Int, _ byte: UInt8) -> Diagnostic {
    let line = source.bytes[..<at].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return .error(
      .notUTF8, "byte \(at + 1) of the file (\(YAMLCharacter.hex(UInt32(byte), 2)), in line \(line)) is not UTF-8",
      at: SourceRange(source, at, at + 1), help: "save the file as UTF-8")
  }
}
