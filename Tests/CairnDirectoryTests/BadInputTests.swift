import Cairn
import Foundation
import Testing

@testable import CairnDirectory

@Suite("Directories with mistakes")
struct BadInputTests {
  private func defects(_ text: String, as name: String = "services.json") throws -> [String] { try Scratch([name: text]).defects() }

  @Test("a file that is no JSON is said to be none, and the others are read")
  func notJSON() throws {
    let scratch = try Scratch(["a.json": "<html><body>Not found</body></html>", "services.json": "[\(sample())]"])
    #expect(try scratch.defects() == ["not-json 1", "  a.json:1: `<html><body>Not found</body></html>` begins no value of JSON"])
    #expect(try scratch.service() != nil)
  }

  @Test("a pipe is no file of a directory, and nobody waits for it; a link that leads nowhere is told, too")
  func pipes() throws {
    let scratch = try Scratch(["services.json": "[\(sample())]"])
    #expect(mkfifo("\(scratch.path)/locations.csv", 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/more", withDestinationPath: "nowhere")
    #expect(
      try scratch.defects() == [
        "unreadable 2", "  more: it leads nowhere, or cannot be opened", "  locations.csv: it is a pipe, a socket or a device, and no file",
      ])
    #expect(try scratch.service() != nil)
    let pipe = DirectoryError(path: "\(scratch.path)/locations.csv", code: .unreadable)
    #expect(throws: pipe) { try Directory.services(at: pipe.path, named: ["s1"]) }
  }

  @Test("a record that is no JSON costs no other")
  func brokenRecord() throws {
    let scratch = try Scratch(["services.json": "[\(sample()),\n{\"id\": \"s2\", \"name\": Quay},\n\(sample(id: "s3"))]"])
    #expect(try scratch.defects() == ["not-json 1", "  services.json:2: `Quay` stands without quotes"])
    #expect(try scratch.service("s1") != nil && scratch.service("s3") != nil)
  }

  @Test("a missing quote costs one record and not all that follow")
  func missingQuote() throws {
    let scratch = try Scratch([
      "services.json": "[\(sample()),\n{\"id\": \"s2\", \"name\": \"Quay},\n\(sample(id: "s3")),\n\(sample(id: "s4"))]"
    ])
    #expect(try scratch.defects().prefix(2) == ["cut-off 1", "  services.json:2: what begins here is not closed where it should end"])
    for id in ["s1", "s2", "s3", "s4"] { #expect(try scratch.service(id) != nil) }
  }

  @Test("of a file that is cut off, what stood before the cut is used")
  func cutOff() throws {
    let page =
      "{\"total_items\": 3, \"contents\": [\n\(sample()),\n"
      + sample("\"email\": \"a@b.example\", \"url\": \"https://b.exa", id: "s2").dropLast(1)
    let scratch = try Scratch(["services.json": page])
    #expect(try scratch.defects() == ["cut-off 1", "  services.json:3: what begins here is not closed where it should end"])
    #expect(try scratch.service("s1") != nil)
    #expect(try scratch.service("s2")?.contacts == [.init(.email, "a@b.example")])
  }

  @Test("a page that ends between two records is cut off too")
  func cutBetween() throws {
    #expect(
      try defects("{\"contents\": [\n\(sample()),\n") == [
        "cut-off 1", "  services.json:1: what begins here is not closed where it should end",
      ])
    #expect(try defects("[\n\(sample())") == ["cut-off 1", "  services.json:1: what begins here is not closed where it should end"])
    #expect(try defects("") == ["not-json 1", "  services.json:1: the file is empty"])
    #expect(try defects("[]") == [])
  }

  @Test("a line that is cut off costs itself")
  func cutLine() throws {
    let scratch = try Scratch(["services.ndjson": "\(sample())\n\(sample(id: "s2").dropLast(30))\n\(sample(id: "s3"))\n"])
    #expect(try scratch.defects().first == "cut-off 1")
    #expect(try scratch.service("s1") != nil && scratch.service("s2")?.name == "Tide singers" && scratch.service("s3") != nil)
  }

  @Test("two services with one id: alike they are one, different it is said, and the second fills the gaps of the first")
  func oneID() throws {
    #expect(try defects("[\(sample()),\(sample())]") == [])
    let scratch = try Scratch([
      "services-1.json": "[\(sample("\"fees\": \"free\""))]",
      "services-2.json":
        "[{\"id\": \"s1\", \"name\": \"Shanty choir\", \"status\": \"active\", \"description\": \"Songs.\", \"organization_id\": \"o1\"}]",
    ])
    #expect(
      try scratch.defects() == [
        "two-records 1", "  services-2.json:1: service s1: name: `Shanty choir` stands here, and something else at services-1.json:1",
      ])
    let service = try scratch.service()
    #expect(service?.name == "Tide singers" && service?.summary == "Songs." && service?.costs == ["free"])
    #expect(try Directory.check(at: scratch.path, asOf: Scratch.today).services == 1)
  }

  @Test("organisations that are their own parent's parent")
  func cycle() throws {
    func organisation(_ id: String, _ parent: String) -> String {
      "{\"id\": \"\(id)\", \"name\": \"\(id)\", \"parent_organization_id\": \"\(parent)\"}"
    }
    let all = [organisation("a", "b"), organisation("b", "c"), organisation("c", "a"), organisation("d", "d"), organisation("e", "a")]
    #expect(
      try defects("[\(all.joined(separator: ","))]", as: "organizations.json") == [
        "cyclic-organisation 2",
        "  organizations.json:1: organisation a: parent_organization_id: `a` is under `b` is under `c` is under `a`",
        "  organizations.json:1: organisation d: parent_organization_id: `d` is under `d`",
      ])
  }

  @Test(
    "coordinates that cannot be",
    arguments: [
      ("100", "101", "", "coordinates 1", "latitude: `100` lies outside -90 to 90"),
      ("51", "200", "", "coordinates 1", "longitude: `200` lies outside -180 to 180"),
      ("100", "51.5", "", "coordinates-swapped 1", "latitude: 100.0, 51.5 makes a place if the two are exchanged"),
      ("-0.1", "51.5", "GB", "coordinates-swapped 1", "latitude: -0.1, 51.5 makes a place if the two are exchanged"),
      ("0", "0", "", "coordinates-zero 1", "latitude: latitude and longitude are both 0"),
      ("51", "null", "", "coordinates 1", "longitude: the place has a latitude and no longitude"),
      ("\"north\"", "0.5", "", "coordinates 1", "latitude: `north` is no number of degrees"),
    ])
  func coordinates(latitude: String, longitude: String, country: String, kind: String, message: String) throws {
    let place =
      "{\"id\": \"l1\", \"name\": \"Hall\", \"latitude\": \(latitude), \"longitude\": \(longitude), \"addresses\": [{\"country\": \"\(country)\"}]}"
    let scratch = try Scratch(["services.json": "[\(sample("\"service_at_locations\": [{\"id\": \"x\", \"location\": \(place)}]"))]"])
    #expect(try scratch.defects() == [kind, "  services.json:1: location l1: \(message)"])
    let location = try scratch.service()?.locations.first
    #expect(location?.name == "Hall" && location?.latitude == nil && location?.longitude == nil)
  }

  @Test("a schedule that never ends is told from one that has no end")
  func schedules() throws {
    func schedule(_ text: String) -> String { sample("\"schedules\": [{\"id\": \"x\", \"freq\": \"WEEKLY\", \"byday\": \"TU\", \(text)}]") }
    #expect(
      try defects("[\(schedule("\"interval\": 1"))]") == [
        "never-ends 1", "  services.json:1: schedule x: valid_to: the schedule has no last day",
      ])
    let endless = try defects("[\(schedule("\"count\": 999999999999"))]")
    #expect(endless.prefix(2) == ["schedule 1", "  services.json:1: schedule x: count: 999999999999 times never end"])
    #expect(
      try defects("[\(schedule("\"interval\": 0"))]") == [
        "schedule 1", "  services.json:1: schedule x: interval: every 0 times never comes round",
      ])
    #expect(
      try defects("[\(schedule("\"valid_from\": \"2027-01-01\", \"until\": \"2026-12-01\""))]") == [
        "schedule 1", "  services.json:1: schedule x: until: the schedule ends on 1 December 2026, before it begins on 1 January 2027",
      ])
    #expect(
      try defects("[\(schedule("\"valid_to\": \"2026-11-21\""))]") == [
        "schedule-expired 1", "  services.json:1: schedule x: valid_to: the schedule ended on 21 November 2026",
      ])
  }

  @Test(
    "fields of a service",
    arguments: [
      ("\"minimum_age\": 70, \"maximum_age\": 60", "ages 1", "minimum_age: the minimum age is 70, and the maximum age 60"),
      ("\"maximum_age\": 999", "ages 1", "maximum_age: `999` is no age that anybody has"),
      ("\"minimum_age\": \"adult\"", "ages 1", "minimum_age: `adult` is no age"),
      ("\"email\": \"nobody\"", "email 1", "email: `nobody` is no email address"),
      ("\"email\": \"a@b\"", "email 1", "email: `a@b` is no email address"),
      ("\"url\": \"www.quay.example\"", "link 1", "url: `www.quay.example` does not begin with `https://`; it stands as it is"),
      ("\"url\": \"quay\"", "link 1", "url: `quay` is no web address, and left out"),
      ("\"url\": \"javascript:alert(1)\"", "link 1", "url: `javascript:alert(1)` is a script, not an address, and left out"),
      ("\"assured_date\": \"2026-02-30\"", "date 1", "assured_date: `2026-02-30` is no day of the calendar; it is written as 2026-11-22"),
      ("\"description\": [\"a\"]", "wrong-type 1", "description: several values stand where one is due"),
    ])
  func fields(more: String, kind: String, message: String) throws {
    #expect(try defects("[\(sample(more))]") == [kind, "  services.json:1: service s1: \(message)"])
  }

  @Test("a status that nobody knows, no name, no organisation, no id")
  func service() throws {
    #expect(
      try defects("[{\"id\": \"s1\", \"status\": \"resting\"}]") == [
        "no-name 1", "  services.json:1: service s1: name: the service has no name", "no-organisation 1",
        "  services.json:1: service s1: organization: the service names no organisation", "status 1",
        "  services.json:1: service s1: status: `resting` is no status; a service is active, inactive, defunct or temporarily closed",
      ])
    #expect(
      try defects("[{\"id\": \" \", \"name\": \"Quay\"}]") == [
        "no-id 1", "  services.json:1: service: id: the service has no id, so no offer can name it",
      ])
    #expect(try defects("[{\"id\": \"s1\", \"name\": \"Q\", \"organization\": {\"id\": \"o\"}}]").first == "status 1")
  }

  @Test("telephones, languages and costs")
  func parts() throws {
    #expect(
      try defects("[\(sample("\"phones\": [{\"id\": \"p\", \"number\": \"ask\"}, {\"id\": \"q\"}]"))]") == [
        "phone 2", "  services.json:1: phone p: number: `ask` is no telephone number",
        "  services.json:1: phone q: number: the telephone has no number",
      ])
    #expect(
      try defects("[\(sample("\"languages\": [{\"id\": \"l\", \"name\": \"Polish and Klingon\"}]"))]") == [
        "language 1", "  services.json:1: language l: name: `Klingon` is no language that is known here", "language-in-words 1",
        "  services.json:1: language l: name: `Polish` is taken for `pl`",
      ])
    #expect(
      try defects("[\(sample("\"cost_options\": [{\"id\": \"c\", \"amount\": -5}, {\"id\": \"d\"}]"))]") == [
        "cost 2", "  services.json:1: cost option c: amount: `-5` is no amount of money",
        "  services.json:1: cost option d: amount: the cost says neither how much nor what for",
      ])
  }

  @Test("references to something that is not here are counted, and nothing is lost by them")
  func dangling() throws {
    let services = (1...5).map { "{\"id\": \"s\($0)\", \"name\": \"N\", \"status\": \"active\", \"organization_id\": \"gone\"}" }
    let scratch = try Scratch(["services.json": "[\(services.joined(separator: ",\n"))]"])
    #expect(
      try scratch.defects() == [
        "dangling-reference 5", "  services.json:1: service s1: organization_id: there is no organisation `gone`",
        "  services.json:2: service s2: organization_id: there is no organisation `gone`",
        "  services.json:3: service s3: organization_id: there is no organisation `gone`",
      ])
    #expect(try scratch.service("s4")?.name == "N")
  }

  @Test("keys that are blank or stand twice")
  func keys() throws {
    #expect(
      try defects("[\(sample("\"\": 1, \"email\": \"a@b.example\",\n\"email\": \"c@d.example\""))]") == [
        "repeated-key 1", "  services.json:2: email: the key `email` stands twice in one record", "blank-key 1",
        "  services.json:1: a key is empty",
      ])
  }

  @Test("line breaks in texts and commas at the end are mended, and it is said")
  func mended() throws {
    let scratch = try Scratch(["services.json": "[\(sample("\"description\": \"one\ntwo\","))]"])
    #expect(try scratch.defects() == ["mended 1", "  services.json:1: this text is not closed on its line"])
    #expect(try scratch.service()?.summary == "one\ntwo")
  }

  @Test("bytes that are no UTF-8 are read as windows-1252")
  func encoding() throws {
    let scratch = try Scratch()
    try scratch.write(
      "services.json", Array("[{\"id\": \"s1\", \"description\": \"Caf".utf8) + [0xE9, 0x20, 0x96] + Array(" open\"}]".utf8))
    #expect(try scratch.defects().first == "encoding 1")
    #expect(try scratch.service()?.summary == "Café – open")
  }

  @Test("UTF-16 is said to be that")
  func utf16() throws {
    let scratch = try Scratch()
    try scratch.write("services.json", [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00])
    #expect(try scratch.defects() == ["unreadable 1", "  services.json:1: the file is in UTF-16; save it as UTF-8"])
  }

  @Test("pages that are missing are counted")
  func pages() throws {
    func page(_ number: Int) -> String { "{\"total_pages\": 3, \"page_number\": \(number), \"contents\": [\(sample(id: "s\(number)"))]}" }
    let scratch = try Scratch(["services-1.json": page(1), "services-2.json": page(2)])
    #expect(try scratch.defects() == ["missing-pages 1", "  services-1.json: total_pages: there are 3 pages, and 2 are here"])
    try scratch.write("services-3.json", Array(page(3).utf8))
    #expect(try scratch.defects() == [])
  }

  @Test("what no standard knows is said to be that")
  func unknown() throws {
    #expect(
      try defects("[{\"colour\": \"red\"}]", as: "things.json") == [
        "unknown-record 1", "  things.json:1: nothing says what this is: no list, file or key that a standard knows",
      ])
    #expect(
      try defects("a,b\n1,2\n", as: "things.csv") == ["unknown-record 1", "  things.csv: no table of the standards is called `things`"])
    #expect(try defects("{\"version\": \"3.0\", \"openapi_url\": \"x\"}", as: "root.json") == [])
  }

  @Test("nesting without end, huge numbers and odd shapes stop nobody")
  func odd() throws {
    let deep = String(repeating: "[", count: 100_000)
    let odd = [
      deep, "{\"contents\": {}}", "[[[\(sample())]]]", "\"a\"", "12", "[1, \"a\", null, \(sample())]", "{}", "}", "]", "{\"a\": \(deep)",
      "[\(sample("\"schedules\": {\"byday\": [1]}, \"phones\": 7, \"languages\": [[]], \"organization\": [1], \"service_at_locations\": [null]"))]",
      "{\"id\": {\"a\": 1}, \"name\": []}", "[{\"id\": 1e999, \"latitude\": 1e999}]", String(repeating: "{\"a\":", count: 500),
    ]
    for text in odd {
      let scratch = try Scratch(["services.json": text, "more.ndjson": "\(text)\n\(sample(id: "s9"))\n"])
      _ = try scratch.defects()
      _ = try scratch.service()
    }
    #expect(try Scratch(["services.json": "[1, \"a\", null, \(sample())]"]).service() != nil)
    #expect(try Scratch(["services.json": "[[[\(sample())]]]"]).service() != nil)
  }

  @Test("a record with four times as many keys and mistakes takes four times the work", .enabled(if: Steps.areCounted))
  func repeatedKeys() throws {
    func steps(_ count: Int) throws -> Int {
      let keys = String(repeating: "\"x\": 1, ", count: count)
      let languages = (0..<count).map { "{\"name\": \"Klingon \($0)\"}" }.joined(separator: ", ")
      let scratch = try Scratch(["services.json": "[{\(keys)\"languages\": [\(languages)], \"id\": \"a\", \"name\": \"A\"}]"])
      var defects: [String] = []
      let steps = try Steps.taken { defects = try scratch.defects() }
      #expect(defects.contains("language \(count)"))
      return steps
    }
    let (few, many) = (try steps(500), try steps(2000))
    #expect(many <= 5 * few, "\(few) steps, then \(many)")
  }
}
