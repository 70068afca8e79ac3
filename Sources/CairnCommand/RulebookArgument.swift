import ArgumentParser
import Cairn
import CairnDirectory
import CairnPlugins

/// The rulebook that a command works on.
struct RulebookArgument: ParsableArguments {
  static let usual = "rules"

  @Argument(help: ArgumentHelp("The folder that holds the rulebook.", valueName: "rulebook"))
  var path = Self.usual

  /// The path for a command line that is shown to the reader; nil where it need not be given.
  var shown: String? { Self.shown(path) }

  static func shown(_ path: String) -> String? { path == usual ? nil : ShellWord.of(path) }

  /// The rulebook, ready to use. What is wrong with it is drawn to standard error.
  func load(orElse tell: ([Diagnostic]) throws -> Void = { _ in }) throws -> Rulebook {
    do throws(RulebookError) {
      return try Rulebook(at: path, supportTypes: InstalledPlugins.all, readDirectory: Directory.services(at:named:))
    } catch {
      Console.complain(of: error.diagnostics)
      try tell(error.diagnostics)
      throw ExitCode.forProblems(error.diagnostics)
    }
  }
}

/// The day of judgement: taken from the clock once, here, and nowhere else.
struct DayOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day to judge for, as 2026-11-22. Today, unless given.", valueName: "date"), transform: Self.day)
  var given: CalendarDate?

  var date: CalendarDate { given ?? Console.today }

  @Sendable
  private static func day(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw ValidationError("`\(text)` is no day of the calendar. Write year, month and day, as 2026-11-22.")
    }
    return date
  }
}

/// How a result is laid out.
struct LayoutOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many columns to fill. The terminal's width up to 120, or 80, unless given.", valueName: "columns"))
  var width: Int?

  func validate() throws {
    if let width, !(40...1000).contains(width) { throw ValidationError("a width lies between 40 and 1000 columns, and this is \(width).") }
  }

  /// Beyond 120 columns the eye loses the line.
  var columns: Int { width ?? min(Console.width, 120) }
}

extension ExitCode {
  /// 2 where a path could not be opened, else 1.
  static func forProblems(_ diagnostics: [Diagnostic]) -> ExitCode {
    let errors = diagnostics.filter { $0.severity == .error }
    let isPath = errors.contains { $0.code == .missingPath || $0.code == .unreadable }
    return isPath ? ExitCode(2) : ExitCode(1)
  }
}
