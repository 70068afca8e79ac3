import ArgumentParser
import Cairn
import Foundation

@main
struct CairnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cairn",
    abstract: "Where information about peer and community support, and referrals to it, belong on a care pathway.",
    discussion: """
      RULEBOOK is a folder of YAML, `rules` unless given. Results go to standard output, what is wrong to standard error.
      Exit codes: 0; 1, something inside a file is wrong; 2, a path cannot be opened; 64, the command line is wrong; 74, a result cannot be written.
      """,
    subcommands: [
      DryRun.self, Check.self, Explain.self, Test.self, Review.self, Diff.self, Watch.self, Format.self, Schema.self, Plugins.self,
      DirectoryCommand.self, New.self,
    ])

  /// What is wrong with the command line quotes it, so it is made harmless for the terminal first.
  static func main() {
    Console.watchOverHelp()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let slip = CommandNames.slip(in: arguments) {
      let help = slip.near.map { "did you mean `\(slip.path) \($0)`?" } ?? "`\(slip.path) --help` shows what there is"
      exit(withError: Console.refuse("there is no command `\(slip.path) \(slip.word)`", help: help))
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let (message, code) = (Escaping.terminal(fullMessage(for: error)), exitCode(for: error))
      if !message.isEmpty { code.isSuccess ? Console.print(message + "\n") : Console.complain(message + "\n") }
      Foundation.exit(code.rawValue)
    }
  }
}
