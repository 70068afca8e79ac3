import ArgumentParser
import Cairn
import CairnDirectory
import CairnPlugins

struct DirectoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "directory",
    abstract: "Look at a directory of local services: what is wrong with it, and what offers could be made of it.",
    discussion: """
      PATH is a file, or a folder of files: JSON or NDJSON as HSDS 3 and Open Referral UK 1.0 and 3.0 have it, or the CSV tables of HSDS.
      """,
    subcommands: [DirectoryCheck.self, DirectoryOffers.self])
}

struct DirectoryCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Count what is in a directory, and show what is wrong with it, by field and record.",
    discussion: """
      Exit codes: 0, also where something is in doubt; 1, something is lost because it cannot be read; 2, the path cannot be opened.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("The directory.", valueName: "path"))
  var path: String

  @OptionGroup var day: DayOption

  @Flag(help: "List every place, up to a hundred of each kind of defect.")
  var all = false

  @Flag(help: "Take whatever is in doubt for lost in the exit code.")
  var strict = false

  @Option(help: "How the result is written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let progress = Console.progress(every: 8 << 20)
    let report = try readingDirectory { () throws(DirectoryError) in
      try Directory.check(at: path, asOf: day.date) { progress($0) }
    }
    progress(nil)
    switch format {
    case .text: Console.print(DirectoryText(report, width: layout.columns, color: Console.colorsOutput, all: all).draw())
    case .json: Console.print(DirectoryJSON.draw(report))
    }
    if report.count(.error) > 0 || strict && report.count(.warning) > 0 { throw ExitCode(1) }
  }
}

struct DirectoryOffers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers",
    abstract: "Write a start for the `offers:` of a rulebook: one for each service, with what the directory says of ages.")

  @Argument(help: ArgumentHelp("The directory.", valueName: "path"))
  var path: String

  @Option(help: ArgumentHelp("The kind of support that all of them are. `signposting`, unless given.", valueName: "type"))
  var support: String?

  @Option(help: ArgumentHelp("The rulebook that the offers are for, whose kinds of support there are.", valueName: "path"))
  var rulebook = RulebookArgument.usual

  func validate() throws {
    guard let support, !Identifier.isValid(support) else { return }
    throw ValidationError("`\(support)` cannot be a support type: its id is made of lower-case letters, digits and single hyphens.")
  }

  func run() throws {
    if let support { try refuse(unknown: support) }
    let file = try readingDirectory { () throws(DirectoryError) in try OffersFile(at: path, support: support) }
    Console.print(file.draw())
  }
}

extension DirectoryOffers {
  /// Offers of a type that nobody has would all be mistakes in the rulebook that they are for.
  private func refuse(unknown support: String) throws {
    let known = Rulebook.supportTypes(namedIn: rulebook, installed: InstalledPlugins.all) + ["signposting"]
    guard !known.contains(support) else { return }
    let near = nearest(support, in: known).map { "did you mean `\($0)`?" }
    throw Console.refuse(
      "there is no support type `\(support)`",
      help: near ?? "there are \(PlainWords.list(Set(known).sorted().map { "`\($0)`" })); `--rulebook` says where others are named")
  }
}

/// What a directory gives, or the reason why it cannot be opened and exit code 2.
private func readingDirectory<Result>(_ read: () throws(DirectoryError) -> Result) throws -> Result {
  do throws(DirectoryError) {
    return try read()
  } catch {
    Console.complain(of: [Diagnostic(.error, error.code == .missing ? .missingPath : .unreadable, error.description)])
    throw ExitCode(2)
  }
}
