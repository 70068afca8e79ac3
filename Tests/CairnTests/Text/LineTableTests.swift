import Testing

@testable import Cairn

@Suite("Lines and columns")
struct LineTableTests {
  static let family = "👨‍👩‍👧"
  static let texts = [
    "", "a", "a\nb", "a\r\nb\r\n", "\u{FEFF}a\nb", "\u{FEFF}", "\n\n\n", "é e\u{301} \(family)\n\(family)x",
    String(repeating: "a", count: 3000), String(repeating: "e\u{301}\(family)🇩🇪", count: 300) + "\nend",
    "x\n" + String(repeating: "\u{301}", count: 2000) + "y\n" + String(repeating: "ü", count: 1023) + "\r\nz",
  ]

  /// Counted from the start of the text each time.
  private func counted(_ offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int, codePoint: Int) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let newline = bytes[..<offset].lastIndex(of: 0x0A) { start = newline + 1 }
    let before = String(decoding: bytes[start..<max(start, offset)], as: UTF8.self)
    let line = bytes[..<offset].count { $0 == 0x0A } + 1
    return (line, before.count + 1, bytes[start..<max(start, offset)].count { $0 & 0xC0 != 0x80 } + 1)
  }

  @Test("are those that counting from the start finds, at every offset, whichever is asked for first", arguments: texts)
  func everywhere(text: String) {
    let bytes = Array(text.utf8)
    for offsets in [Array(0...bytes.count), Array((0...bytes.count).reversed())] {
      let source = SourceText(path: "a", bytes: bytes)
      for offset in offsets where offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
        let naive = counted(offset, in: bytes)
        #expect(source.position(of: offset) == (naive.line, naive.column))
        #expect(source.codePoint(at: offset) == (naive.line, naive.codePoint))
        #expect(source.line(of: offset).number == naive.line)
      }
    }
  }

  @Test("of a long line of bytes that are no text are found as well")
  func noText() {
    let source = SourceText(path: "a", bytes: [UInt8](repeating: 0xFF, count: 5000))
    #expect(source.position(of: 4000) == (1, 4001))
  }

  @Test("cost no more for the last of many places than for the first", .enabled(if: Steps.areCounted))
  func steps() {
    for text in [String(repeating: "line\n", count: 20_000), String(repeating: "\"é\": 1, ", count: 10_000)] {
      let source = SourceText(path: "a", text: text)
      _ = source.position(of: source.bytes.count)
      for offset in stride(from: 0, to: source.bytes.count, by: 997) {
        #expect(Steps.taken { _ = source.position(of: offset) } < 1100)
      }
    }
  }
}
