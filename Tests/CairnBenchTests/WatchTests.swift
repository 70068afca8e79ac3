import Cairn
import CairnBench
import Testing

@Suite("What an edit changed")
struct WatchTests {
  private static let day = CalendarDate(2026, 11, 22)

  private static func rules(_ least: Int, more: String = "") -> String {
    """
    rulebook: {id: small, title: Small, version: "1", language: en}
    facts:
      tea: {title: Cups of tea, type: number, min: 0, max: 20}
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {practitioner: Ring first.}}
      crisis: {when: {crisis-level: in-crisis}, stop: everything, escalate: {practitioner: Ring first.}}
    rules:
      thirst:
        title: Thirst
        when: {tea: {at-least: \(least)}}
        flag: Ask about the tea.
        because: It is a lot of tea.
    profiles:
      ada: {facts: {tea: 3}}
      ben: {facts: {tea: 9}}
    tests:
      - test: ada is asked about her tea
        profile: ada
        as-of: 2026-11-22
        expect: {suggests: [{rule: thirst}]}
    \(more)
    """
  }

  private func state(_ text: String) -> WatchState {
    var options = AdviceText.Options()
    options.width = 80
    do throws(RulebookError) {
      let rulebook = try Rulebook(files: [SourceText(path: "rules.yaml", text: text)], supportTypes: [])
      return WatchState(rulebook, asOf: Self.day, options: options)
    } catch {
      return WatchState(errors: error.diagnostics, asOf: Self.day, options: options)
    }
  }

  @Test("is nothing where nobody is told anything else")
  func nothing() {
    let old = state(Self.rules(2))
    #expect(old.summary == "2 people; 1 test passed.\n")
    #expect(state(Self.rules(2, more: "# a remark\n")).changes(since: old) == "")
    #expect(state(Self.rules(1)).changes(since: old) == "")
  }

  @Test("is who is told something else, and which tests changed sides")
  func people() {
    let old = state(Self.rules(2))
    let new = state(Self.rules(5))
    #expect(new.summary == "2 people; 0 tests passed, 1 failed.\n")
    let said = new.changes(since: old)
    #expect(said.contains("\nADA "))
    #expect(!said.contains("\nBEN "))
    #expect(said.contains("✗ ada is asked about her tea"))
    #expect(said.hasSuffix("0 passed, 1 failed.\n"))
    #expect(old.changes(since: new).hasSuffix("1 test passed.\n"))
  }

  @Test("is what is wrong, once")
  func errors() {
    let broken = state(Self.rules(50))
    #expect(broken.summary == "1 error.\n")
    #expect(
      broken.changes(since: state(Self.rules(2))) == """
        rules.yaml:10:28: error: `50` is out of range: `tea` runs from 0 to 20 [out-of-range]
           |
        10 |     when: {tea: {at-least: 50}}
           |                            ^~

        """)
    #expect(state(Self.rules(50, more: "# a remark\n")).changes(since: broken) == "")
  }
}
