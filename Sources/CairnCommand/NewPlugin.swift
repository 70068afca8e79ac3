import ArgumentParser
import Cairn
import Foundation

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the beginnings of something, sound and ready to be changed.",
    subcommands: [NewRulebook.self, NewRule.self, NewPathway.self, NewPlugin.self])
}

/// A folder for a kind of support that passes `check`, its own cases and the contract, for its author to make their own.
struct NewPlugin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "Write a folder for a kind of support: manifest, texts, cases and a page, whole and ready to be changed.",
    discussion: "It is written to Plugins/NAME where there is a folder Plugins, else to NAME. Nothing is written over.")

  @Argument(help: ArgumentHelp("What to call it: WalkingGroup, or walking-group.", valueName: "name"))
  var name: String

  @Flag(help: "Also write a Swift type and its test, for where the manifest is not enough.")
  var swift = false

  func run() throws {
    guard let name = PluginName(name) else {
      throw Console.refuse("`\(name)` is no name for a kind of support", help: "write words as WalkingGroup or walking-group")
    }
    if let disease = DiseaseNames.first(in: name.title) {
      throw Console.refuse(
        "a support type serves every condition, and `\(disease)` is one", help: "name it by what people do there: WalkingGroup")
    }
    let folder = FileSystem.isFolder("Plugins") ? "Plugins/\(name.type)" : name.type
    guard !FileSystem.exists(folder) else {
      throw Console.refuse("there is `\(folder)` already, and nothing is written over", help: "choose another name")
    }
    let files = PluginTemplate(name).files(withSwift: swift)
    for file in files {
      let path = "\(folder)/\(file.path)"
      try? FileManager.default.createDirectory(atPath: FileSystem.folder(of: path), withIntermediateDirectories: true)
      try Console.save(file.text, to: path)
    }
    Console.print(said(of: name, folder, files))
  }

  private func said(of name: PluginName, _ folder: String, _ files: [PluginTemplate.File]) -> String {
    let width = (files.map(\.path.count).max() ?? 0) + 2
    let list = files.map { "  \($0.path)\(String(repeating: " ", count: width - $0.path.count))\($0.what)\n" }.joined()
    var steps = [
      "Write in \(folder)/support.yaml what it is, and what it is not. Then the words, the page and the cases.",
      "Run its cases: cairn test \(folder)",
    ]
    if swift {
      steps += [
        "Build it in. In Package.swift add \"\(name.type)\" to `plugins`; in Sources/CairnPlugins/InstalledPlugins.swift add the two lines\n"
          + "       import \(name.type)\n       { try \(name.type)() },"
      ]
    } else {
      steps.append("Name it in a rulebook, as seen from its file: rulebook: {plugins: [../\(folder)]}")
    }
    steps.append("Let a rule suggest it: suggest: {support: \(name.id), verb: self-refer}")
    let numbered = steps.enumerated().map { "  \($0 + 1). \($1)\n" }.joined()
    return "Wrote \(folder):\n\(list)\nWhat to do next:\n\(numbered)"
  }
}

/// The name of a kind of support in its three dresses.
struct PluginName {
  /// `walking-group`
  let id: String
  /// `WalkingGroup`
  let type: String
  /// `Walking group`
  let title: String

  /// From `WalkingGroup` or `walking-group`; nil where it is neither.
  init?(_ text: String) {
    guard let first = text.first, first.isASCII, first.isLetter, text.utf8.count <= 60, text.allSatisfy({ $0.isASCII }) else { return nil }
    let words =
      first.isUppercase ? Self.words(ofCamelCase: text) : text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber } && $0 == $0.lowercased() }) else { return nil }
    id = words.joined(separator: "-")
    type = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    title = PlainWords.capitalized(words.joined(separator: " "))
    guard Identifier.isValid(id) else { return nil }
  }

  private static func words(ofCamelCase text: String) -> [String] {
    var words: [String] = []
    for character in text {
      if character.isUppercase { words.append("") }
      words[words.count - 1] += character.lowercased()
    }
    return words
  }
}
