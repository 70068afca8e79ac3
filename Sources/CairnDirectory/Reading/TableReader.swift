internal import Cairn
internal import SwiftCSV

/// Reads the rows of one table, a few hundred at a time, with SwiftCSV. A row that cannot be read costs no other.
struct TableReader {
  private static let atOnce = 256

  private let file: String
  private let kind: RecordKind
  private let log: DefectLog
  private var columns: [String: Int] = [:]
  private var width = 0
  private var delimiter = CSVDelimiter.comma
  private var waiting: [(text: String, line: Int)] = []

  init(file: String, kind: RecordKind, log: DefectLog) {
    self.file = file
    self.kind = kind
    self.log = log
  }

  mutating func take(_ row: TableRows.Row, _ visit: (Record) -> Void) {
    if row.isOpen { log.report(.notCSV, file: file, line: row.line, "a `\"` opens a text here that is never closed") }
    let text = text(row)
    if columns.isEmpty { return readHeader(text, row.line) }
    if row.isOpen { return }
    waiting.append((text, row.line))
    if waiting.count == Self.atOnce { flush(visit) }
  }

  mutating func flush(_ visit: (Record) -> Void) {
    let rows = waiting
    waiting.removeAll(keepingCapacity: true)
    if let fields = parse(rows.map(\.text)), fields.count == rows.count {
      for (row, values) in zip(rows, fields) { deliver(values, row.line, visit) }
      return
    }
    for row in rows {
      if let fields = parse([row.text]), fields.count == 1 {
        deliver(fields[0], row.line, visit)
      } else {
        log.report(.notCSV, file: file, line: row.line, "a `\"` stands in this row where none may stand")
      }
    }
  }

  private func text(_ row: TableRows.Row) -> String {
    var bytes = row.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if !Mending.isUTF8(bytes) {
      log.report(.encoding, file: file, line: row.line, "the row is not UTF-8")
      bytes = Mending.recoded(bytes)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // SwiftCSV takes every line break of Unicode for the end of a row.
    guard text.unicodeScalars.contains(where: { Self.otherBreaks.contains($0.value) }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { Self.otherBreaks.contains($0.value) ? " " : $0 }))
  }

  private static let otherBreaks: Set<UInt32> = [0x0B, 0x0C, 0x85, 0x2028, 0x2029]

  /// The fields of some rows; nil where one of them is no CSV. A first row that all have keeps SwiftCSV from taking one for the header.
  private func parse(_ rows: [String]) -> [[String]]? {
    try? CSV<Enumerated>(string: "-\n" + rows.joined(separator: "\n"), delimiter: delimiter, loadColumns: false).rows
  }

  private mutating func readHeader(_ text: String, _ line: Int) {
    delimiter = CSVDelimiter.guessed(string: text)
    let names = parse([text])?.first ?? text.split(separator: ",").map(String.init)
    width = names.count
    for (index, name) in names.enumerated() {
      let key = String(name.trimmed.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
      if key.isEmpty {
        log.report(.blankKey, file: file, line: line, "column \(index + 1) has no name")
      } else if columns[key] != nil {
        log.report(.repeatedKey, file: file, line: line, field: key, "two columns are called \(shown(key))")
      } else {
        columns[key] = index
      }
    }
    // A header without one name still is the header.
    if columns.isEmpty { columns[""] = -1 }
  }

  private func deliver(_ values: [String], _ line: Int, _ visit: (Record) -> Void) {
    if values.dropFirst(width).contains(where: { !$0.isEmpty }) {
      log.report(.blankKey, file: file, line: line, "the row has more values than there are columns")
    }
    visit(Record(kind, .row(columns: columns, values: values), file: file, line: line))
  }
}

/// A directory's text for a message: in backticks, and not too long.
func shown(_ text: String) -> String {
  text.count > 60 ? "`\(text.prefix(59))…`" : "`\(text)`"
}
