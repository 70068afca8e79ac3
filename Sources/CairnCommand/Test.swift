import ArgumentParser
import Cairn
import CairnBench

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the rulebook's tests: each says, for one person on one day, what must come out and what must not.",
    discussion: """
      Where the path is the folder of a kind of support, its cases are run, and the contract of support types.
      Ends with 1 when a test fails, and when none ran.
      """)

  @OptionGroup var rulebook: RulebookArgument

  @Option(help: ArgumentHelp("Only tests whose name holds this text.", valueName: "text"))
  var filter: String?

  @Option(help: ArgumentHelp("Also write the results as JUnit XML into this file.", valueName: "file"))
  var junit: String?

  @Flag(help: "Also list the tests that passed, explain those that failed, and show every test to paste.")
  var all = false

  @Flag(help: "Also say what no test has seen, each with a test to paste.")
  var coverage = false

  @Flag(help: "Also change each condition a little, and say which changes no test notices, each with a test that would.")
  var mutants = false

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Look only at this rule, safeguard, pathway, derived fact or offer. May be repeated.", valueName: "id"))
  var only: [String] = []

  @Flag(help: "Also end with 1 where something is not seen, or a change is neither noticed nor explained.")
  var strict = false

  @Flag(help: "Name sensitive facts, and show made-up people of whom something sensitive is told.")
  var showSensitive = false

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    if let plugin = TestPlugin(rulebook.path) { return try plugin.run(junit: junit) }
    let path = rulebook.path
    let rulebook = try rulebook.load { diagnostics in
      if let junit { try Console.save(JUnitXML(unopened: path, diagnostics).draw(), to: junit) }
    }
    try refuseUnknown(in: rulebook)
    Interruption.watch()
    let report = rulebook.runTests(filter: filter)
    if let junit { try Console.save(JUnitXML(report, of: rulebook, showsSensitive: showSensitive).draw(), to: junit) }
    Console.print(TestText(report, rulebook, options: options).draw())
    let isSeen = !coverage || showCoverage(of: report, rulebook)
    let isNoticed = Interruption.isAsked || !mutants || showMutants(of: report, rulebook)
    try Interruption.finish()
    if report.outcomes.isEmpty || !report.failed.isEmpty || strict && !(isSeen && isNoticed) { throw ExitCode(1) }
  }

  private func refuseUnknown(in rulebook: Rulebook) throws {
    let known = rulebook.decidedNames
    for name in only where !known.contains(name) {
      let near = nearest(name, in: known.sorted()).map { "did you mean `\($0)`?" }
      throw Console.refuse("there is no rule, safeguard, pathway, derived fact or offer `\(name)`", help: near)
    }
  }

  private var options: AdviceText.Options {
    var options = AdviceText.Options()
    options.width = layout.columns
    options.color = Console.colorsOutput
    options.all = all
    options.showsSensitive = showSensitive
    return options
  }

  /// Says what the tests reach; false where something that somebody can reach was not seen.
  private func showCoverage(of report: TestReport, _ rulebook: Rulebook) -> Bool {
    let progress = Console.progress("Looking at what tests reach")
    let work = WorkBudget(Coverage.usualWork) { Interruption.isAsked }
    let coverage = rulebook.coverage(of: report, today: Console.today, only: Set(only), work: work, progress: progress.show)
    progress.end()
    Console.print("\n" + CoverageText(coverage, options: options).draw())
    return !coverage.hasGaps
  }

  /// Says which changes no test notices; false where there are any that the rulebook does not explain.
  private func showMutants(of report: TestReport, _ rulebook: Rulebook) -> Bool {
    let progress = Console.progress("Trying small changes")
    let work = WorkBudget(Mutants.usualWork) { Interruption.isAsked }
    let mutants = rulebook.mutants(of: report, today: Console.today, only: Set(only), work: work, progress: progress.show)
    progress.end()
    Console.print("\n" + MutantsText(mutants, options: options).draw())
    return mutants.unnoticed.isEmpty
  }
}
