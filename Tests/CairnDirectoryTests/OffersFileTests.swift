import Cairn
import Testing

@testable import CairnDirectory

@Suite("A start for offers")
struct OffersFileTests {
  private static let hostile = "- \"Tide\": #1 \u{1B}[31m\n  offers: {x: y}\u{202E} *&!%@`'| =cmd()"

  /// A rulebook with the file in it opens on the directory that the file came from, and says nothing.
  private func check(_ text: String, _ scratch: Scratch, _ services: [String]) throws {
    let header = SourceText(path: "rulebook.yaml", text: "rulebook: {id: r, title: R, version: 1, directory: \(scratch.path)}\n")
    let rulebook = try Rulebook(
      files: [header, SourceText(path: "offers.yaml", text: text)], supportTypes: [signposting()],
      readDirectory: Directory.services(at:named:))
    #expect(DiagnosticText.draw(rulebook.warnings.filter { $0.code != .missingSafeguard }) == "")
    #expect(rulebook.declaration.offers.map { $0.service?.value } == services)
  }

  @Test("it reads back as offers, one for each service that may run")
  func roundTrip() throws {
    let scratch = try Scratch([
      "services.json": """
      [\(sample("\"minimum_age\": 18, \"maximum_age\": 65")), \(sample(id: "s2")),
       {"id": "s3", "name": "Closed", "status": "defunct"}, {"id": "s4", "name": "Maybe"}]
      """
    ])
    let text = try OffersFile(at: scratch.path, support: nil).draw()
    try check(text, scratch, ["s1", "s2", "s4"])
    #expect(
      text.split(separator: "\n").dropFirst(4).joined(separator: "\n") == """
        offers:
          # Tide singers, Quayside
          tide-singers:
            support: signposting  # choose
            service: hsds:s1
            accepts: {age: {at-least: 18, at-most: 65}}
            # unknown: area, access, mode, group, places, costs
          # Tide singers, Quayside
          tide-singers-2:
            support: signposting  # choose
            service: hsds:s2
            # unknown: ages, area, access, mode, group, places, costs
          # Maybe
          maybe:
            support: signposting  # choose
            service: hsds:s4
            # the directory does not say whether it runs
            # unknown: ages, area, access, mode, group, places, costs
          # These do not run at present:
          # Closed: hsds:s3, defunct
        """)
  }

  @Test("names and ids from outside stay comments and values")
  func hostile() throws {
    var json = JSONWriter()
    json.array { json in
      for id in ["a: b # c", "x\n- y", "'", "\"", "{a}", "yes", "1", "tail:", Self.hostile] {
        json.object { json in
          json.field("id", id)
          json.field("name", Self.hostile)
          json.field("status", id == "1" ? "defunct" : "active")
          json.object("organization") { $0.field("name", "#\n\(Self.hostile)") }
        }
      }
    }
    let scratch = try Scratch(["services.json": json.text])
    let text = try OffersFile(at: scratch.path, support: "signposting").draw()
    try check(text, scratch, ["a: b # c", "x\n- y", "'", "\"", "{a}", "yes", "tail:"])
    #expect(!text.unicodeScalars.contains { Escaping.steers($0) && $0 != "\n" })
  }

  @Test("ages from a table of eligibilities, organisations from theirs")
  func tables() throws {
    let scratch = try Scratch([
      "services.csv": "id,name,status,organization_id\ns1,Tide,active,o1\n", "organizations.csv": "id,name\no1,Quayside\n",
      "eligibility.csv": "id,service_id,minimum_age,maximum_age\ne1,s1,16,25\ne2,s1,18,\n",
    ])
    let text = try OffersFile(at: scratch.path, support: "signposting").draw()
    #expect(text.contains("# Tide, Quayside\n") && text.contains("accepts: {age: {at-least: 16}}"))
  }

  @Test("a directory without services gives no offer")
  func none() throws {
    let scratch = try Scratch(["services.json": "[]"])
    let text = try OffersFile(at: scratch.path, support: nil).draw()
    #expect(text.hasSuffix("offers: {}\n"))
  }
}

/// The least that an offer can name.
private func signposting() throws -> DeclaredSupportType {
  let support = """
    support: signposting
    title: Signposting
    summary: Tells people where to go.
    benefits: [People find their way.]
    risks: [It may be out of date.]
    formality: either
    shape: open-group
    unit: person
    verbs: [signpost]
    crisis: continues
    evidence: [{grade: low, source: Judgement, limits: Nobody has measured it.}]
    """
  let texts =
    "inform: {person: It is there., practitioner: Mention it.}\nflag: {person: Look., practitioner: Look.}\nsignpost: {person: Here is where it is., practitioner: Name the place.}\n"
  return DeclaredSupportType(try SupportManifest(support: Array(support.utf8), texts: ["en": Array(texts.utf8)]))
}
