import ArgumentParser
import Cairn
import CairnBench

struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lay out a rulebook's files alike, in place. Comments and blank lines stay, and so does every meaning.",
    discussion: "A file that cannot be read is left as it is. Ends with 1 where there is one, and where --check found something to do.")

  @OptionGroup var rulebook: RulebookArgument

  @Flag(help: "Change nothing, and list the files that would change.")
  var check = false

  @Flag(help: ArgumentHelp("Change nothing, and write what is read of each file as JSON.", visibility: .hidden))
  var json = false

  func run() throws {
    let files = RulebookFiles(at: rulebook.path)
    if json { return Console.print(ReadingJSON.draw(files.sources)) }
    var problems = files.diagnostics
    var changed = 0
    for source in files.sources {
      switch Formatting.of(source) {
      case .canonical: continue
      case .refused(let found): problems += found
      case .changed where !Mending.isInside(source.path, rulebook.path): problems.append(Self.elsewhere(source))
      case .changed(let bytes):
        changed += 1
        if !check { try Mending.replace(source.path, with: bytes) }
        Console.print("\(check ? "Would lay out" : "Laid out") \(Escaping.terminalLine(source.path)).\n")
      }
    }
    Console.complain(of: problems.inOrder())
    let isOpen = !files.diagnostics.contains { [.missingPath, .unreadable, .noRulebook].contains($0.code) }
    if isOpen { Console.print(summary(of: files.sources.count, changed)) }
    if problems.contains(where: { $0.severity == .error }) { throw ExitCode.forProblems(problems) }
    if check, changed > 0 { throw ExitCode(1) }
  }

  /// What a link leads to may belong to somebody else.
  private static func elsewhere(_ source: SourceText) -> Diagnostic {
    .error(
      .unreadable, "this is a link to a file outside of the rulebook, and nothing is written there", at: SourceRange(source, 0, 0),
      help: "lay it out where it is, or put a copy here in place of the link")
  }

  private func summary(of files: Int, _ changed: Int) -> String {
    let all = PlainWords.plainCount(files, "file")
    if changed == 0 { return "\(Escaping.terminalLine(rulebook.path)): \(all), nothing to lay out.\n" }
    let path = rulebook.shown.map { " " + Escaping.terminalLine($0) } ?? ""
    return "\(changed) of \(all)" + (check ? ". `cairn fmt\(path)` does it.\n" : ".\n")
  }
}
