/// One file as it was read: the bytes that every position in the project refers to.
package final class SourceText: Sendable {
  /// The path as a person would write it, relative where the rulebook was named so.
  package let path: String
  /// UTF-8, checked by the reader before anything looks inside.
  package let bytes: [UInt8]
  private let lines: LineTable

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineTable()
  }

  private init(path: String, of other: SourceText) {
    self.path = path
    bytes = other.bytes
    lines = other.lines
  }

  /// The same text under another name.
  package func renamed(_ path: String) -> SourceText { SourceText(path: path, of: self) }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  package func text(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: bytes.indices)]), as: UTF8.self)
    }
  }
}

extension SourceText {
  /// Line and column of an offset, from 1; a column is a character as the eye counts them.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let position = lines.position(of: clamped(offset), in: bytes)
    return (position.line + 1, position.characters + 1)
  }

  /// The same, but that a column is a code point.
  package func codePoint(at offset: Int) -> (line: Int, column: Int) {
    let position = lines.position(of: clamped(offset), in: bytes)
    return (position.line + 1, position.codePoints + 1)
  }

  /// The line of an offset, from 1, and where it lies, without its line feed; a byte order mark is no part of the first.
  package func line(of offset: Int) -> (number: Int, range: Range<Int>) {
    let line = lines.line(of: clamped(offset), in: bytes)
    return (line.number + 1, line.range)
  }

  /// The offset at which the line of an offset begins.
  package func lineStart(of offset: Int) -> Int { line(of: offset).range.lowerBound }

  private func clamped(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }
}

/// A stretch of one file, in UTF-8 offsets: where something was written.
package struct SourceRange: Sendable {
  package let source: SourceText
  // Short, as every name and every condition of a rulebook keeps its range.
  private let bounds: (start: Int32, end: Int32)

  package init(_ source: SourceText, _ start: Int, _ end: Int) {
    self.source = source
    bounds = (Int32(start), Int32(end))
  }

  package var start: Int { Int(bounds.start) }
  package var end: Int { Int(bounds.end) }

  /// The author's own text, for backticks in messages.
  package var text: String { source.text(start..<max(start, end)) }
}

extension SourceRange: Hashable {
  package static func == (a: SourceRange, b: SourceRange) -> Bool {
    a.start == b.start && a.end == b.end && (a.source === b.source || a.source.path == b.source.path)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(source.path)
    hasher.combine(start)
    hasher.combine(end)
  }
}
