import Testing

@testable import Cairn

/// What `check --fix` writes of a text, and what it says first.
@Suite("Fixes need no decision")
struct FixesTests {
  private func fixed(_ text: String) -> String {
    let source = SourceText(path: "a.yaml", text: text)
    return String(decoding: FixApplier.apply(diagnostics(source), to: source.bytes, path: "a.yaml").bytes, as: UTF8.self)
  }

  private func diagnostics(_ source: SourceText) -> [Diagnostic] {
    do throws(RulebookError) {
      return try Rulebook(files: [source]).warnings
    } catch {
      return error.diagnostics
    }
  }

  private func said(_ text: String) -> String {
    diagnostics(SourceText(path: "a.yaml", text: text)).filter { $0.severity == .error }.map { diagnostic in
      ([diagnostic.message] + diagnostic.mends.map { "  \($0.label): \($0.text)" } + diagnostic.fixes.map { "  put: \($0.replacement)" })
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static let head = """
    rulebook: {id: a, title: A, version: 1}
    facts:
      conditions: {title: Conditions, type: codes}
      housing: {title: Housing, type: choice, values: [stable, unstable]}
    concepts:
      type-2-diabetes: {title: Type 2 diabetes}
      hypotension: {title: Low blood pressure}

    """

  @Test(
    "a name that its author chose is help, and stays as it is written",
    arguments: [
      ("conditions: type-1-diabetes", "there is no concept or value set `type-1-diabetes`\n  help: did you mean `type-2-diabetes`?"),
      ("conditions: hypertension", "there is no concept or value set `hypertension`\n  help: did you mean `hypotension`?"),
      (
        "housing: instable",
        "`instable` is no value of the fact `housing`\n  help: did you mean `unstable`?\n  help: its values are `stable` and `unstable`"
      ),
      ("hosing: stable", "there is no fact `hosing`\n  help: did you mean `housing`?"),
    ])
  func names(condition: String, message: String) {
    let text = Self.head + "derived:\n  d: {title: D, when: {\(condition)}}\n"
    #expect(said(text) == message)
    #expect(fixed(text) == text)
  }

  @Test("an id that is itself in error is not offered, and whoever writes it rightly is not told of it")
  func invalidDeclaration() {
    let text = """
      facts:
        lives_alone: {title: Lives alone, type: boolean}
      derived:
        one: {title: One, when: {lives-alone: yes}}
        two: {title: Two, when: {lives-alnoe: yes}}
        warm_room: {title: Warm, when: {lives-alone: no}}
        three: {title: Three, when: {warm-room: yes}}
      """
    #expect(
      said(text) == """
        the id `lives_alone` of a fact is not made of lower-case letters, digits and single hyphens
          help: write `lives-alone`
        there is no fact `lives-alnoe`
        the id `warm_room` of a derived fact is not made of lower-case letters, digits and single hyphens
          help: write `warm-room`
        """)
    #expect(fixed(text) == text)
  }

  @Test("a key is not made one that is there already, nor two keys one")
  func keys() {
    let there = "derived:\n  d: {title: R1, titles: R2, when: {age: 18}}\n"
    #expect(said(there) == "unknown key `titles` in the derived fact `d`\n  help: did you mean `title`?")
    #expect(fixed(there) == there)
    let both = "derived:\n  d: {titel: R1, titles: R2, when: {age: 18}}\n"
    #expect(fixed(both) == both)
    #expect(fixed("derived:\n  d: {titel: R1, when: {age: 18}}\n") == "derived:\n  d: {title: R1, when: {age: 18}}\n")
  }

  @Test("of two comparisons that are near, and of one that is there, none is written")
  func comparisons() {
    let twoNear = "derived:\n  d: {title: D, when: {age: {at-last: 18}}}\n"
    #expect(fixed(twoNear) == twoNear)
    let there = "derived:\n  d: {title: D, when: {age: {at-least: 18, at-leas: 20}}}\n"
    #expect(fixed(there) == there)
    #expect(
      fixed("derived:\n  d: {title: D, when: {age: {atleast: 18}}}\n") == "derived:\n  d: {title: D, when: {age: {at-least: 18}}}\n")
  }

  @Test("what lacks a comma does not become one text")
  func commas() {
    let place = "offers:\n  o: {support: peer-group, site: {lat: 49.5 lon: -8.5}}\n"
    #expect(
      said(place) == """
        a `: ` inside a text begins a new key; quote the text
          help: or put a comma before `lon`, or the inner entry in `{…}`
        """)
    #expect(fixed(place) == place)
    for text in [
      "facts:\n  a: {title: A warm room type: boolean}\n", "facts:\n  a: {title: Warm room, sensitive}\n",
      "facts:\n  a: {title: Warm room, ask Is it warm?}\n", "facts:\n  a:\n    title: A warm room type: boolean\n",
      "facts:\n  a: {values:\n  - 1\n  -8}\n", "derived:\n  d:\n    title: D\n    when: [a, b]c and more words\n",
    ] { #expect(fixed(text) == text) }
  }

  @Test("what stands behind a slip is read in the same run, so that fixing it brings nothing new to light")
  func readOn() {
    #expect(
      said("derived:\n  d: {title: D, wehn: {nobody: yes, age: {atleast: many}}}\n") == """
        unknown key `wehn` in the derived fact `d`
          help: did you mean `when`?
          put: when
        there is no fact `nobody`
        unknown comparison `atleast` for the number fact `age`
          help: did you mean `at-least`?
          put: at-least
        `atleast` takes a number, not `many`
        """)
  }
}
