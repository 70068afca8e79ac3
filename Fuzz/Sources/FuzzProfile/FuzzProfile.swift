import CFuzzer

@testable import Cairn
@testable import CairnJSON

/// Bytes as a file of profiles in JSON, read by a small rulebook: whatever they are, there is advice or a list of mistakes.
@main
enum FuzzProfile {
  private static let asOf = CalendarDate(2026, 11, 22)

  static func main() throws {
    _ = try rulebook.get()
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      FuzzProfile.tryOne(Array(UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    }
  }

  static func tryOne(_ bytes: [UInt8]) {
    let reading = JSONReader.read(SourceText(path: "fuzz.json", bytes: bytes))
    _ = DiagnosticText.draw(reading.diagnostics)
    guard let tree = reading.tree, case .success(let rulebook) = rulebook else { return }
    let (profiles, problems) = rulebook.readProfiles(tree: tree)
    _ = DiagnosticText.draw(problems)
    for profile in profiles.prefix(8) {
      _ = AdviceJSON.draw([rulebook.advice(for: profile, asOf: asOf)], ruleSet: rulebook.ruleSet, asOf: asOf)
    }
  }

  private static let rulebook = Result { try Rulebook(files: [SourceText(path: "rules.yaml", text: text)]) }
}

private let text = """
  rulebook: {id: fuzz, title: Fuzz, version: 1, language: en}
  facts:
    conditions: {title: Conditions, type: codes}
    lives-alone: {title: Lives alone, type: boolean, ask: Do you live alone?}
    housing: {title: Housing, type: choice, values: [stable, insecure], valid-for: 6 months}
    loneliness: {title: Loneliness, type: number, min: 3, max: 9, valid-for: 12 months, ask: How lonely are you?}
    weight: {title: Weight, type: number, decimals: 1}
    discharged: {title: Discharged, type: date}
  concepts: {asthma: {title: Asthma}, stroke: {title: Stroke}}
  pathways:
    stroke:
      title: Stroke
      for: {conditions: stroke}
      steps:
        diagnosis: {title: Diagnosis, kind: diagnosis}
        review: {title: Review, kind: annual-review, repeats: 12 months}
  rules:
    alone: {title: Alone, when: {lives-alone: yes, loneliness: {at-least: 6}}, flag: Look, because: It helps.}
    home: {title: Home, at: {kind: annual-review}, when: {discharged: {within-last: 4 weeks}, housing: insecure}, flag: Look, because: It helps.}
    new: {title: New, when: {conditions: {any-of: stroke, since: {within: 1 year}}, age: {at-least: 18}}, flag: Look, because: It helps.}
  safeguards:
    immediate-danger: {when: {immediate-danger: yes}, stop: everything, escalate: {person: Call, practitioner: Act}}
    in-crisis: {when: {crisis-level: in-crisis}, stop: everything, escalate: {person: Call, practitioner: Act}}
  """
