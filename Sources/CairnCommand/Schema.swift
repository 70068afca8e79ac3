import ArgumentParser
import Cairn
import CairnBench

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the JSON Schema of this rulebook's files, so that an editor completes and checks them.",
    discussion: "It holds the rulebook's own names, so write it anew when they change. The page Set up your editor says where to put it.")

  @OptionGroup var rulebook: RulebookArgument

  @Option(name: .shortAndLong, help: ArgumentHelp("Write it to this file.", valueName: "file"))
  var output: String?

  func run() throws {
    let schema = RulebookSchema(try rulebook.load()).draw()
    guard let output else { return Console.print(schema) }
    try Console.save(schema, to: output)
    Console.print("Wrote \(Escaping.terminalLine(output)), for the files of \(Escaping.terminalLine(rulebook.path)).\n")
  }
}
