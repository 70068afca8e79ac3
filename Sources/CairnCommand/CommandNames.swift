import ArgumentParser
import Cairn

/// Commands by their names, for whoever misspells one.
struct CommandNames {
  /// The word on a command line that should be a command and is none, and the command that was surely meant.
  struct Slip {
    let word: String
    let near: String?
    /// What stands before it, as `cairn directory`.
    let path: String
  }

  /// Nil where every word that should be a command is one.
  static func slip(in arguments: [String]) -> Slip? {
    var command: any ParsableCommand.Type = CairnCommand.self
    var path = "cairn"
    for word in arguments {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let next = known.first(where: { names(of: $0).contains(word) }) else {
        return Slip(word: word, near: nearest(word, in: known.flatMap { names(of: $0) }), path: path)
      }
      command = next
      path += " " + word
    }
    return nil
  }

  private static func names(of command: any ParsableCommand.Type) -> [String] { [command._commandName] + command.configuration.aliases }
}
