/// A plugin's `cases.yaml`: people, and what must come out for them if a rule suggests this kind of support.
package enum PluginCases {
  /// Each case that comes out otherwise, and each mistake in the file, as a sentence. A file without cases is a mistake.
  package static func failures(of type: any SupportType, in source: SourceText) -> [String] {
    let reading = YAMLReader.read(source)
    guard let root = reading.tree?.root, reading.diagnostics.isEmpty else { return [DiagnosticText.draw(reading.diagnostics)] }
    guard let asOf = root["as-of"].flatMap({ CalendarDate($0.text) }) else { return ["the file says no day: `as-of: 2026-11-22`"] }
    let cases = root["cases"].map { Array($0.items) } ?? []
    guard !cases.isEmpty else { return ["the file has no `cases`"] }
    return cases.compactMap { entry in
      failure(of: type, entry, asOf).map { "\(entry["case"]?.text ?? "a case without a name"): \($0)" }
    }
  }

  private static func failure(of type: any SupportType, _ entry: Node, _ asOf: CalendarDate) -> String? {
    guard let suggest = entry["suggest"], let verb = suggest["verb"], let profile = entry["profile"], let expect = entry["expect"] else {
      return "a case has `case`, `suggest` with a verb, `profile` and `expect`"
    }
    do {
      let rulebook = try Rulebook(files: [rulebook(type.manifest.id, verb, suggest["with"], profile)], supportTypes: [type])
      guard let person = rulebook.profiles.first else { return "its profile cannot be read" }
      return difference(rulebook.advice(for: person, asOf: asOf), from: expect)
    } catch {
      return "it is no proper case:\n\(error)"
    }
  }

  /// A rulebook with one rule and one person, in the case's own words.
  private static func rulebook(_ support: String, _ verb: Node, _ with: Node?, _ profile: Node) -> SourceText {
    SourceText(
      path: "case.yaml",
      text: """
        rulebook: {id: case, title: One case, version: "1", language: en}
        rules:
          case:
            title: The case
            because: It is the case.
            suggest:
              support: \(support)
              verb: \(verb.text)
              with:\(with.map(block) ?? " {}")
        profiles:
          person:\(block(profile))

        """)
  }

  /// A node as it was written, moved to the right as a whole.
  private static func block(_ node: Node) -> String {
    let range = node.range
    let column = range.start - range.source.lineStart(of: range.start)
    let text = String(repeating: " ", count: column) + range.text
    return "\n" + text.split(separator: "\n", omittingEmptySubsequences: false).map { "          \($0)" }.joined(separator: "\n")
  }

  private static func difference(_ advice: Advice, from expect: Node) -> String? {
    let suggestion = advice.suggestions.first
    let isExpected = expect["suggested"].map { $0.text == "yes" || $0.text == "true" } ?? true
    let reasons = advice.notSuggested.map(\.reason.rawValue)
    let waits = advice.undecided.flatMap(\.needs)
    if isExpected, suggestion == nil {
      return
        "expected a suggestion; got none\(reasons.isEmpty ? "" : ", \(reasons.joinedAsList)")\(waits.isEmpty ? "" : ", waiting for \(waits.joinedAsList)")"
    }
    if !isExpected, let suggestion { return "expected no suggestion; got \(suggestion.verb.rawValue)" }
    if let verb = expect["verb"]?.text, let suggestion, suggestion.verb.rawValue != verb {
      return "expected \(verb); got \(suggestion.verb.rawValue)"
    }
    if let reason = expect["reason"]?.text, !reasons.contains(reason) {
      return "expected the reason \(reason); got \(reasons.isEmpty ? "none" : reasons.joinedAsList)"
    }
    return nil
  }
}

extension PluginCases {
  /// The same for a file.
  package static func failures(of type: any SupportType, at path: String) -> [String] {
    do {
      return failures(of: type, in: SourceText(path: path, bytes: try FileSystem.read(path)))
    } catch {
      return ["the file cannot be read: \(path)"]
    }
  }
}
