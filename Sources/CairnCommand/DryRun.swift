import ArgumentParser
import Cairn
import CairnBench

struct DryRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show, for sample profiles, what is suggested where, what waits for which answer, and what is not suggested and why.",
    discussion: """
      Marks: ● now, ○ on the line, ◌ at any time, ▸ suggested, ! look at this, ? waits for an answer. `ask 2` is the second question \
      under “Ask next”.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @OptionGroup var rulebook: RulebookArgument
  @OptionGroup var day: DayOption

  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp("Only this person: the id of a sample profile, or a file of profiles. May be repeated.", valueName: "id or file"))
  var names: [String] = []

  @Flag(help: "Show what stands at the steps of the team, in place of people.")
  var team = false

  @Option(help: "How the result is written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @Flag(help: "Also show what is said, what it rests on, and rules that nothing speaks for.")
  var all = false

  @Flag(help: "Name sensitive facts. Without it, reasons say *a sensitive fact*.")
  var showSensitive = false

  @OptionGroup var layout: LayoutOptions

  func validate() throws {
    if team, !names.isEmpty { throw ValidationError("--team shows steps of the team and no person, so it goes with no --profile.") }
  }

  func run() throws {
    let rulebook = try rulebook.load()
    let asOf = day.date
    if team { return Console.print(drawTeam(rulebook.ruleSet, asOf)) }
    let people = try ProfileSelection(rulebook: rulebook, showsSensitive: showSensitive).people(names)
    let progress = Console.progress("Advice")
    Interruption.watch()
    var results: [(profile: Profile, advice: Advice)] = []
    for (index, person) in people.enumerated() where !Interruption.isAsked {
      progress.show(index, people.count)
      results.append((person.profile, rulebook.advice(for: person.profile, asOf: asOf, showsSensitive: showSensitive)))
    }
    progress.end()
    Console.print(draw(results, named: people.map(\.name), rulebook.ruleSet, asOf))
    if results.count < people.count { try Interruption.finish() }
    if format == .text { mention(Acceptances(rulebook.warnings, in: [], isComplete: false).open) }
  }

  private func draw(
    _ results: [(profile: Profile, advice: Advice)], named names: [String], _ ruleSet: RuleSet, _ asOf: CalendarDate
  ) -> String {
    switch format {
    case .text:
      var options = options
      options.profileNames = names.map(ShellWord.of)
      return AdviceText(ruleSet, asOf: asOf, options: options).draw(results)
    case .json: return AdviceJSON.draw(results.map(\.advice), ruleSet: ruleSet, asOf: asOf, showsSensitive: showSensitive)
    case .markdown:
      return AdviceMarkdown.draw(results, ruleSet: ruleSet, asOf: asOf, all: all, showsSensitive: showSensitive)
    }
  }

  private func drawTeam(_ ruleSet: RuleSet, _ asOf: CalendarDate) -> String {
    let text = TeamText(Advisor(ruleSet).teamView(asOf: asOf), ruleSet: ruleSet, asOf: asOf)
    return switch format {
    case .text: text.text(options)
    case .json: text.json()
    case .markdown: text.markdown()
    }
  }

  private var options: AdviceText.Options {
    var options = AdviceText.Options()
    options.width = layout.columns
    options.color = Console.colorsOutput
    options.all = all
    options.showsSensitive = showSensitive
    options.rulebookPath = rulebook.shown
    return options
  }

  private func mention(_ warnings: [Diagnostic]) {
    guard !warnings.isEmpty else { return }
    let path = rulebook.shown.map { " \($0)" } ?? ""
    let them = warnings.count == 1 ? "it" : "them"
    Console.complain("\nThe rulebook has \(PlainWords.plainCount(warnings.count, "warning")): `cairn check\(path)` shows \(them).\n")
  }
}
