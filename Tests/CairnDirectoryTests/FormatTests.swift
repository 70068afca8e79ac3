import Cairn
import Foundation
import Testing

@testable import CairnDirectory

@Suite("Formats of a directory")
struct FormatTests {
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Samples")

  private func service(_ sample: String) throws -> LocalService {
    try #require(try Directory.services(at: Self.samples.appendingPathComponent(sample).path, named: ["svc-1"]).first)
  }

  /// The one service that every sample describes.
  static let lunch: LocalService = {
    var service = LocalService(id: "svc-1", name: "Harbour lunch club", status: .active)
    service.organisation = "Quayside Trust"
    service.summary = "Soup and company."
    service.assured = CalendarDate(2026, 10, 5)
    service.youngest = 18
    service.oldest = 65
    service.languages = ["en", "pl"]
    service.costs = ["Lunch: £2.50"]
    service.times = [
      "Tuesdays and Thursdays, 10:00 to 12:00, until 30 June 2027", "the first Monday of the month, 18:30 to 20:00, until 30 June 2027",
    ]
    service.contacts = [
      .init(.telephone, "01632 960201"), .init(.email, "lunch@quayside.example"), .init(.web, "https://quayside.example/lunch"),
    ]
    var hall = LocalService.Location(id: "loc-1", name: "Quay hall")
    hall.address = ["2 Quay Street", "Tidewick", "Estuary", "TW1 2QS"]
    (hall.latitude, hall.longitude) = (49.5005, -8.501)
    hall.access = ["step-free", "hearing-loop"]
    service.locations = [hall]
    return service
  }()

  @Test(
    "the same service reads alike from a page, from lines, alone, from a folder of resources, from tables and in Open Referral UK 1.0",
    arguments: ["page", "lines", "one", "folder", "tables", "oruk1"])
  func alike(sample: String) throws {
    #expect(try service(sample) == Self.lunch)
  }

  @Test("a sound directory has no defect", arguments: ["page", "lines", "one", "folder", "tables"])
  func sound(sample: String) throws {
    let report = try Directory.check(at: Self.samples.appendingPathComponent(sample).path, asOf: Scratch.today)
    #expect(Scratch.lines(report) == [])
    #expect(report.locations == 1 && report.organisations == 1)
    #expect(report.services == (["page", "lines"].contains(sample) ? 2 : 1))
  }

  @Test("Open Referral UK 3.0 has neither names of languages nor currencies, and its costs may be over")
  func openReferralUK3() throws {
    var expected = Self.lunch
    expected.languages = []
    expected.costs = ["Lunch: 2.50, until 1 January 2026"]
    expected.contacts.removeFirst()
    #expect(try service("oruk3") == expected)
    let report = try Directory.check(at: Self.samples.appendingPathComponent("oruk3").path, asOf: Scratch.today)
    #expect(
      Scratch.lines(report) == [
        "language 1", "  service_full.json:18: language la-1: language: the language has neither a name nor a code", "cost-expired 1",
        "  service_full.json:48: cost option co-1: valid_to: the cost was right until 1 January 2026",
      ])
  }

  @Test("words for languages are taken for tags, and it is said")
  func oruk1() throws {
    let report = try Directory.check(at: Self.samples.appendingPathComponent("oruk1").path, asOf: Scratch.today)
    #expect(report.findings.map(\.defect) == [.languageInWords])
    #expect(report.findings.first?.places.first?.words == "services.json:56: language la-1: language: `English` is taken for `en`")
  }

  @Test("services inside bindings and inside organisations are found, with what stands around them")
  func inside() throws {
    let service = "{\"id\": \"s1\", \"name\": \"Tide singers\", \"status\": \"active\"}"
    let hall = "{\"id\": \"l1\", \"name\": \"Quay hall\"}"
    let bindings = try Scratch([
      "service_at_locations.json": "{\"contents\": [{\"id\": \"b1\", \"service\": \(service), \"location\": \(hall)}]}"
    ])
    #expect(try bindings.service()?.locations.map(\.name) == ["Quay hall"])
    let organisations = try Scratch([
      "organization.json": "{\"id\": \"o1\", \"name\": \"Quayside\", \"services\": [\(service)], \"locations\": [\(hall)]}"
    ])
    #expect(try organisations.service()?.organisation == "Quayside" && organisations.defects() == [])
    let package = try Scratch(["all.json": "{\"organizations\": [{\"id\": \"o1\", \"name\": \"Quayside\"}], \"services\": [\(service)]}"])
    #expect(try package.service()?.name == "Tide singers")
    let wrapped = try Scratch(["all.json": "{\"result\": 1, \"data\": {\"services\": [\(service)]}}"])
    #expect(try wrapped.service()?.name == "Tide singers")
  }

  @Test("only what is named is kept, in the order of the directory")
  func named() throws {
    let path = Self.samples.appendingPathComponent("page").path
    #expect(try Directory.services(at: path, named: ["svc-1", "svc-2", "svc-9"]).map(\.id) == ["svc-2", "svc-1"])
    #expect(try Directory.services(at: path, named: []).isEmpty)
  }

  @Test("it reads for a rulebook that names a directory")
  func reading() throws {
    let reading: DirectoryReading = Directory.services(at:named:)
    #expect(try reading(Self.samples.appendingPathComponent("one").path, ["svc-1"]) == [Self.lunch])
  }

  @Test("a path that leads nowhere is an error that says so")
  func missing() throws {
    #expect(throws: DirectoryError(path: "/no/such", code: .missing)) { try Directory.services(at: "/no/such", named: []) }
    let scratch = try Scratch(["readme.md": "x"])
    #expect(throws: DirectoryError(path: scratch.path, code: .empty)) { try Directory.services(at: scratch.path, named: []) }
    #expect(DirectoryError(path: "x", code: .missing).description == "there is no file or folder `x`")
    #expect(DirectoryError(path: "x", code: .empty).description == "`x` holds no file of a directory: no JSON, NDJSON or CSV")
    #expect(DirectoryError(path: "x", code: .unreadable).description == "`x` cannot be opened")
  }
}
