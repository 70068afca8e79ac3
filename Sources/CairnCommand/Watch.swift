import ArgumentParser
import Cairn
import CairnBench
import CairnDirectory
import CairnPlugins
import Foundation

struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Dry-run and test again whenever a file of the rulebook changes, and show only what changed.",
    discussion: "Ctrl-C ends it.")

  @OptionGroup var rulebook: RulebookArgument
  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("End after so many changes.", valueName: "number"))
  var changes: Int?

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    var others = named()
    var changed = SettledChanges(files(beside: others))
    var state = look()
    // What everybody was told while the rulebook was sound, for after an error.
    var sound = state
    Console.print("Watching \(Escaping.terminalLine(rulebook.path)): " + state.summary + state.changes(since: nil))
    var left = changes ?? .max
    while left > 0 {
      usleep(150_000)
      guard changed.take(files(beside: others)) else { continue }
      others = named()
      let next = look()
      Console.print("\n" + (next.isSound ? next.changes(since: sound) : next.changes(since: state)) + next.summary)
      if next.isSound { sound = next }
      state = next
      left -= 1
    }
  }

  private func look() -> WatchState {
    var options = AdviceText.Options()
    options.width = layout.columns
    options.color = Console.colorsOutput
    options.rulebookPath = rulebook.shown
    do throws(RulebookError) {
      let read = try Rulebook(at: rulebook.path, supportTypes: InstalledPlugins.all, readDirectory: Directory.services(at:named:))
      return WatchState(read, asOf: day.date, options: options)
    } catch {
      return WatchState(errors: error.diagnostics, asOf: day.date, options: options)
    }
  }

  /// The folders of kinds of support and the directory that the rulebook names.
  private func named() -> [String] {
    RulebookFiles(at: rulebook.path).sources.flatMap { source -> [String] in
      guard let header = YAMLReader.read(source).tree?.root?["rulebook"] else { return [] }
      let paths = [header["plugins"], header["directory"]].compactMap { $0 }.flatMap { $0.isScalar ? [$0] : Array($0.items) }
      return paths.map { FileSystem.join(FileSystem.folder(of: source.path), $0.text) }
    }
  }

  private func files(beside others: [String]) -> WatchedFiles { WatchedFiles(at: [rulebook.path] + others) }
}
