import ArgumentParser
import Cairn

struct Plugins: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the contract of each kind of support in words: whom it suits, what may be asked of it, what it costs.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var rulebook: RulebookArgument

  @OptionGroup var day: DayOption

  @Option(help: "How the result is written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let ruleSet = try rulebook.load().ruleSet
    switch format {
    case .text: Console.print(PluginsText(ruleSet, width: layout.columns, color: Console.colorsOutput, asOf: day.date).draw())
    case .json: Console.print(PluginsJSON.draw(ruleSet, asOf: day.date))
    }
  }
}
