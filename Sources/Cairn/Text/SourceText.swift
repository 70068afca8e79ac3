/// One file as it was read: the bytes that every position in the project refers to.
package final class SourceText: Sendable {
  /// The path as a person would write it, relative where the rulebook was named so.
  package let path: String
  /// UTF-8, checked by the reader before anything looks inside.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  package func text(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: bytes.indices)]), as: UTF8.self)
    }
  }
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
