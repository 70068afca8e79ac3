import CMeters
import Foundation

@testable import Cairn
@testable import CairnDirectory
@testable import CairnJSON

/// Reading a directory of services, beside what simdjson alone does with the same bytes; and the memory that it takes.
struct DirectoryBenchmark {
  let report: String
  private static let rounds = 5

  init(megabytes: Int) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString).json").path
    defer { unlink(path) }
    let size = Self.write(megabytes: megabytes, to: path)
    let before = cmeters_peak_memory()
    guard let services = Self.check(path) else {
      report = "The directory cannot be read."
      return
    }
    let grown = Double(cmeters_peak_memory() - before) / 1e6
    let large = Double(size) / 1e6

    _ = Self.write(megabytes: 20, to: path)
    guard let bytes = try? FileSystem.read(path, limit: 1 << 30) else {
      report = "The directory cannot be read."
      return
    }
    let twenty = Double(bytes.count) / 1e6
    let bare = Self.seconds { bytes.withUnsafeBufferPointer { _ = cmeters_json_values($0.baseAddress, $0.count) } }
    let cut = Self.seconds { Self.cut(bytes) }
    let nodes = Self.seconds { Self.parse(bytes) }
    let some = Self.seconds { _ = try? Directory.services(at: path, named: ["service-7", "service-700"]) }
    let check = Self.seconds { _ = Self.check(path) }
    var table = Table(["\(twenty.shown(1)) MB of services", "seconds", "MB/s", "of simdjson's rate"])
    for (name, seconds) in [
      ("simdjson alone", bare), ("cut into records", cut), ("located nodes", nodes), ("two services found", some),
      ("every field checked", check),
    ] {
      table.add([name, seconds.shown(3), (twenty / seconds).shown(0), (bare / seconds).shown(2)])
    }
    report =
      table.markdown
      + "\n\nChecking \(large.shown(0)) MB, \(services.grouped) services, raised the peak of memory by \(grown.shown(1)) MB."
  }

  /// The median of a few rounds.
  private static func seconds(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<rounds).map { _ in clock.measure(work).seconds }.sorted()[rounds / 2]
  }

  private static func check(_ path: String) -> Int? {
    try? Directory.check(at: path, asOf: CalendarDate(2026, 11, 22)).services
  }

  private static func cut(_ bytes: [UInt8]) {
    var scanner = ElementScanner()
    bytes.withUnsafeBufferPointer { scanner.feed($0) { _ in } }
  }

  private static func parse(_ bytes: [UInt8]) {
    var scanner = ElementScanner()
    bytes.withUnsafeBufferPointer {
      scanner.feed($0) { event in
        guard case .element(let element) = event else { return }
        _ = JSONReader.read(SourceText(path: "", bytes: element.bytes), allowsDuplicates: true)
      }
    }
  }

  /// How many bytes were written.
  private static func write(megabytes: Int, to path: String) -> Int {
    guard let file = fopen(path, "w") else { return 0 }
    defer { fclose(file) }
    var size = 0
    DirectoryText.page(bytes: megabytes * 1_000_000) { size += fwrite($0, 1, $0.count, file) }
    return size
  }
}
