import Testing

@testable import Cairn

@Suite("Files of profiles")
struct ProfileFileTests {
  private func read(_ text: String) throws -> (ids: [String], drawn: String) {
    let rulebook = try Rulebook(files: [
      SourceText(
        path: "rules.yaml",
        text: """
          rulebook: {id: t, title: T, version: "1"}
          facts: {alone: {title: Lives alone, type: boolean}}
          profiles: {first: {facts: {alone: yes}}}
          """)
    ])
    let tree = try #require(YAMLReader.read(SourceText(path: "people/mina.yaml", text: text)).tree)
    let read = rulebook.readProfiles(tree: tree)
    return (read.profiles.map(\.id), DiagnosticText.draw(read.diagnostics))
  }

  @Test(
    "one profile, a list, profiles by id and a section are all read",
    arguments: [
      ("facts: {alone: yes}", ["mina"]), ("{id: other, facts: {alone: yes}}", ["other"]), ("like: first", ["mina"]),
      ("[{facts: {alone: yes}}, {id: b}]", ["mina-1", "b"]), ("{a: {like: first}, b: {born: 1980}}", ["a", "b"]),
      ("profiles: {a: {}, b: {like: first}}", ["a", "b"]),
    ])
  func shapes(text: String, ids: [String]) throws {
    let read = try read(text)
    #expect(read.drawn == "")
    #expect(read.ids == ids)
  }

  @Test("a mistake is shown where it stands")
  func mistake() throws {
    #expect(
      try read("facts: {alnoe: yes}").drawn == """
        people/mina.yaml:1:9: error: there is no fact `alnoe` [unknown-fact]
          |
        1 | facts: {alnoe: yes}
          |         ^~~~~
          = help: did you mean `alone`?

        """)
  }

  @Test("a file without a profile says so")
  func none() throws {
    #expect(try read("{}").drawn.hasPrefix("people/mina.yaml:1:1: error: there are no profiles in this file [missing-key]"))
  }
}
