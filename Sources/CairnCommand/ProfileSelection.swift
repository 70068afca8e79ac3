import ArgumentParser
import Cairn

/// Whom `--profile` names: sample profiles of the rulebook by id, and files of others.
struct ProfileSelection {
  let rulebook: Rulebook
  var showsSensitive = false

  /// Somebody, and what a command line calls them: an id, or the file in which they stand.
  typealias Chosen = (profile: Profile, name: String)

  /// The people named, in the order named; all of the rulebook's where nobody is.
  func people(_ names: [String]) throws -> [Chosen] {
    guard !names.isEmpty else { return rulebook.profiles.map { ($0, $0.id) } }
    return try names.flatMap { name in try profiles(named: name).map { ($0, name) } }
  }

  private func profiles(named name: String) throws -> [Profile] {
    if let profile = rulebook.profiles.first(where: { $0.id == name }) { return [profile] }
    let isFile = [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) } || name.contains("/")
    guard isFile else { throw unknown(name) }
    return try read(name)
  }

  private func unknown(_ name: String) -> ExitCode {
    let ids = rulebook.profiles.map(\.id)
    let some = PlainWords.list(ids.prefix(8).map { "`\($0)`" }) + (ids.count > 8 ? " and others" : "")
    let help = nearest(name, in: ids).map { "did you mean `\($0)`?" } ?? (ids.isEmpty ? "it has none" : "it has \(some)")
    return Console.refuse("the rulebook has no profile `\(name)`", help: help)
  }

  /// Of a file that names something sensitive no word is shown: what is wrong with it may be the value itself.
  private func complain(of problems: [Diagnostic], in path: String) {
    let bytes = (try? FileSystem.read(path, limit: 16 << 20)) ?? []
    let disclosure = rulebook.ruleSet.disclosure(showsSensitive: showsSensitive)
    guard disclosure.withholds(naming: String(decoding: bytes, as: UTF8.self)) else { return Console.complain(of: problems) }
    Console.complain(withoutQuotes: problems)
    Console.complain("What `…` stands for is withheld, as the file names something sensitive: --show-sensitive shows it.\n")
  }

  private func read(_ path: String) throws -> [Profile] {
    let (tree, problems) = try ProfileDocument.read(path)
    let (profiles, found) = tree.map(rulebook.readProfiles(tree:)) ?? ([], [])
    let all = problems + found
    if !all.isEmpty { complain(of: all, in: path) }
    if all.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    return profiles
  }
}
