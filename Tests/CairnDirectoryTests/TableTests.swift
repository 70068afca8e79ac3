import Cairn
import Testing

@testable import CairnDirectory

@Suite("Tables of a directory")
struct TableTests {
  private static let header = "id,name,status,organization_id\n"
  private static let organisations = "id,name\no1,Quayside\n"

  private func scratch(_ services: String, _ more: [String: String] = [:]) throws -> Scratch {
    try Scratch(["services.csv": services, "organizations.csv": Self.organisations].merging(more) { $1 })
  }

  @Test(
    "tables as programs write them",
    arguments: [
      "id,name,status,organization_id\ns1,\"Tide, singers\",active,o1\n",
      "id;name;status;organization_id\r\ns1;Tide, singers;active;o1\r\n",
      "\u{FEFF}ID, Name ,Status,Organization ID\ns1,\"Tide, singers\",active,o1",
      "id\tname\tstatus\torganization_id\ns1\tTide, singers\tactive\to1\n",
      "\"id\",\"name\",\"status\",\"organization_id\"\r\"s1\",\"Tide, singers\",\"active\",\"o1\"\r",
    ])
  func dialects(table: String) throws {
    let scratch = try scratch(table)
    #expect(try scratch.defects() == [])
    #expect(try scratch.service()?.name == "Tide, singers" && scratch.service()?.organisation == "Quayside")
  }

  @Test("quotes and line breaks inside a text")
  func quoted() throws {
    let scratch = try scratch(Self.header + "s1,\"The \"\"Tide\"\"\nsingers\",active,o1\ns2,Next,active,o1\n")
    #expect(try scratch.defects() == [])
    #expect(try scratch.service()?.name == "The \"Tide\"\nsingers" && scratch.service("s2")?.name == "Next")
  }

  @Test("a row with a stray quote costs itself")
  func strayQuote() throws {
    let scratch = try scratch(Self.header + "s1,A,active,o1\ns2,5\" pipe band,active,o1\ns3,C,active,o1\n")
    #expect(try scratch.defects() == ["not-csv 1", "  services.csv:3: a `\"` stands in this row where none may stand"])
    #expect(try scratch.service("s1") != nil && scratch.service("s3") != nil)
  }

  @Test("a quote that is never closed costs its row")
  func openQuote() throws {
    let scratch = try scratch(Self.header + "s1,\"A,active,o1\ns2,B,active,o1\ns3,C,active,o1\n")
    #expect(try scratch.defects() == ["not-csv 1", "  services.csv:2: a `\"` opens a text here that is never closed"])
    #expect(try scratch.service("s2") != nil && scratch.service("s3") != nil)
  }

  @Test("a text longer than a row may be does not take the table with it")
  func longQuote() {
    var rows = TableRows(limit: 100)
    var found: [String] = []
    let text = "a,\"open\n" + String(repeating: "d,2\n", count: 50)
    rows.feed(Array(text.utf8)) { found.append(String(decoding: $0.bytes, as: UTF8.self) + ($0.isOpen ? "!" : "")) }
    rows.end { found.append(String(decoding: $0.bytes, as: UTF8.self)) }
    #expect(found == ["a,\"open!"] + Array(repeating: "d,2", count: 50) && rows.mostHeld <= 101)
  }

  @Test("rows that say nothing of what they belong to are lost, and counted")
  func blankKeys() throws {
    let scratch = try scratch(
      Self.header + "s1,A,active,o1\n",
      [
        "eligibility.csv": "id,service_id,minimum_age\ne1,,18\ne2,,16\ne3,s1,50\n",
        "phones.csv": "id,number,service_id\np1,01632 960777,s9\n",
      ])
    #expect(
      try scratch.defects() == [
        "belongs-to-nothing 2", "  eligibility.csv:2: eligibility e1: service_id: `service_id` is blank",
        "  eligibility.csv:3: eligibility e2: service_id: `service_id` is blank", "dangling-reference 1",
        "  phones.csv:2: phone p1: service_id: there is no service `s9`",
      ])
    #expect(try scratch.service()?.youngest == 50)
  }

  @Test("columns without a name, columns that stand twice, rows that are too long or too short")
  func columns() throws {
    let scratch = try scratch("id,name,,name,status,organization_id\ns1,A,x,B,active,o1,surplus\ns2,C\n")
    #expect(
      try scratch.defects() == [
        "repeated-key 1", "  services.csv:1: name: two columns are called `name`", "blank-key 2", "  services.csv:1: column 3 has no name",
        "  services.csv:2: the row has more values than there are columns", "no-organisation 1",
        "  services.csv:3: service s2: organization: the service names no organisation", "status 1",
        "  services.csv:3: service s2: status: the service has no status",
      ])
    #expect(try scratch.service()?.name == "A")
  }

  @Test("bytes that are no UTF-8, and breaks of other alphabets")
  func encoding() throws {
    let scratch = try scratch(Self.header)
    try scratch.write(
      "services.csv", Array(Self.header.utf8) + Array("s1,Caf".utf8) + [0xE9] + Array(",active,o1\ns2,A\u{2028}B\u{85},active,o1\n".utf8))
    #expect(try scratch.defects() == ["encoding 1", "  services.csv:2: the row is not UTF-8"])
    #expect(try scratch.service()?.name == "Café" && scratch.service("s2")?.name == "A B")
  }

  @Test("tables of nothing, of a header alone, of quotes alone")
  func odd() throws {
    for table in ["", "\n\n", "\"", "\"\"\"", "id", ",,,\n,,,\n", "id,name\n\"\"\"\"\"\"\n", "\0\n\0,\0"] {
      let scratch = try scratch(table, ["addresses.csv": table, "schedules.csv": table])
      _ = try scratch.defects()
      _ = try scratch.service()
    }
    #expect(try scratch("").service() == nil)
  }

  @Test("a number of one place goes to no other")
  func joins() throws {
    let scratch = try scratch(
      Self.header + "s1,A,active,o1\ns2,B,active,o1\n",
      [
        "locations.csv": "id,name\nl1,Hall\nl2,Barn\n",
        "service_at_locations.csv": "id,service_id,location_id\nx1,s1,l1\nx2,s2,l2\n",
        "phones.csv":
          "id,number,service_id,location_id,service_at_location_id,organization_id\np1,111 222,,l1,,\np2,333 444,,,x2,\np3,555 666,,,,o1\n",
        "schedules.csv": "id,freq,byday,until,service_at_location_id\nc1,WEEKLY,TU,2027-06-30,x1\n",
        "addresses.csv": "id,location_id,address_1,city\na1,l1,1 Quay,Tidewick\n",
      ])
    #expect(try scratch.defects() == [])
    let first = try scratch.service("s1")
    #expect(first?.contacts == [.init(.telephone, "111 222")])
    #expect(first?.locations.first?.times == ["Tuesdays, until 30 June 2027"] && first?.locations.first?.address == ["1 Quay", "Tidewick"])
    #expect(try scratch.service("s2")?.contacts == [.init(.telephone, "333 444")])
  }
}
