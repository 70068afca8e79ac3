import ArgumentParser
import Cairn
import CairnJSON

/// A file of people, as many as there are: YAML or JSON, or one profile a line (`.ndjson`, `.jsonl`).
///
/// A mistake spoils the person whom it is about and nobody else: each is told with its place, and the others are read.
struct PeopleFile {
  /// Entries of the file, read or not.
  private(set) var count = 0
  /// Entries that could not be read.
  private(set) var spoiled = 0
  private let path: String
  /// Whether mistakes may quote what they are about. Of real people nothing is quoted unless somebody asks for it.
  private let showsSensitive: Bool
  private var told = 0

  /// More than this many mistakes are counted and not told.
  private static let most = 100

  /// What somebody makes of a document: how many people are in it, and what spoils some of them, one for each.
  typealias Reading = (NodeTree) -> (people: Int, spoiled: [Diagnostic])

  /// Reads a file to its end. Exit code 2 where it cannot be opened, 1 where nobody in it can be read.
  init(_ path: String, showsSensitive: Bool = false, _ read: Reading) throws {
    self.path = path
    self.showsSensitive = showsSensitive
    if path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") { try readLines(read) } else { try readWhole(read) }
    finish()
    if count == spoiled {
      if count == 0 { Console.complain(of: [Diagnostic(.error, .missingKey, "there is nobody in `\(path)`")]) }
      throw ExitCode(1)
    }
  }

  // MARK: - Reading

  private mutating func readWhole(_ read: Reading) throws {
    let (tree, problems) = try ProfileDocument.read(path)
    if problems.contains(where: { $0.severity == .error }) {
      if showsSensitive { Console.complain(of: problems) } else { Console.complain(withoutQuotes: problems) }
      throw ExitCode(1)
    }
    if let tree { take(tree, line: 1, read) }
  }

  /// More than this and a line is no person; it is passed over, and never held.
  static let lineLimit = 1 << 20

  /// One line at a time, so that a file may be of any size.
  private mutating func readLines(_ read: Reading) throws {
    let chunks = try opened { () throws(FileSystem.Problem) in try FileChunks(path) }
    var line = Line()
    while let chunk = try opened({ () throws(FileSystem.Problem) in try chunks.next() }) {
      var rest = chunk[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line.append(rest[..<end])
        take(line, read)
        line.next()
        rest = rest[(end + 1)...]
      }
      line.append(rest)
    }
    take(line, read)
  }

  /// The line being read, as far as it may be held.
  private struct Line {
    private(set) var bytes: [UInt8] = []
    private(set) var number = 1
    private(set) var isTooLong = false

    mutating func append(_ more: Slice<UnsafeBufferPointer<UInt8>>) {
      isTooLong = isTooLong || bytes.count + more.count > lineLimit
      if isTooLong { bytes = [] } else { bytes.append(contentsOf: more) }
    }

    mutating func next() {
      bytes.removeAll(keepingCapacity: true)
      isTooLong = false
      number += 1
    }
  }

  private mutating func take(_ line: Line, _ read: Reading) {
    guard line.isTooLong else { return take(line.bytes, line.number, read) }
    count += 1
    spoil(
      Diagnostic(.error, .tooLarge, "a line may have 1 MiB, and this one has more", help: "a line holds one profile"), line: line.number)
  }

  private mutating func take(_ line: [UInt8], _ number: Int, _ read: Reading) {
    guard line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return }
    let (tree, problems) = JSONReader.read(SourceText(path: path, bytes: line))
    guard let tree, tree.root?.isMapping == true else {
      count += 1
      return spoil(problems.first ?? .error(.wrongType, "a line holds one profile, as `{…}`", at: tree?.root?.range), line: number)
    }
    take(tree, line: number, read)
  }

  private mutating func take(_ tree: NodeTree, line: Int, _ read: Reading) {
    let found = read(tree)
    count += found.people
    for problem in found.spoiled { spoil(problem, line: line) }
  }

  private func opened<Value>(_ open: () throws(FileSystem.Problem) -> Value) throws -> Value { try ProfileDocument.opened(path, open) }

  // MARK: - What is told

  private mutating func spoil(_ problem: Diagnostic?, line: Int) {
    spoiled += 1
    told += 1
    guard told <= Self.most else { return }
    if !showsSensitive {
      let told = problem?.lineWithoutQuotes(from: line) ?? Escaping.terminalLine("\(path):\(line): this is no profile")
      let place = problem == nil || problem?.location != nil ? "" : Escaping.terminalLine("\(path):\(line): ")
      return Console.complain(place + told + "\n")
    }
    let column = problem?.location.map { ":\($0.line + line - 1):\($0.column)" } ?? ":\(line)"
    let mend = problem?.notes.first.map { " (\($0.text))" } ?? ""
    Console.complain(Escaping.terminalLine("\(path)\(column): \(problem?.message ?? "this is no profile")\(mend)") + "\n")
  }

  private func finish() {
    guard spoiled > 0 else { return }
    let unit = path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") ? ("line", "lines") : ("profile", "profiles")
    let all = "\(PlainWords.grouped(count)) \(count == 1 ? unit.0 : unit.1)"
    let rest = told > Self.most ? " The first \(Self.most) are told above." : ""
    Console.complain("\(PlainWords.grouped(spoiled)) of \(all) in \(Escaping.terminalLine(path)) could not be read.\(rest)\n")
  }
}
