import Cairn
import CairnPlugins

/// What a clinician's tool does with Cairn: open the rules once; for each person build a profile, show the advice, ask the best question,
/// put the answer in, and show what changed.
@main
struct ClinicianTool {
  static let today = CalendarDate(2026, 11, 22)

  /// What the person says when asked.
  static let answers: [String: Profile.Value] = [
    "immediate-danger": .boolean(false), "crisis-level": .choice("steady"), "walks-ten-minutes": .boolean(true),
  ]

  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "rulebook"
    let rulebook = try Rulebook(at: path, supportTypes: InstalledPlugins.all + [WalkingGroup()])
    var profile = profile()
    var advice = rulebook.advice(for: profile, asOf: today)
    show(advice)
    while let question = advice.questions.first, let answer = answers[question.fact] {
      print("\nAsk\(question.safety ? " first" : ""): \(question.ask)")
      profile.answer(question, answer, on: today)
      let before = advice
      advice = rulebook.advice(for: profile, asOf: today)
      showChange(from: before, to: advice)
    }
    print(advice.questions.first.map { "\nNext to ask: \($0.ask)" } ?? "\nNothing more to ask.")
  }

  /// A person as the record has them: much is missing, and nothing missing counts as no.
  static func profile() -> Profile {
    var profile = Profile(id: "example", born: PartialDate("1961-05"))
    profile.facts["conditions"] = .init(.codes([.init("copd", since: PartialDate("2026-10"))], partial: false))
    profile.facts["contacts-per-week"] = .init(.number("1"), date: PartialDate("2026-11-20"))
    profile.positions = [.init(pathway: "copd", step: "annual-review", since: PartialDate("2026-11-20"))]
    profile.consent.suggest = .given(true)
    return profile
  }

  static func show(_ advice: Advice) {
    if advice.checkFirst != nil { print("Check first that the person is safe.") }
    for suggestion in advice.suggestions { show(suggestion) }
    for rule in advice.undecided { print("Waits for \(rule.needs.joined(separator: ", ")): \(rule.support ?? "a look")") }
    for entry in advice.notSuggested { print("Not suggested, \(entry.reason.rawValue): \(entry.support ?? "a look")") }
    for flag in advice.flags { print("Look: \(flag.say)") }
    for problem in advice.problems { print("Problem with \(problem.fact): \(problem.detail)") }
  }

  static func show(_ suggestion: Advice.Suggestion) {
    print("\(suggestion.verb.rawValue) \(suggestion.support), \(suggestion.timing.rawValue) at \(suggestion.step ?? "any step")")
    print("  because: \(suggestion.because)")
    print("  to the person: \(suggestion.say.person)")
    print("  to you: \(suggestion.say.practitioner)")
    for offer in suggestion.offers where offer.fits != .no {
      print("  locally: \(offer.title), \(offer.status.rawValue)\(offer.ask.map { "; ask: \($0)" }.joined())")
    }
  }

  static func showChange(from before: Advice, to after: Advice) {
    let known = before.suggestions.map(\.support)
    for suggestion in after.suggestions where !known.contains(suggestion.support) { show(suggestion) }
    for suggestion in before.suggestions where !after.suggestions.map(\.support).contains(suggestion.support) {
      print("no longer: \(suggestion.support)")
    }
    for escalation in after.escalate { print("FIRST: \(escalation.say.practitioner)") }
  }
}
