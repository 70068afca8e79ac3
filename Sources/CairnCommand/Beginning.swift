import ArgumentParser
import Cairn
import Foundation

/// Files that are written for somebody to make their own, and what to do with them next.
struct Beginning {
  struct File {
    var path: String
    var what: String
    var text: String
  }

  var files: [File]
  var steps: [String]

  /// Nothing is written over: where one of the files is there, none is written.
  func write() throws {
    for file in files where FileSystem.exists(file.path) {
      throw Console.refuse("there is `\(file.path)` already, and nothing is written over", help: "choose another name")
    }
    for file in files {
      let folder = FileSystem.folder(of: file.path)
      if !folder.isEmpty { try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
      try Console.save(file.text, to: file.path)
    }
    Console.print(said)
  }

  private var said: String {
    let width = (files.map(\.path.count).max() ?? 0) + 2
    let list = files.map { "  \($0.path)\(String(repeating: " ", count: width - $0.path.count))\($0.what)\n" }.joined()
    let numbered = steps.enumerated().map { "  \($0 + 1). \($1)\n" }.joined()
    return "Wrote:\n\(list)\nWhat to do next:\n\(numbered)"
  }
}

/// The name that something new is given, as an id and as a title.
struct NewName: ParsableArguments {
  @Argument(help: ArgumentHelp("What to call it: LongWait, or long-wait.", valueName: "name"))
  var text: String

  func read(for what: String) throws -> PluginName {
    guard let name = PluginName(text) else {
      throw Console.refuse("`\(text)` is no name for \(what)", help: "write words as LongWait or long-wait")
    }
    return name
  }
}

/// The rulebook that something new is written into.
struct RulebookOption: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds the rulebook.", valueName: "folder"))
  var rulebook = RulebookArgument.usual

  var shown: String { rulebook == RulebookArgument.usual ? "" : " " + ShellWord.of(rulebook) }

  /// The rulebook, which has to be a folder without errors.
  func load() throws -> Rulebook {
    var argument = RulebookArgument()
    argument.path = rulebook
    if FileSystem.exists(rulebook), !FileSystem.isFolder(rulebook) {
      throw Console.refuse("`\(rulebook)` is one file, and a new one is to be written beside it", help: "give the folder of a rulebook")
    }
    return try argument.load()
  }

  /// Where files of a sort go: into their folder, if there is one.
  func path(_ sort: String, _ name: PluginName) -> String {
    let folder = FileSystem.join(rulebook, sort)
    return FileSystem.join(FileSystem.isFolder(folder) ? folder : rulebook, "\(name.id).yaml")
  }
}
