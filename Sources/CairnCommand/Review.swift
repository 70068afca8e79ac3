import ArgumentParser
import Cairn
import CairnBench

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Review care pathways: where information about support is built in, for whom, and where there are gaps.",
    discussion: """
      Each step with the rules that can stand at it, for whom, and what there is locally behind them; steps with nothing, and why; kinds \
      of person to whom a pathway offers nothing, each confirmed by running one of them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @OptionGroup var rulebook: RulebookArgument
  @OptionGroup var day: DayOption

  @Option(name: .customLong("pathway"), help: ArgumentHelp("Only this pathway. May be repeated.", valueName: "id"))
  var pathways: [String] = []

  @Option(
    help: ArgumentHelp(
      "Weigh who is left out on the people of this file (YAML, JSON, or a JSON profile a line) in place of the sample profiles.",
      valueName: "file"))
  var profiles: String?

  @Option(help: "How the result is written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "Write one page with a drawing of each pathway into this file; text comes with it only where --format asks.", valueName: "file"))
  var html: String?

  @Flag(help: "Name sensitive facts. Without it, conditions say *a sensitive fact*.")
  var showSensitive = false

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let rulebook = try rulebook.load()
    try refuseUnknown(rulebook.ruleSet)
    let others = try profiles.map { ReviewPeople.population(try people(in: $0, rulebook)) }
    let review = rulebook.review(pathways: pathways, asOf: day.date, people: others, showsSensitive: showSensitive)
    if let html { try save(review, to: html) }
    if html == nil || format != nil { Console.print(draw(review, rulebook.ruleSet)) }
  }

  /// Everybody of a file who can be read; the others are told with their places.
  private func people(in path: String, _ rulebook: Rulebook) throws -> [Profile] {
    var people: [Profile] = []
    _ = try PeopleFile(path, showsSensitive: showSensitive) { tree in
      let read = rulebook.readPeople(tree: tree)
      people += read.profiles
      return (read.profiles.count + read.spoiled.count, read.spoiled)
    }
    return people
  }

  private func refuseUnknown(_ ruleSet: RuleSet) throws {
    let ids = ruleSet.pathways.map(\.id)
    guard let unknown = pathways.first(where: { !ids.contains($0) }) else { return }
    throw Console.refuse("the rulebook has no pathway `\(unknown)`", help: nearest(unknown, in: ids).map { "did you mean `\($0)`?" })
  }

  private func save(_ review: RulebookReview, to path: String) throws {
    try Console.save(ReviewHTML.draw(review), to: path)
    let pathways = PlainWords.plainCount(review.pathways.count, "pathway")
    if format == nil { Console.print("Wrote \(Escaping.terminalLine(path)), with \(pathways).\n") }
  }

  private func draw(_ review: RulebookReview, _ ruleSet: RuleSet) -> String {
    switch format ?? .text {
    case .text: ReviewText(review, options: options).draw()
    case .markdown: ReviewMarkdown.draw(review)
    case .json: ReviewJSON.draw(review, ruleSet: ruleSet)
    }
  }

  private var options: AdviceText.Options {
    var options = AdviceText.Options()
    options.width = layout.columns
    options.color = Console.colorsOutput
    return options
  }
}

extension Rulebook {
  /// The people of a document of whom nothing is mistaken, and of each of the others what is.
  fileprivate func readPeople(tree: NodeTree) -> (profiles: [Profile], spoiled: [Diagnostic]) {
    let read = readProfiles(tree: tree)
    var mistakes = read.diagnostics.filter { $0.severity == .error }
    var profiles: [Profile] = []
    var spoiled: [Diagnostic] = []
    for profile in read.profiles {
      let own = mistakes.filter { profile.holds($0) }
      if let first = own.first { spoiled.append(first) } else { profiles.append(profile) }
      mistakes.removeAll { profile.holds($0) }
    }
    // What is no profile at all is a person lost, too.
    return (profiles, spoiled + mistakes)
  }
}

extension Profile {
  /// Whether a mistake stands where this person is written.
  fileprivate func holds(_ diagnostic: Diagnostic) -> Bool {
    guard let declaredAt, let location = diagnostic.location else { return false }
    return declaredAt.start <= location.offsets.lowerBound && location.offsets.lowerBound < declaredAt.end
  }
}
