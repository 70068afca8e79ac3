import Cairn
import CairnDirectory
import CairnPlugins

/// What the front page shows of the library.
enum FrontPage {
  static func advise(
    _ profile: inout Profile, on today: CalendarDate, ask: (String) -> Profile.Value, show: (String, String) -> Void,
    explain: (Advice.Reason, String) -> Void
  ) throws {
    let rulebook = try Rulebook(
      at: "rules", supportTypes: InstalledPlugins.all, readDirectory: Directory.services)
    let advice = rulebook.advice(for: profile, asOf: CalendarDate(2026, 11, 22))
    for suggestion in advice.suggestions { show(suggestion.title, suggestion.say.practitioner) }
    if let question = advice.questions.first { profile.answer(question, ask(question.ask), on: today) }
    for entry in advice.notSuggested { explain(entry.reason, entry.detail) }
  }
}
