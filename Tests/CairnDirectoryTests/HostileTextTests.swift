import Cairn
import Testing

@testable import CairnDirectory

@Suite("Hostile texts in a directory")
struct HostileTextTests {
  private static let hostile = "<script>alert(1)</script> [a](javascript:b) \u{1B}[31m\u{9B}0m \u{202E} \u{2028} =cmd|' /C calc'!A0\nnext"

  /// A directory with the text in every field of it that is shown anywhere.
  private func scratch() throws -> Scratch {
    var json = JSONWriter()
    json.array { json in
      json.object { json in
        for key in ["id", "name", "status", "description", "url", "email", "minimum_age", "assured_date", "fees"] {
          json.field(key, Self.hostile)
        }
        json.object("organization") { $0.field("name", Self.hostile) }
        json.array("phones") { $0.object { $0.field("number", Self.hostile) } }
        json.array("languages") { $0.object { $0.field("name", Self.hostile) } }
        json.array("schedules") { json in
          json.object { json in for key in ["freq", "byday", "until", "opens_at", "description"] { json.field(key, Self.hostile) } }
        }
        json.array("cost_options") { $0.object { $0.field("amount", Self.hostile) } }
        json.array(Self.hostile) { _ in }
        json.array(Self.hostile) { _ in }
      }
    }
    return try Scratch(["services.json": json.text])
  }

  @Test("no output of a directory lets any of it through")
  func outputs() throws {
    let scratch = try scratch()
    let report = try Directory.check(at: scratch.path, asOf: Scratch.today)
    #expect(report.findings.count > 6)
    let outputs = [
      DirectoryText(report, width: 80, all: true).draw(), DirectoryText(report, width: 40, color: false).draw(), DirectoryJSON.draw(report),
      try OffersFile(at: scratch.path, support: nil).draw(),
    ]
    for output in outputs { #expect(!output.unicodeScalars.contains { Escaping.steers($0) && $0 != "\n" }) }
  }

  @Test("what is no address, number or link goes no further; texts stay as they are, for each renderer to escape")
  func service() throws {
    let service = try #require(try scratch().service(Self.hostile))
    #expect(
      service.contacts == [] && service.languages == [] && service.youngest == nil && service.assured == nil && service.status == .unknown)
    #expect(service.times == [Self.hostile] && service.summary == Self.hostile && service.costs == [Self.hostile])
  }
}
