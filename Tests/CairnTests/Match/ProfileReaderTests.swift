import Testing

@testable import Cairn

@Suite("Profiles read")
struct ProfileReaderTests {
  @Test("a profile with everything in it")
  func everything() throws {
    let (profiles, said) = DraftProfiles.read(
      """
      amina:
        about: Newly diagnosed
        born: 1972-03
        facts:
          conditions: [{is: stroke, since: 2026-09-14}, asthma]
          loneliness: {value: 7, date: 2026-10-01}
          housing: stable
        at: {pathway: diabetes, step: review, since: 2026-10-20, reached: {diagnosis: 2026-09-14}}
        home: {lat: 51.46, lon: -0.11, area: E05014095}
        consent: {suggest: yes, share: [course], message-back: no, by: self}
        history: [{support: peer-group, outcome: not-yet, date: 2026-05-02, step: review}]
        preferences: {mode: [in-person], language: es}
        access: [step-free, hearing-loop]
        goals: [walk to the shops again]
        strengths: [copd]
        household: h1
        carer-of: yusuf
      yusuf: {}
      """)
    #expect(said.isEmpty)
    let amina = try #require(profiles.first)
    #expect(profiles.map(\.id) == ["amina", "yusuf"])
    #expect(amina.about == "Newly diagnosed")
    #expect(amina.born == PartialDate("1972-03"))
    #expect(
      amina.facts.mapValues(\.value) == [
        "conditions": .codes([.init("stroke", since: PartialDate("2026-09-14")), .init("asthma")], partial: false),
        "loneliness": .number("7"), "housing": .choice("stable"),
      ])
    #expect(amina.facts["loneliness"]?.date == PartialDate("2026-10-01"))
    #expect(amina.facts["housing"]?.source?.reference == "profiles.yaml:8:16")
    #expect(
      amina.positions.map { [$0.pathway, $0.step ?? "", "\($0.reached)"] } == [
        ["diabetes", "review", "\(["diagnosis": PartialDate("2026-09-14")].compactMapValues { $0 })"]
      ])
    #expect(amina.positions.first?.since == PartialDate("2026-10-20"))
    #expect(amina.home == .place(latitude: 51.46, longitude: -0.11, area: "E05014095"))
    #expect(amina.consent.suggest == .given(true) && amina.consent.share == .with(["course"]))
    #expect(amina.consent.messageBack == false && amina.consent.by == "self")
    #expect(amina.history.map(\.support) == ["peer-group"] && amina.history.map(\.outcome) == [.notYet])
    #expect(amina.history.map(\.step) == ["review"] && amina.history.map(\.date) == [PartialDate("2026-05-02")])
    #expect(amina.preferences == ["mode": ["in-person"], "language": ["es"]])
    #expect(amina.access == ["step-free", "hearing-loop"] && amina.goals == ["walk to the shops again"])
    #expect(amina.strengths == ["copd"] && amina.household == "h1" && amina.carerOf == "yusuf")
  }

  @Test("consent may be given, refused, not answered, or not asked")
  func consent() {
    let (profiles, said) = DraftProfiles.read(
      """
      a: {consent: {suggest: declined, share: declined}}
      b: {consent: {suggest: no, share: []}}
      c: {consent: {suggest: unknown, share: no}}
      d: {consent: unknown}
      """)
    #expect(said.isEmpty)
    #expect(profiles.map(\.consent.suggest) == [.declined, .given(false), nil, nil])
    #expect(profiles.map(\.consent.share) == [.declined, .with([]), .all(false), nil])
  }

  @Test("strengths that are open, dated or declined stand among the facts")
  func strengths() {
    let (profiles, said) = DraftProfiles.read(
      """
      a: {strengths: [copd]}
      b: {strengths: {codes: [copd], partial: yes}}
      c: {strengths: declined}
      d: {strengths: unknown}
      """)
    #expect(said.isEmpty)
    #expect(profiles.map(\.strengths) == [["copd"], nil, nil, nil])
    #expect(
      profiles.map { $0.values["strengths"] } == [nil, .codes([.init("copd")], partial: true), .declined, .unknown])
  }

  @Test("JSON's null says no more than leaving the key out")
  func null() {
    // {"goals": null, "facts": {"housing": null}}, as the reader of JSON makes it: a plain scalar with an empty text of its own.
    let source = SourceText(path: "p.json", text: #"{"goals": null, "facts": {"housing": null}}"#)
    func scalar(_ style: NodeTree.Style, _ start: Int32, _ end: Int32, _ next: Int32, _ text: Int32) -> NodeTree.Record {
      NodeTree.Record(kind: .scalar, style: style, start: start, end: end, next: next, text: text)
    }
    let records = [
      NodeTree.Record(kind: .mapping, style: .flow, start: 0, end: 44, next: 7), scalar(.quoted, 1, 8, 2, 1), scalar(.plain, 10, 14, 3, 0),
      scalar(.quoted, 16, 23, 4, 2), NodeTree.Record(kind: .mapping, style: .flow, start: 25, end: 43, next: 7),
      scalar(.quoted, 26, 35, 6, 3), scalar(.plain, 37, 41, 7, 0),
    ]
    let tree = NodeTree(source: source, records: records, texts: ["", "goals", "facts", "housing"])
    var reader = ProfileReader(vocabulary: DraftProfiles.vocabulary, pathways: DraftProfiles.pathways)
    let profile = tree.root.flatMap { reader.read($0, id: "p") }
    #expect(reader.diagnostics.isEmpty)
    #expect(profile?.goals == [])
    #expect(profile?.values == ["housing": .unknown])
  }
}
