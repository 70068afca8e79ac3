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
    var seen = stamps(beside: others)
    var state = look()
    // What everybody was told while the rulebook was sound, for after an error.
    var sound = state
    Console.print("Watching \(Escaping.terminalLine(rulebook.path)): " + state.summary + state.changes(since: nil))
    var left = changes ?? .max
    while left > 0 {
      usleep(200_000)
      let now = stamps(beside: others)
      if now == seen { continue }
      seen = now
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

  /// When each file was last written, and its size.
  private func stamps(beside others: [String]) -> [String: [Int]] {
    var stamps: [String: [Int]] = [:]
    for path in [rulebook.path] + others {
      let endings = [".yaml", ".yml", ".json", ".ndjson", ".csv"]
      let files = FileSystem.isFolder(path) ? (try? FileSystem.files(in: path, endings: endings).files) ?? [] : [path]
      for file in files { stamps[file] = Self.stamp(of: file) }
    }
    return stamps
  }

  private static func stamp(of path: String) -> [Int]? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    #if canImport(Darwin)
      let time = information.st_mtimespec
    #else
      let time = information.st_mtim
    #endif
    return [time.tv_sec, time.tv_nsec, Int(information.st_size), Int(information.st_ino)]
  }
}
