import Testing

@testable import Cairn

@Suite("Whether a cohort takes somebody")
struct CohortCheckTests {
  private static let manifest = """
    unit: family
    shape-parameters: {sessions: 8, every: 1 week, team: [parent-partner, school-partner], closed-after: 2}
    """

  private func found(_ offer: String, person: String = "{}", manifest: String = Self.manifest) throws -> [String] {
    try ShapedWorld(shape: "closed-cohort", manifest: manifest, offer: offer, person: person).found()
  }

  @Test(
    "it does until its second session is over, and then says when it closed",
    arguments: [
      ("starts: 2026-11-23", []),
      ("starts: 2026-11-22", ["speaksAgainst: it began on 2026-11-22, and takes new people until 2026-12-05"]),
      ("starts: 2026-11-09", ["speaksAgainst: it began on 2026-11-09, and takes new people until 2026-11-22"]),
      ("starts: 2026-11-08", ["bars: it closed on 2026-11-22, after 2 sessions, and takes nobody new"]),
      ("starts: 2026-10, state: {stage: recruiting}", ["bars: it closed on 2026-11-14, after 2 sessions, and takes nobody new"]),
      ("starts: 2026-11", []),
      ("state: {stage: intensive}", ["bars: it has begun, and takes nobody new"]),
      ("state: {stage: recruiting}", []),
    ])
  func entry(offer: String, said: [String]) throws { #expect(try found(offer) == said) }

  @Test(
    "without a session after which it closes, it closes when it begins",
    arguments: [
      ("starts: 2026-11-22", []),
      ("starts: 2026-11-21", ["bars: it began on 2026-11-21, and takes nobody new"]),
      ("starts: 2026-11", ["asks: whether it has begun: it starts in 2026-11"]),
      ("starts: 2026-11-22, state: {stage: intensive}", ["bars: it has begun, and takes nobody new"]),
    ])
  func closesAtOnce(offer: String, said: [String]) throws { #expect(try found(offer, manifest: "") == said) }

  @Test("how often it meets must be known to tell when it closes")
  func unknownRhythm() throws {
    let said = try found("starts: 2026-11-01", manifest: "shape-parameters: {closed-after: 2}")
    #expect(said == ["asks: whether it still takes people: it began on 2026-11-01"])
  }

  @Test(
    "once its sessions are over it goes on for those who were there",
    arguments: [
      (
        "{history: [{support: sample, outcome: completed, date: 2026-03}]}",
        "speaksFor: they came to the sessions, and it goes on for those who did"
      ),
      ("{}", "bars: its sessions are over, and it goes on for those who came to them"),
      (
        "{facts: {completed: {codes: [], partial: yes}}}",
        "asks: whether they came to its sessions: it goes on for those who did [completed]"
      ),
      ("{facts: {completed: unknown}}", "asks: whether they came to its sessions: it goes on for those who did [completed]"),
    ])
  func graduated(person: String, said: String) throws {
    for stage in ["graduated", "parent-led"] { #expect(try found("state: {stage: \(stage)}", person: person) == [said]) }
  }

  @Test(
    "it does not begin without its team",
    arguments: [
      ("state: {roles: {parent-partner: filled, school-partner: trained}}", []),
      (
        "state: {roles: {parent-partner: vacant, school-partner: filled}}",
        ["bars: it has no parent partner at present, and does not begin without its team"]
      ),
      (
        "state: {roles: {parent-partner: vacant, school-partner: vacant}}",
        ["bars: it has no parent partner and no school partner at present, and does not begin without its team"]
      ),
      (
        "state: {roles: {parent-partner: filled}}",
        ["asks: whether its team is whole: nobody says who is its school partner"]
      ),
    ])
  func team(offer: String, said: [String]) throws { #expect(try found(offer) == said) }

  @Test(
    "its team speaks with the families; of single people it is a reason, and no bar",
    arguments: [
      ("[pl, en-GB]", "{preferences: {language: [en]}}", ["speaksFor: its team speaks English, as they do"], false),
      (
        "[pl, en]", "{preferences: {language: [so, es]}}", ["bars: its team speaks Polish and English, and they speak Somali and Spanish"],
        true
      ),
      ("[pl, en]", "{}", [], false),
    ])
  func languages(team: String, person: String, said: [String], isBar: Bool) throws {
    let offer = "state: {team-languages: \(team)}"
    #expect(try found(offer, person: person) == said)
    let softer = said.map { $0.replacing("bars:", with: "speaksAgainst:") }
    #expect(try found(offer, person: person, manifest: "") == (isBar ? softer : said))
  }
}

@Suite("From staff to members")
struct HandOverTests {
  private static let manifest = """
    shape-parameters: {sessions: 8, every: 1 week}
    leadership:
      starts: staff
      moves-to: members
      needs: {attended: 6, lead: yes, room: yes, budget: yes}
      lasts: 24 months
      if-it-fails: Families are offered another group nearby.
    """

  private func said(_ offer: String, manifest: String = Self.manifest, person: String = "{}") throws -> [String] {
    let completed = "{history: [{support: sample, outcome: completed}]}"
    let all = try ShapedWorld(shape: "closed-cohort", manifest: manifest, offer: offer, person: completed).found()
    return all.filter { !$0.contains("they came to the sessions") && !$0.contains("takes n") }
  }

  @Test("a group that has all it needs goes on, for as long as it is meant to")
  func ready() throws {
    let all = "hand-over: {attended: [8, 7, 6, 2], lead: yes, room: yes, budget: yes}"
    // Eight weeks from 2 September end on 28 October; two years later it is over.
    #expect(
      try said("starts: 2026-09-02, state: {stage: graduated, \(all)}") == [
        "speaksFor: all is there for its members to lead it, until 2028-10-28"
      ])
    #expect(
      try said("starts: 2026-09-02, state: {stage: parent-led, \(all)}") == ["speaksFor: its members lead it, until 2028-10-28"])
    #expect(try said("state: {stage: parent-led, \(all)}") == ["speaksFor: its members lead it"])
    #expect(
      try said("starts: 2024-09-01, state: {stage: parent-led, \(all)}") == [
        "bars: the time for which its members lead it ended on 2026-10-27"
      ])
  }

  @Test("while the sessions run, what is missing may still come")
  func waits() throws {
    #expect(
      try said("starts: 2026-10-26, state: {stage: intensive, hand-over: {attended: [4, 4, 3], lead: no, room: yes}}") == [
        "speaksAgainst: it is not sure that its members will lead it: 0 of 3 came to 6 sessions or more, where 2 are needed, "
          + "nobody of the group is trained to lead it and nobody has said whether there is a budget"
      ])
    #expect(
      try said("state: {stage: graduated, hand-over: {lead: yes, room: yes, budget: yes}}") == [
        "speaksAgainst: it is not sure that its members will lead it: nobody has said who came how often"
      ])
  }

  @Test("once they are over it fails, and what happens then is said")
  func fails() throws {
    #expect(
      try said("starts: 2026-09-02, state: {hand-over: {attended: [8, 8, 5, 5], lead: yes, room: yes, budget: no}}") == [
        "speaksAgainst: its members do not lead it on: 2 of 4 came to 6 sessions or more, where 3 are needed and there is no budget; "
          + "families are offered another group nearby"
      ])
    let people = Self.manifest.replacing("attended: 6,", with: "attended: 6, people: 2,")
    let silent = people.replacing("  if-it-fails: Families are offered another group nearby.", with: "")
    #expect(
      try said("state: {stage: parent-led, hand-over: {attended: [8, 8, 5], lead: no, room: yes, budget: yes}}", manifest: silent) == [
        "speaksAgainst: its members do not lead it on: nobody of the group is trained to lead it"
      ])
  }

  @Test("where nobody said anything and nothing is due, nothing is said; and where nothing is asked, nothing is missing")
  func silent() throws {
    #expect(try said("starts: 2027-01-01") == [])
    let plain = "leadership: {starts: staff, moves-to: members}"
    #expect(try said("state: {stage: parent-led}", manifest: plain) == ["speaksFor: its members lead it"])
    #expect(try said("state: {stage: parent-led}", manifest: "") == [])
  }
}
