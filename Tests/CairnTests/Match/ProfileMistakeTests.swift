import Testing

@testable import Cairn

@Suite("Mistakes beside the facts of profiles")
struct ProfileMistakeTests {
  @Test("an event that cannot be read leaves the history open, one of a support type that there is not does not")
  func wrongEvents() {
    let (profiles, said) = DraftProfiles.read(
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
        """
      ),
      (
        "at: {pathway: diabetes, step: reviw}",
        """
        reviw <- the pathway `diabetes` has no step `reviw` [unknown-step]
          help: did you mean `review`?
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
    #expect(DraftProfiles.read("p: \(yaml.hasPrefix("{") ? yaml : "{\(yaml)}")").said == message)
  }
}
