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

  @Flag(help: "Also list the tests that passed.")
  var all = false

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    if let plugin = TestPlugin(rulebook.path) { return try plugin.run() }
    let rulebook = try rulebook.load()
    let report = rulebook.runTests(filter: filter)
    var options = AdviceText.Options()
    options.width = layout.columns
    options.color = Console.colorsOutput
    options.all = all
    Console.print(TestText(report, rulebook, options: options).draw())
    if let junit { try Console.save(JUnitXML.draw(report, of: rulebook), to: junit) }
    if report.outcomes.isEmpty || !report.failed.isEmpty { throw ExitCode(1) }
  }
}
