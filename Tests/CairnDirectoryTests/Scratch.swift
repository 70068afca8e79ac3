import Cairn
import Foundation

@testable import CairnDirectory

/// A folder with a directory in it, gone when the test is.
final class Scratch {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)").path
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  static let today = CalendarDate(2026, 11, 22)

  /// Every defect with its count and places, one a line.
  func defects() throws -> [String] { try Self.lines(Directory.check(at: path, asOf: Self.today)) }

  static func lines(_ report: DirectoryReport) -> [String] {
    report.findings.flatMap { finding -> [String] in
      ["\(finding.defect.rawValue) \(finding.count)"] + finding.places.map { "  \($0.words)" }
    }
  }

  func service(_ id: String = "s1") throws -> LocalService? { try Directory.services(at: path, named: [id]).first }
}

/// One service that has nothing wrong with it, less or more some of its fields.
func sample(_ more: String = "", id: String = "s1") -> String {
  let fields = [
    "\"id\": \"\(id)\"", "\"name\": \"Tide singers\"", "\"status\": \"active\"",
    "\"organization\": {\"id\": \"o1\", \"name\": \"Quayside\"}",
  ]
  return "{" + (fields + (more.isEmpty ? [] : [more])).joined(separator: ", ") + "}"
}
