import CFuzzer

@testable import Cairn

/// Bytes as the only file of a rulebook: whatever they are, there is advice for its profiles or a list of mistakes, each of which can be
/// drawn and mended.
@main
enum FuzzRulebook {
  private static let asOf = CalendarDate(2026, 11, 22)

  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      FuzzRulebook.tryOne(Array(UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    }
  }

  static func tryOne(_ bytes: [UInt8]) {
    let source = SourceText(path: "fuzz.yaml", bytes: bytes)
    do {
      let rulebook = try Rulebook(files: [source])
      for profile in rulebook.profiles { advise(profile, rulebook) }
      _ = FixApplier.apply(rulebook.warnings, to: bytes, path: source.path)
    } catch {
      _ = error.description
      _ = FixApplier.apply(error.diagnostics, to: bytes, path: source.path)
    }
  }

  /// Advice, and one answer from the matcher and the plain scan.
  private static func advise(_ profile: Profile, _ rulebook: Rulebook) {
    let rows = rulebook.ruleSet.ruleRows
    let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: asOf).facts
    let verdicts = Matcher(rows, asOf: asOf).verdicts(facts)
    for rule in verdicts.indices {
      precondition(verdicts[rule] == rows.verdict(of: rule, facts), "the matcher and the scan differ on rule \(rule)")
    }
    _ = AdviceJSON.draw([rulebook.advice(for: profile, asOf: asOf)], ruleSet: rulebook.ruleSet, asOf: asOf)
  }
}
