import ArgumentParser
import Cairn
import CairnBench

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why something is suggested to one person, or why not, and what would change it.")

  @OptionGroup var rulebook: RulebookArgument
  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("The person: the id of a sample profile, or a file of profiles.", valueName: "id or file"))
  var profile: String

  @Option(help: ArgumentHelp("The rule to explain.", valueName: "id"))
  var rule: String?

  @Option(help: ArgumentHelp("The kind of support to explain, with every rule that suggests it.", valueName: "id"))
  var support: String?

  @Flag(help: "Show every rule for the support in full.")
  var all = false

  @Flag(help: "Name sensitive facts and show their values.")
  var showSensitive = false

  @OptionGroup var layout: LayoutOptions

  func validate() throws {
    if (rule == nil) == (support == nil) { throw ValidationError("name one thing to explain: --rule ID or --support TYPE.") }
  }

  func run() throws {
    let rulebook = try rulebook.load()
    let asOf = day.date
    let subject = try subject(in: rulebook.ruleSet)
    let profiles = try ProfileSelection(rulebook: rulebook, showsSensitive: showSensitive).people([profile]).map(\.profile)
    let builder = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary)
    let texts = profiles.map { profile in
      let advice = rulebook.advice(for: profile, asOf: asOf, showsSensitive: showSensitive)
      let facts = builder.facts(of: profile, asOf: asOf).facts
      let offers = ExplanationText.action(of: subject, in: rulebook.ruleSet, advice).map {
        rulebook.offers(for: $0, to: profile, asOf: asOf, showsSensitive: showSensitive)
      }
      let search = ChangeSearch(rulebook, profile, asOf: asOf, showsSensitive: showSensitive)
      return ExplanationText(
        subject, profile: profile, caringFor: rulebook.personCaredFor(by: profile), advice: advice, facts: facts, ruleSet: rulebook.ruleSet,
        options: options, offers: offers ?? [], change: search.change
      ).draw()
    }
    Console.print(texts.joined(separator: "\n"))
  }

  private func subject(in ruleSet: RuleSet) throws -> ExplanationText.Subject {
    if let rule {
      let ids = ruleSet.rules.map(\.id)
      guard let index = ids.firstIndex(of: rule) else { throw Self.unknown("rule", rule, ids) }
      return .rule(index)
    }
    let ids = ruleSet.supports.map(\.manifest.id)
    guard let support, let index = ids.firstIndex(of: support) else { throw Self.unknown("support type", support ?? "", ids) }
    return .support(index)
  }

  private static func unknown(_ kind: String, _ name: String, _ ids: [String]) -> ExitCode {
    let near = nearest(name, in: ids).map { "did you mean `\($0)`?" }
    return Console.refuse("the rulebook has no \(kind) `\(name)`", help: near)
  }

  private var options: AdviceText.Options {
    var options = AdviceText.Options()
    options.width = layout.columns
    options.color = Console.colorsOutput
    options.all = all
    options.showsSensitive = showSensitive
    return options
  }
}
