internal import Cairn
internal import CairnJSON

/// Goes through the files of a directory and hands out their records, one after another; none is kept.
struct DirectoryScan {
  /// Where the files are, and how they are called in messages.
  let files: [(path: String, name: String)]
  /// Told how many bytes have been read so far.
  var progress: (Int) -> Void = { _ in }
  /// The most bytes of a file that were held at once.
  private(set) var mostHeld = 0

  /// Folders in it that cannot be opened, and links that lead nowhere.
  private let obstacles: [String]
  private let tree: any FileTree

  private static let endings = [".json", ".ndjson", ".jsonl", ".csv"]

  init(_ path: String, in tree: any FileTree = DiskFiles()) throws(DirectoryError) {
    self.tree = tree
    do throws(FileSystem.Problem) {
      guard case .folder = try tree.kind(of: path) else {
        _ = try tree.pieces(of: path)
        (files, obstacles) = ([(path, path)], [])
        return
      }
      let found = try tree.files(in: path, endings: Self.endings)
      files = Self.inOrder(found.files.map { ($0, FileSystem.relative($0, to: path)) })
      obstacles = found.obstacles.map { FileSystem.relative($0.path, to: path) }
    } catch {
      throw DirectoryError(path: path, code: error == .missing ? .missing : .unreadable)
    }
    if files.isEmpty { throw DirectoryError(path: path, code: obstacles.isEmpty ? .empty : .unreadable) }
  }

  /// What others refer to comes first, so that few references wait.
  private static func inOrder(_ files: [(path: String, name: String)]) -> [(path: String, name: String)] {
    let order: [RecordKind] = [.organisation, .location, .service, .serviceAtLocation, .contact]
    func rank(_ name: String) -> Int {
      let stem = name.split(separator: "/").last.flatMap { $0.split(separator: ".").first }.map(String.init) ?? ""
      return RecordKind(fileName: stem).flatMap(order.firstIndex(of:)) ?? order.count
    }
    return files.enumerated().sorted { (rank($0.element.name), $0.offset) < (rank($1.element.name), $1.offset) }.map(\.element)
  }

  /// Every record of the files that are wanted, with what is wrong with the files.
  mutating func run(_ log: DefectLog, only wanted: (String) -> Bool = { _ in true }, _ visit: (Record) -> Void) {
    var pages = PageCount()
    var read = 0
    for name in obstacles { log.report(.unreadable, file: name, line: nil, "it leads nowhere, or cannot be opened") }
    for file in files where wanted(file.name) {
      let isTable = file.name.lowercased().hasSuffix(".csv")
      var reading = FileReading(file: file, tree: tree, log: log, pages: pages, read: read, progress: progress)
      do throws(FileSystem.Problem) {
        try isTable ? reading.table(visit) : reading.json(visit)
      } catch {
        log.report(.unreadable, file: file.name, line: nil, Self.words(error))
      }
      (pages, read) = (reading.pages, reading.read)
      mostHeld = max(mostHeld, reading.mostHeld)
    }
    pages.report(to: log)
  }

  private static func words(_ problem: FileSystem.Problem) -> String {
    problem == .notRegular ? "it is a pipe, a socket or a device, and no file" : "the file cannot be opened"
  }
}

/// One file on its way through the scan.
private struct FileReading {
  let file: (path: String, name: String)
  let tree: any FileTree
  let log: DefectLog
  var pages: PageCount
  var read: Int
  let progress: (Int) -> Void
  var mostHeld = 0

  /// The file piece by piece; nothing of one that is in UTF-16. Whether it has any.
  @discardableResult
  private mutating func pieces(_ take: (UnsafeBufferPointer<UInt8>) -> Void) throws(FileSystem.Problem) -> Bool {
    let chunks = try tree.pieces(of: file.path)
    var isFirst = true
    while let chunk = try chunks.next() {
      if isFirst, chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) {
        log.report(.unreadable, file: file.name, line: 1, "the file is in UTF-16; save it as UTF-8")
        return true
      }
      isFirst = false
      take(chunk)
      read += chunk.count
      progress(read)
    }
    return !isFirst
  }

  mutating func table(_ visit: (Record) -> Void) throws(FileSystem.Problem) {
    let stem = file.name.split(separator: "/").last.flatMap { $0.split(separator: ".").first }.map(String.init) ?? ""
    guard let kind = RecordKind(fileName: stem) else {
      return log.report(.unknownRecord, file: file.name, line: nil, "no table of the standards is called \(shown(stem))")
    }
    guard kind != .other else { return }
    var rows = TableRows()
    var reader = TableReader(file: file.name, kind: kind, log: log)
    try pieces { chunk in rows.feed(chunk) { reader.take($0, visit) } }
    rows.end { reader.take($0, visit) }
    reader.flush(visit)
    mostHeld = rows.mostHeld
  }

  mutating func json(_ visit: (Record) -> Void) throws(FileSystem.Problem) {
    let isLines = file.name.lowercased().hasSuffix(".ndjson") || file.name.lowercased().hasSuffix(".jsonl")
    var scanner = ElementScanner(linesAreRecords: isLines)
    let elements = ElementReader(file: file.name, log: log)
    var pages = pages
    func take(_ event: ElementScanner.Event) { elements.take(event, &pages, visit) }
    let hasBytes = try pieces { scanner.feed($0, take) }
    scanner.end(take)
    if !hasBytes, !isLines { log.report(.notJSON, file: file.name, line: 1, "the file is empty") }
    self.pages = pages
    mostHeld = scanner.mostHeld
  }
}
