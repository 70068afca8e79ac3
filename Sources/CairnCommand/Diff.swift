import ArgumentParser
import Cairn
import CairnBench

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what differs between two rulebooks: whom each change reaches, with a person who shows it, and what is proved unchanged.",
    discussion: """
      OLD and NEW are each a folder, a file, or a git revision and a path: `main:rules`, `HEAD~1:rules`; `main:` is the top of the \
      repository. A difference is no error: the command ends with 0, and with --check with 1 where there is one.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Argument(help: ArgumentHelp("The rulebook as it was.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The rulebook as it is to be.", valueName: "new"))
  var new: String

  @Option(
    name: .customLong("profiles"),
    help: ArgumentHelp(
      "People to count on: YAML, JSON, or one profile a line. May be repeated. The sample profiles, unless given.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var day: DayOption

  @Option(help: "How the result is written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @Flag(help: "End with 1 where anything differs.")
  var check = false

  @Flag(help: "Also show made-up people of whom something sensitive is told.")
  var showSensitive = false

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let sides = try DiffSides(old: old, new: new)
    let asOf = day.date
    var diff = RulebookDiff(old: sides.old, new: sides.new, asOf: asOf)
    if diff.isDifferent || !files.isEmpty { diff.population = try population(sides, asOf) }
    Console.print(draw(showSensitive ? diff : diff.withoutSensitive))
    if check, diff.isDifferent { throw ExitCode(1) }
  }

  private func population(_ sides: DiffSides, _ asOf: CalendarDate) throws -> PopulationDiff {
    guard !files.isEmpty else { return PopulationTally.samples(old: sides.old, new: sides.new, asOf: asOf) }
    var people = PeopleOfBoth(sides)
    for file in files { _ = try PeopleFile(file, showsSensitive: showSensitive) { people.read($0) } }
    let progress = Console.progress("Counting people")
    var counted = PopulationTally.counted(people.people, old: sides.old, new: sides.new, asOf: asOf, progress: progress.show)
    progress.end()
    counted.readInPart = people.readInPart
    return counted
  }

  private func draw(_ diff: RulebookDiff) -> String {
    switch format {
    case .text:
      var options = AdviceText.Options()
      options.width = layout.columns
      options.color = Console.colorsOutput
      options.showsSensitive = showSensitive
      return DiffText(diff, options: options).draw()
    case .markdown: return DiffMarkdown(diff, showsSensitive: showSensitive).draw()
    case .json: return DiffJSON(diff, showsSensitive: showSensitive).draw()
    }
  }
}
