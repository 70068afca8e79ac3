import Cairn
import Testing

@testable import CairnDirectory

@Suite("Reading piece by piece")
struct StreamTests {
  private func events(_ text: String, pieces size: Int, limit: Int = 1 << 20) -> (elements: [String], other: [String], mostHeld: Int) {
    var scanner = ElementScanner(limit: limit)
    var elements: [String] = []
    var other: [String] = []
    func take(_ event: ElementScanner.Event) {
      switch event {
      case .element(let element):
        let mark = element.isEnvelope ? "~" : element.isCut ? "-" : ""
        elements.append("\(element.line)\(element.group.map { " \($0)" } ?? "") \(mark)\(String(decoding: element.bytes, as: UTF8.self))")
      case .tooLarge(let line): other.append("too large \(line)")
      case .garbage(let line, let text): other.append("garbage \(line) \(text)")
      case .cutOff(let line): other.append("cut off \(line)")
      }
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBufferPointer { scanner.feed($0, take) }
    }
    scanner.end(take)
    return (elements, other, scanner.mostHeld)
  }

  private static let documents = [
    "[{\"a\": \"}]\\\"\"}, {\"b\": [1, {}]}]", "\u{FEFF}[1, \"a,]\", null,\n{\"a\": 1}]", "{\"a\": 1}\n{\"b\": {\"c\": []}}\n\n{\"d\": 1}",
    "{\"total\": 1, \"contents\": [{\"id\": 1},\n{\"id\": 2}], \"more\": {\"x\": [2]}}", "{\"id\": 1, \"services\": [{\"id\": 2}]}",
    "{\"services\": [{\"id\": 2}], \"locations\": [{\"id\": 3}]}", "{\"a\": \"\n\", \"b\": 1}", "[{\"a\": 1}, {\"b\": \"c",
    "{\"contents\": [{\"a\": 1},", "oops\n{\"a\": 1}",
    "{\"a\": 1}\n{\"b\": \n{\"c\": 1}",
  ]

  @Test("where the pieces end changes nothing", arguments: documents)
  func pieces(document: String) {
    let whole = events(document, pieces: 1 << 20)
    for size in 1...9 {
      let cut = events(document, pieces: size)
      #expect(cut.elements == whole.elements && cut.other == whole.other, "\(size)")
    }
  }

  @Test("lists, pages, lines and records are told apart")
  func shapes() {
    let found = Self.documents.map { events($0, pieces: 7) }
    #expect(found[0].elements == ["1 {\"a\": \"}]\\\"\"}", "1 {\"b\": [1, {}]}"])
    #expect(found[1].elements == ["1 1", "1 \"a,]\"", "1 null", "2 {\"a\": 1}"])
    #expect(found[2].elements == ["1 {\"a\": 1}", "2 {\"b\": {\"c\": []}}", "4 {\"d\": 1}"])
    #expect(
      found[3].elements == [
        "1 contents {\"id\": 1}", "2 contents {\"id\": 2}", "1 ~{\"total\": 1, \"contents\": [], \"more\": {\"x\": [2]}}",
      ])
    #expect(found[4].elements == ["1 {\"id\": 1, \"services\": [{\"id\": 2}]}"])
    #expect(found[5].elements == ["1 services {\"id\": 2}", "1 locations {\"id\": 3}", "1 ~{\"services\": [], \"locations\": []}"])
    #expect(found[7].other == ["cut off 1"] && found[7].elements == ["1 {\"a\": 1}", "1 -{\"b\": \"c"])
    #expect(found[8].other == ["cut off 1"] && found[8].elements == ["1 contents {\"a\": 1}", "1 ~{\"contents\": ["])
    #expect(found[9].elements.isEmpty && found[9].other.count == 1)
    #expect(found[10].other == ["cut off 2"])
  }

  @Test("of a large file one record is held at a time")
  func bounded() throws {
    let record = sample("\"description\": \"\(String(repeating: "Soup and company. ", count: 60))\"")
    let scratch = try Scratch([
      "services.json": "{\"total_pages\": 1, \"contents\": [\(repeatElement(record, count: 2_000).joined(separator: ",\n"))]}"
    ])
    var scan = try DirectoryScan(scratch.path)
    var count = 0
    scan.run(DefectLog()) { _ in count += 1 }
    #expect(count == 2_000)
    #expect(scan.mostHeld < record.utf8.count + 100)
  }

  @Test("of a large table one row is held at a time")
  func boundedTable() throws {
    let row = "s1,Tide singers,\"\(String(repeating: "Songs, ", count: 50))\"\n"
    let scratch = try Scratch(["services.csv": "id,name,description\n" + repeatElement(row, count: 2_000).joined()])
    var scan = try DirectoryScan(scratch.path)
    var count = 0
    scan.run(DefectLog()) { _ in count += 1 }
    #expect(count == 2_000 && scan.mostHeld <= row.utf8.count)
  }

  @Test("a record that is too long is passed over, and the next is read")
  func tooLarge() {
    let found = events("[{\"a\": \"\(String(repeating: "x", count: 500))\"}, {\"b\": 1}]", pieces: 64, limit: 100)
    #expect(found.other == ["too large 1"] && found.elements == ["1 {\"b\": 1}"] && found.mostHeld <= 164)
  }

  @Test("every defect is counted, and the first hundred of a kind are listed")
  func capped() throws {
    let services = (0..<250).map { sample("\"url\": \"nowhere\"", id: "s\($0)") }
    let scratch = try Scratch(["services.json": "[\(services.joined(separator: ","))]"])
    let report = try Directory.check(at: scratch.path, asOf: Scratch.today)
    #expect(report.findings.map(\.count) == [250] && report.findings.first?.places.count == DefectLog.kept)
  }
}
