import Testing

@testable import Cairn

@Suite("Facts of profiles read")
struct ProfileFactTests {
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
    let (profiles, said) = DraftProfiles.read("p: {facts: {\(yaml)}}")
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
        """
      ),
      ("loneliness: 12", "12 <- `12` is out of range: `loneliness` runs from 3 to 9 [out-of-range]"),
      ("loneliness: 7.5", "7.5 <- `7.5` is too fine: `loneliness` counts in whole numbers [out-of-range]"),
      ("loneliness: seven", "seven <- `loneliness` takes a number, not `seven` [wrong-type]\n  help: write `loneliness: 7`"),
      (
        "loneliness: \"7\"",
        """
        "7" <- `loneliness` takes a number, without quotes [wrong-type]
          put: 7
        """
      ),
      ("loneliness: [7]", "[7] <- `loneliness` takes a number, not a list [wrong-type]"),
      ("lives-alone: perhaps", "perhaps <- `lives-alone` takes `yes` or `no`, not `perhaps` [wrong-type]"),
      (
        "housing: homeles",
        """
        homeles <- `homeles` is no value of the fact `housing` [unknown-choice]
          help: did you mean `homeless`?
          help: its values are `stable`, `insecure` and `homeless`
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
    let (profiles, said) = DraftProfiles.read("p: {facts: {\(yaml)}}")
    #expect(said == message)
    #expect(profiles.first?.values == [:])
  }

  @Test("a value whose date cannot be read is not used, since without a date it would count as current")
  func wrongDate() {
    let (profiles, said) = DraftProfiles.read("p: {facts: {loneliness: {value: 7, date: 01/02/2026}}}")
    #expect(
      said == """
        01/02/2026 <- `01/02/2026` may be either of two days [ambiguous-date]
          either: date: 2026-02-01   1 February 2026
          or: date: 2026-01-02   2 January 2026
        """)
    #expect(profiles.map { $0.values } == [[:]])
  }

  @Test("a code that cannot be read leaves the set open")
  func wrongCode() {
    let (profiles, said) = DraftProfiles.read("p: {facts: {conditions: [stroke, asthm, breathing]}}")
    #expect(
      said == """
        asthm <- there is no concept `asthm` [unknown-concept]
          help: did you mean `asthma`?
        breathing <- there is no concept `breathing` [unknown-concept]
          help: it is a value set: name the concepts that this person has
        """)
    #expect(profiles.first?.values == ["conditions": .codes([.init("stroke")], partial: true)])
  }
}
