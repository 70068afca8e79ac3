import Cairn
import Foundation
import Testing

@Suite("Manifests of support types")
struct ManifestTests {
  static let mistakes = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Mistakes/manifest.txt")

  @Test("say of each mistake where it is and how to mend it")
  func mistakes() throws {
    try MistakeFile(Self.mistakes).check { Self.drawn($0) }
  }

  private static func drawn(_ text: String) -> String {
    let parts = MistakeFile.parts(of: text, first: "support.yaml")
    let texts = Dictionary(parts.dropFirst().map { ($0.name, Array($0.text.utf8)) }, uniquingKeysWith: { $1 })
    do {
      _ = try SupportManifest(support: Array(parts[0].text.utf8), texts: texts)
      return "nothing is wrong\n"
    } catch { return error.description }
  }

  private static let keyRing = """
    support: keyring-network
    title: {en: Living support network, cy: Rhwydwaith}
    public-name: A neighbourhood support network
    summary: >-
      Nine people who live near each other,
      and a volunteer among them.
    benefits: [Neighbours., A hand.]
    risks: [It may end.]
    formality: formal
    shape: geographic-cluster
    shape-parameters: {members: 9, volunteers: 1, within: {walk: 15 minutes}, linkage: centre, detour: 1.3, walking-speed: 1.2 m/s}
    unit: network
    verbs: [introduce, refer, self-refer]
    suits: {age: {at-least: 18}, tenancy: own}
    unless: {daily-support: more-than-a-network-gives}
    crisis: continues
    facts:
      tenancy: {title: Home, type: choice, values: [own, none-yet], ask: Is your home your own?}
    parameters:
      focus: {type: choice, values: [tenancy, skills, company], required: yes, title: What it is about}
      size: {type: number, min: 2}
      quiet: {type: boolean}
      note: {type: text}
      with: {type: list}
    produces: [membership-plan]
    crisis-needs: [co-facilitated]
    leadership:
      starts: staff
      moves-to: members
      after: 8 weeks
      needs: {attended: 6, people: 4, lead: yes, room: yes, budget: no}
      lasts: 24 months
      if-it-fails: Staff stay.
    costs:
      - {category: staff-time, per: network, quantity: 12.5, unit: hours a week}
    evidence: [{grade: low, source: A report, limits: No control}]
    facilitators-need: [confidentiality, listening]
    checks-need: [enhanced-dbs]

    """

  @Test("give what they declare")
  func declared() throws {
    let text = "introduce: {person: Come., practitioner: Call.}\ninform: {person: A., practitioner: B.}\n"
    let rest = "refer: {person: C., practitioner: D.}\nself-refer: {person: E., practitioner: F.}\nflag: {person: G., practitioner: H.}\n"
    let manifest = try SupportManifest(support: Array(Self.keyRing.utf8), texts: ["en": Array((text + rest).utf8)])
    #expect(manifest.id == "keyring-network")
    #expect(manifest.title.text(in: "cy") == "Rhwydwaith")
    #expect(manifest.publicName == "A neighbourhood support network")
    #expect(manifest.summary == "Nine people who live near each other, and a volunteer among them.")
    #expect(manifest.benefits == ["Neighbours.", "A hand."])
    #expect(manifest.risks == ["It may end."])
    #expect(manifest.formality == .formal)
    #expect(manifest.shape == .geographicCluster)
    #expect(
      manifest.shapeParameters == [
        "members": "9", "volunteers": "1", "within-walk": "15 minutes", "linkage": "centre", "detour": "1.3", "walking-speed": "1.2 m/s",
      ])
    #expect(manifest.unit == .network)
    #expect(manifest.verbs == [.introduce, .refer, .selfRefer, .inform, .flag])
    #expect(manifest.crisis == .continues)
    #expect(manifest.facts.map(\.id.value) == ["tenancy"])
    #expect(manifest.parameters.map(\.name) == ["focus", "size", "quiet", "note", "with"])
    #expect(
      manifest.parameters.map(\.type) == [.choice(["tenancy", "skills", "company"]), .number(min: 2, max: nil), .boolean, .text, .list])
    #expect(manifest.parameters.map(\.isRequired) == [true, false, false, false, false])
    #expect(manifest.produces == ["membership-plan"])
    #expect(manifest.leadership?.starts == "staff")
    #expect(manifest.leadership?.movesTo == "members")
    let needs = try #require(manifest.leadership?.needs)
    #expect([needs.attended, needs.people] == [6, 4])
    #expect([needs.lead, needs.room, needs.budget] == [true, true, false])
    #expect(manifest.leadership?.lasts == CalendarDuration("2 years"))
    #expect(manifest.crisisNeeds == ["co-facilitated"])
    #expect(manifest.checksNeed == ["enhanced-dbs"])
    #expect(manifest.costs.map(\.quantity) == ["12.5"])
    #expect(manifest.evidence == [Evidence(grade: "low", source: "A report", limits: "No control")])
    #expect(manifest.facilitatorsNeed == ["confidentiality", "listening"])
    #expect(manifest.texts.map(\.verb) == [.introduce, .inform, .refer, .selfRefer, .flag])
    #expect(manifest.texts.first?.person == "Come.")
    #expect(manifest.suits != nil)
    #expect(manifest.unless != nil)
    #expect(manifest.declaredAt?.text == "keyring-network")
  }

  @Test("take care in a crisis unless they say otherwise, and need say little else")
  func defaults() throws {
    let manifest = try SupportManifest(support: Array("support: a\ntitle: A\nsummary: B\nshape: hub\nverbs: [signpost]\n".utf8), texts: [:])
    #expect(manifest.crisis == .pauses)
    #expect(manifest.formality == .either)
    #expect(manifest.unit == .person)
    #expect(manifest.verbs == [.signpost, .inform, .flag])
  }

  @Test("are the same plugin from a folder and from a module, and another one once a byte differs")
  func hashes() throws {
    let folder = try TemporaryFolder()
    let support = "support: a\ntitle: A\nsummary: B\nshape: hub\nverbs: [signpost]\n"
    let text = ["signpost", "inform", "flag"].map { "\($0): {person: A, practitioner: B}\n" }.joined()
    try folder.write("Hub/support.yaml", support)
    try folder.write("Hub/texts/en.yaml", text)
    let reading = PluginFolder.load(at: "../Hub", relativeTo: "\(folder.path)/Hub")
    #expect(DiagnosticText.draw(reading.diagnostics) == "")
    let embedded = try SupportManifest(support: Array(support.utf8), texts: ["en": Array(text.utf8)])
    #expect(reading.manifest?.contentHash == embedded.contentHash)
    let other = try SupportManifest(support: Array(support.utf8), texts: ["es": Array(text.utf8)])
    #expect(other.contentHash != embedded.contentHash)
  }

  @Test("are looked for where the rulebook says, and nowhere else")
  func missing() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/rulebook.yaml", "rulebook: {plugins: [../Nowhere]}\n")
    try folder.write("Empty/README.md", "")
    let rulebook = SourceText(path: "rulebook.yaml", text: "plugins: [../Nowhere]\n")
    let place = SourceRange(rulebook, 10, 20)
    func drawn(_ path: String) -> String {
      let text = DiagnosticText.draw(PluginFolder.load(at: path, relativeTo: "\(folder.path)/rules", named: place).diagnostics)
      return text.replacing(folder.path, with: "…")
    }
    #expect(
      drawn("../Nowhere") == """
        rulebook.yaml:1:11: error: there is no folder `../Nowhere` [plugin-missing]
          |
        1 | plugins: [../Nowhere]
          |           ^~~~~~~~~~
          = help: it is looked for at `…/Nowhere`

        """)
    #expect(drawn("../Empty").hasPrefix("\(start)the plugin `../Empty` cannot be used: it has no `support.yaml` [plugin-invalid]\n"))
    #expect(drawn("rulebook.yaml").hasPrefix("\(start)`rulebook.yaml` is a file, and a plugin is a folder [plugin-missing]\n"))
  }

  private let start = "rulebook.yaml:1:11: error: "

  @Test(
    "say which of their files is in the way",
    arguments: [
      (["texts/old/en.yaml"], "`texts/old/en.yaml` lies deeper than its other texts"),
      (["texts/en.yaml", "texts/en.yml"], "it has two texts for the language `en`"),
      (["texts/long.yaml"], "its `texts/long.yaml` has more than 1 MiB"),
    ])
  func obstacles(files: [String], reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Hub/support.yaml", "support: a\n")
    for file in files { try folder.write("Hub/\(file)", String(repeating: "#", count: file.contains("long") ? 1 << 20 + 1 : 1)) }
    let said = DiagnosticText.draw(PluginFolder.load(at: "Hub", relativeTo: folder.path).diagnostics)
    #expect(said == "error: the plugin `Hub` cannot be used: \(reason) [plugin-invalid]\n")
  }
}
