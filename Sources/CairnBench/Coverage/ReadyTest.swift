package import Cairn

/// A test that is ready to paste: a made-up person, a day, and what came out for them.
package struct ReadyTest: Sendable, Hashable {
  package let name: String
  /// The person, as the language writes them on one line; nil for a test of the team.
  package let profile: String?
  package let asOf: CalendarDate
  /// What came out, as `expect:` takes it.
  package let expect: String
  /// Whether it tells something sensitive of the person, by their profile or by its own words.
  package var isSensitive = false
  /// A person whom the test's carer looks after and whom the rulebook does not have yet, as an entry of `profiles:`.
  package var caredFor: String?
  /// Whether it would fail if what it is about came out otherwise. One that would not proves nothing, and is not offered.
  package var tells = true

  /// The entry of `tests:` as it is shown, and before it what must be under `profiles:` for it to run.
  package func linesToPaste(showingSensitive: Bool) -> [String] {
    if isSensitive, !showingSensitive { return ["  - test: \(Disclosure.withheldText)"] }
    return (caredFor.map { ["  # under profiles:", "  " + $0] } ?? []) + lines
  }

  private var lines: [String] {
    ["  - test: \(ProfileYAML.text(name))"] + (profile.map { ["    profile: \($0)"] } ?? []) + [
      "    as-of: \(asOf)", "    expect: \(expect)",
    ]
  }

  package var yaml: String { lines.joined(separator: "\n") + "\n" }

  /// The test as it is read back after pasting; nil where it cannot be read.
  package func read() -> TestDeclaration? {
    guard let tree = YAMLReader.read(SourceText(path: "pasted.yaml", text: "tests:\n" + yaml)).tree else { return nil }
    let read = RulebookReader.read([tree])
    return read.diagnostics.contains { $0.severity == .error } ? nil : read.declaration.tests.first
  }
}
