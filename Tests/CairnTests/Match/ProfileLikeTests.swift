import Testing

@testable import Cairn

@Suite("Profiles like others")
struct ProfileLikeTests {
  @Test("a profile that is like another differs only in what it says, fact by fact, through chains in any order")
  func like() throws {
    let (profiles, said) = DraftProfiles.read(
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
    #expect(profiles[0].values == ["loneliness": .number("9"), "housing": .unknown, "lives-alone": .boolean(true)])
    #expect(profiles[1].values == ["loneliness": .number("9"), "housing": .choice("stable"), "lives-alone": .boolean(true)])
    #expect(profiles[3].values == ["loneliness": .number("7"), "housing": .choice("stable"), "lives-alone": .boolean(false)])
    #expect(profiles.map(\.goals) == [["walk"], ["walk"], ["walk"], [], ["walk"]])
    #expect(profiles[4].values["age"] == .number("80"))
  }

  @Test("profiles that go round in a ring are named once, an unknown one where it is named")
  func rings() {
    let (profiles, said) = DraftProfiles.read(
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
        """)
    #expect(profiles.map(\.id) == ["outside", "typo"])
  }

  @Test("a profile by itself takes its id from its keys, and may be like one that is known")
  func alone() throws {
    let base = Profile(id: "amina", facts: ["loneliness": .init(.number("7"))])
    var reader = ProfileReader(vocabulary: DraftProfiles.vocabulary, pathways: DraftProfiles.pathways, profiles: [base])
    let tree = DraftRulebook.tree("{id: p7, like: amina, facts: {housing: stable}}", path: "p.yaml")
    let profile = reader.read(try #require(tree.root), id: "line 1")
    #expect(reader.diagnostics.isEmpty)
    #expect(profile?.id == "p7")
    #expect(profile?.values == ["loneliness": .number("7"), "housing": .choice("stable")])
    #expect(reader.read(try #require(DraftRulebook.tree("[]", path: "p.yaml").root), id: "q") == nil)
    #expect(said(reader.diagnostics) == "[] <- a profile is a mapping, not a list [wrong-type]")
  }
}
