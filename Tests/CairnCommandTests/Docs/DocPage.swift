import Foundation

/// A page of the documentation, and its fenced blocks in order. The words behind a fence say what a test does with the block.
struct DocPage {
  struct Block {
    /// `yaml fragment` as two words.
    var words: [String]
    var text: String
    /// The lines between the fences, from 0.
    var lines: Range<Int>
    /// The last heading before it.
    var heading: String
  }

  /// The top of the repository.
  static let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

  let url: URL
  let lines: [String]
  private(set) var blocks: [Block] = []
  private(set) var headings: [String] = []

  /// The page at a path from the top of the repository.
  init(_ path: String) throws {
    url = Self.root.appendingPathComponent(path)
    lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    var open: (words: [String], line: Int)?
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("```"), let start = open {
        let text = lines[start.line + 1..<number].map { $0 + "\n" }.joined()
        blocks.append(Block(words: start.words, text: text, lines: start.line + 1..<number, heading: headings.last ?? ""))
        open = nil
      } else if line.hasPrefix("```") {
        open = (line.dropFirst(3).split(separator: " ").map(String.init), number)
      } else if open == nil, line.hasPrefix("#") {
        headings.append(line)
      }
    }
  }

  /// Puts other texts in place of blocks.
  func rewrite(_ texts: [(block: Block, text: String)]) throws {
    var lines = lines
    for (block, text) in texts.sorted(by: { $1.block.lines.lowerBound < $0.block.lines.lowerBound }) {
      lines.replaceSubrange(block.lines, with: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
    }
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
  }
}

/// A folder in which a page's files are written, beside what a copy of the repository has.
struct DocWorkspace {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)")

  init() throws {
    let files = FileManager.default
    let plugins = DocPage.root.appendingPathComponent("Plugins")
    try files.createDirectory(at: url.appendingPathComponent("Plugins"), withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: plugins.path) where !name.hasPrefix(".") {
      try files.createSymbolicLink(
        at: url.appendingPathComponent("Plugins/\(name)"), withDestinationURL: plugins.appendingPathComponent(name))
    }
    // Seen from a folder that is not there, `../Plugins` leads nowhere.
    try files.createDirectory(at: url.appendingPathComponent("some-rules"), withIntermediateDirectories: false)
    for name in ["rules", "Examples"] {
      try files.createSymbolicLink(at: url.appendingPathComponent(name), withDestinationURL: DocPage.root.appendingPathComponent(name))
    }
  }

  func write(_ path: String, _ text: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
