import Testing

@testable import Cairn

@Suite("Profiles read")
struct ProfileReaderTests {
  private let rulebook = DraftRulebook()
  private let pathways = ["diabetes": ["diagnosis", "education", "review"], "pain": ["waiting"]]

  private func read(_ yaml: String) -> (profiles: [Profile], said: String) {
    let section = "profiles:\n" + yaml.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
    let declared = RulebookReader.read([DraftRulebook.tree(section, path: "profiles.yaml")])
    let read = ProfileReader.readAll(declared.declaration.profiles, vocabulary: rulebook.vocabulary, pathways: pathways)
    return (read.profiles, said(declared.diagnostics + read.diagnostics))
  }

  private func values(_ profile: Profile?) -> [String: Profile.Value] { profile?.facts.mapValues(\.value) ?? [:] }

  @Test("a profile with everything in it")
  func everything() throws {
    let (profiles, said) = read(
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

  @Test(
    "every way to write a fact",
    arguments: [
      ("lives-alone: yes", Profile.Fact(.boolean(true))),
      ("lives-alone: {value: false, date: 2026}", Profile.Fact(.boolean(false), date: PartialDate("2026"))),
      ("lives-alone: unknown", Profile.Fact(.unknown)),
      ("lives-alone: declined", Profile.Fact(.declined)),
      ("lives-alone: \"declined\"", Profile.Fact(.declined)),
      ("lives-alone: {value: declined, date: 2026-11-01}", Profile.Fact(.declined, date: PartialDate("2026-11-01"))),
      ("housing: homeless", Profile.Fact(.choice("homeless"))),
      ("weight: 70.50", Profile.Fact(.number("70.5"))),
      ("loneliness: \"7\"", Profile.Fact(.number("7"))),
      ("discharged: 2026-03", Profile.Fact(.date(.init(first: CalendarDate(2026, 3, 1), last: CalendarDate(2026, 3, 31))))),
      ("discharged: none", Profile.Fact(.never)),
      ("discharged: {value: none, date: 2026-11}", Profile.Fact(.never, date: PartialDate("2026-11"))),
      ("conditions: []", Profile.Fact(.codes([], partial: false))),
      ("conditions: stroke", Profile.Fact(.codes([.init("stroke")], partial: false))),
      ("conditions: {is: stroke, since: 2020}", Profile.Fact(.codes([.init("stroke", since: PartialDate("2020"))], partial: false))),
      (
        "conditions: {codes: [stroke], partial: yes, date: 2026}",
        Profile.Fact(.codes([.init("stroke")], partial: true), date: PartialDate("2026"))
      ),
      ("conditions: {codes: declined, date: 2026}", Profile.Fact(.declined, date: PartialDate("2026"))),
      ("conditions: {value: declined, date: 2026}", Profile.Fact(.declined, date: PartialDate("2026"))),
      ("area: {codes: [\"007\"], date: 2026}", Profile.Fact(.codes([.init("007")], partial: false), date: PartialDate("2026"))),
    ])
  func facts(yaml: String, fact: Profile.Fact) {
    let (profiles, said) = read("p: {facts: {\(yaml)}}")
    #expect(said.isEmpty)
    let read = profiles.first?.facts.first?.value
    #expect(read?.value == fact.value)
    #expect(read?.date == fact.date)
  }

  @Test(
    "what cannot be a fact is said, and stays unknown",
    arguments: [
      (
        "lonelines: 7",
        """
        lonelines <- there is no fact `lonelines` [unknown-fact]
          help: did you mean `loneliness`?
          put: loneliness
        """
      ),
      ("loneliness: 12", "12 <- `12` is out of range: `loneliness` runs from 3 to 9 [out-of-range]"),
      ("loneliness: 7.5", "7.5 <- `7.5` is too fine: `loneliness` counts in whole numbers [out-of-range]"),
      ("loneliness: seven", "seven <- `loneliness` takes a number, not `seven` [wrong-type]"),
      ("loneliness: [7]", "[7] <- `loneliness` takes a number, not a list [wrong-type]"),
      ("lives-alone: perhaps", "perhaps <- `lives-alone` takes `yes` or `no`, not `perhaps` [wrong-type]"),
      (
        "housing: homeles",
        """
        homeles <- `homeles` is no value of the fact `housing` [unknown-choice]
          help: did you mean `homeless`?
          help: its values are `stable`, `insecure` and `homeless`
          put: homeless
        """
      ),
      (
        "housing: none",
        """
        none <- `none` is for dates that never came, and `housing` is a choice of `stable`, `insecure` and `homeless` [wrong-type]
          help: write `unknown` where nobody knows, `declined` where the answer was refused
        """
      ),
      (
        "conditions: none",
        """
        none <- `none` is for dates that never came [wrong-type]
          help: write `[]` for a set with nothing in it
        """
      ),
      (
        "loneliness: {valeu: 7}",
        """
        valeu <- unknown key `valeu` in `loneliness` [unknown-key]
          help: did you mean `value`?
          put: value
        """
      ),
      (
        "isolated: yes",
        "isolated <- `isolated` is derived from other facts and cannot be given [invalid-value]"
      ),
      (
        "consent-to-share: yes",
        """
        consent-to-share <- `consent-to-share` does not stand among the facts [invalid-value]
          help: write `consent: {share: yes}`
        """
      ),
      (
        "born: 1972",
        """
        born <- there is no fact `born` [unknown-fact]
          help: `born` stands beside `facts`, not under it
        """
      ),
    ])
  func wrongFacts(yaml: String, message: String) {
    let (profiles, said) = read("p: {facts: {\(yaml)}}")
    #expect(said == message)
    #expect(values(profiles.first).isEmpty)
  }

  @Test("a value whose date cannot be read is not used, since without a date it would count as current")
  func wrongDate() {
    let (profiles, said) = read("p: {facts: {loneliness: {value: 7, date: 01/02/2026}}}")
    #expect(
      said == """
        01/02/2026 <- `01/02/2026` may be either of two days [ambiguous-date]
          either: date: 2026-02-01   1 February 2026
          or: date: 2026-01-02   2 January 2026
        """)
    #expect(profiles.map { values($0) } == [[:]])
  }

  @Test("a code that cannot be read leaves the set open")
  func wrongCode() {
    let (profiles, said) = read("p: {facts: {conditions: [stroke, asthm, breathing]}}")
    #expect(
      said == """
        asthm <- there is no concept `asthm` [unknown-concept]
          help: did you mean `asthma`?
          put: asthma
        breathing <- there is no concept `breathing` [unknown-concept]
          help: it is a value set: name the concepts that this person has
        """)
    #expect(values(profiles.first) == ["conditions": .codes([.init("stroke")], partial: true)])
  }

  @Test("an event that cannot be read leaves the history open, one of a support type that there is not does not")
  func wrongEvents() {
    let (profiles, said) = read(
      """
      p: {history: [{support: peer-group, outcome: acepted}]}
      q: {history: [{support: peer-grup, outcome: accepted}, {support: course, outcome: accepted, date: 2026-13}]}
      """)
    #expect(
      said == """
        acepted <- `outcome` takes `accepted`, `completed`, `ended`, `declined` or `not-yet`, not `acepted` [invalid-value]
          help: did you mean `accepted`?
          put: accepted
        peer-grup <- there is no support type `peer-grup` [unknown-support]
          help: did you mean `peer-group`?
          help: `cairn plugins` shows what there is
          put: peer-group
        2026-13 <- there is no `2026-13`: a year has 12 months, and none is number 13 [invalid-date]
        """)
    #expect(profiles.map(\.isHistoryPartial) == [true, false])
    #expect(profiles.map { $0.history.map(\.support) } == [[], ["course"]])
  }

  @Test(
    "places and consent that cannot be",
    arguments: [
      (
        "at: {pathway: diabets, step: review}",
        """
        diabets <- there is no pathway `diabets` [unknown-pathway]
          help: did you mean `diabetes`?
          put: diabetes
        """
      ),
      (
        "at: {pathway: diabetes, step: reviw}",
        """
        reviw <- the pathway `diabetes` has no step `reviw` [unknown-step]
          help: did you mean `review`?
          put: review
        """
      ),
      (
        "at: {pathway: pain, step: review}",
        """
        review <- the pathway `pain` has no step `review` [unknown-step]
          help: its steps are `waiting`
        """
      ),
      (
        "at: {pathway: pain, reached: {waitin: 2026}}",
        """
        waitin <- the pathway `pain` has no step `waitin` [unknown-step]
          help: did you mean `waiting`?
          put: waiting
        """
      ),
      (
        "at: [{pathway: pain}, {pathway: pain, step: waiting}]",
        """
        {pathway: pain, step: waiting} <- the pathway `pain` stands twice under `at` [given-twice]
          help: keep one of them
        """
      ),
      ("home: {lat: 91, lon: 0}", "91 <- `91` is out of range: `lat` runs from -90 to 90 [out-of-range]"),
      ("home: {lat: 1, lon: west}", "west <- `lon` takes a number of degrees, not `west` [wrong-type]"),
      (
        "home: {lat: 1}",
        """
        home <- `home` has no `lon` [missing-key]
          help: a place on the map wants both
        """
      ),
      (
        "home: nowhere",
        "nowhere <- `home` takes `no-fixed-abode`, or a mapping of `lat`, `lon` and `area`, not `nowhere` [wrong-type]"
      ),
      ("consent: {share: some}", "some <- `share` takes `yes`, `no`, or a list of support types, not `some` [wrong-type]"),
      (
        "consent: {share: [cours]}",
        """
        cours <- there is no support type `cours` [unknown-support]
          help: did you mean `course`?
          help: `cairn plugins` shows what there is
          put: course
        """
      ),
      ("consent: {by: sister}", "sister <- `by` takes `self`, `parent`, `attorney` or `best-interests`, not `sister` [invalid-value]"),
      (
        "share: yes",
        """
        share <- unknown key `share` in the profile `p` [unknown-key]
          help: `share` belongs under `consent`
        """
      ),
      (
        "carer-of: q",
        """
        q <- there is no profile `q` [unknown-profile]
        """
      ),
      ("carer-of: p", "p <- `p` cannot be their own carer [invalid-value]"),
      (
        "but: {born: 1970}",
        """
        but <- `but` has no `like` to differ from [missing-key]
          help: write its keys without `but`
        """
      ),
      (
        "{born: 1972, facts: {age: 54}}",
        """
        age <- the fact `age` and `born` say the same thing [given-twice]
          help: keep one of them
        """
      ),
      (
        "{home: {area: E1}, facts: {area: [E1]}}",
        """
        area <- the fact `area` and the `area` of `home` say the same thing [given-twice]
          help: keep one of them
        """
      ),
    ])
  func wrongKeys(yaml: String, message: String) {
    #expect(read("p: \(yaml.hasPrefix("{") ? yaml : "{\(yaml)}")").said == message)
  }

  @Test("consent may be given, refused, not answered, or not asked")
  func consent() {
    let (profiles, said) = read(
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
    let (profiles, said) = read(
      """
      a: {strengths: [copd]}
      b: {strengths: {codes: [copd], partial: yes}}
      c: {strengths: declined}
      d: {strengths: unknown}
      """)
    #expect(said.isEmpty)
    #expect(profiles.map(\.strengths) == [["copd"], nil, nil, nil])
    #expect(
      profiles.map { values($0)["strengths"] } == [nil, .codes([.init("copd")], partial: true), .declined, .unknown])
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
    var reader = ProfileReader(vocabulary: rulebook.vocabulary, pathways: pathways)
    let profile = tree.root.flatMap { reader.read($0, id: "p") }
    #expect(reader.diagnostics.isEmpty)
    #expect(profile?.goals == [])
    #expect(values(profile) == ["housing": .unknown])
  }

  // MARK: - Like

  @Test("a profile that is like another differs only in what it says, fact by fact, through chains in any order")
  func like() throws {
    let (profiles, said) = read(
      """
      younger: {like: older, born: 2009-03, facts: {housing: unknown}}
      older: {like: amina, facts: {loneliness: 9}}
      amina:
        born: 1972
        goals: [walk]
        facts: {loneliness: 7, housing: stable, lives-alone: yes}
      again: {like: amina, but: {facts: {lives-alone: no}, goals: []}}
      aged: {like: amina, facts: {age: 80}}
      """)
    #expect(said.isEmpty)
    #expect(profiles.map(\.id) == ["younger", "older", "amina", "again", "aged"])
    #expect(profiles.map(\.born) == [PartialDate("2009-03"), PartialDate("1972"), PartialDate("1972"), PartialDate("1972"), nil])
    #expect(values(profiles[0]) == ["loneliness": .number("9"), "housing": .unknown, "lives-alone": .boolean(true)])
    #expect(values(profiles[1]) == ["loneliness": .number("9"), "housing": .choice("stable"), "lives-alone": .boolean(true)])
    #expect(values(profiles[3]) == ["loneliness": .number("7"), "housing": .choice("stable"), "lives-alone": .boolean(false)])
    #expect(profiles.map(\.goals) == [["walk"], ["walk"], ["walk"], [], ["walk"]])
    #expect(values(profiles[4])["age"] == .number("80"))
  }

  @Test("profiles that go round in a ring are named once, an unknown one where it is named")
  func rings() {
    let (profiles, said) = read(
      """
      a: {like: b}
      b: {like: a}
      outside: {like: a}
      typo: {like: outsid}
      """)
    #expect(
      said == """
        a <- profiles go round in a ring: `a` is like `b`, `b` is like `a` [profile-cycle]
        outsid <- there is no profile `outsid` [unknown-profile]
          help: did you mean `outside`?
          put: outside
        """)
    #expect(profiles.map(\.id) == ["outside", "typo"])
  }

  @Test("a profile by itself takes its id from its keys, and may be like one that is known")
  func alone() throws {
    let base = Profile(id: "amina", facts: ["loneliness": .init(.number("7"))])
    var reader = ProfileReader(vocabulary: rulebook.vocabulary, pathways: pathways, profiles: [base])
    let tree = DraftRulebook.tree("{id: p7, like: amina, facts: {housing: stable}}", path: "p.yaml")
    let profile = reader.read(try #require(tree.root), id: "line 1")
    #expect(reader.diagnostics.isEmpty)
    #expect(profile?.id == "p7")
    #expect(values(profile) == ["loneliness": .number("7"), "housing": .choice("stable")])
    #expect(reader.read(try #require(DraftRulebook.tree("[]", path: "p.yaml").root), id: "q") == nil)
    #expect(said(reader.diagnostics) == "[] <- a profile is a mapping, not a list [wrong-type]")
  }
}
