import Foundation
import Testing

/// Nothing sensitive is in what any command says, unless somebody asks for it.
@Suite("What is sensitive is withheld by every command")
struct DisclosureLaws {
  private static let day = ["--as-of", "2026-11-22"]

  private static let population = ["--profiles", "people.ndjson"]

  /// What shows people, in every format that it has.
  private static var formats: [[String]] {
    var commands: [[String]] = []
    for format in ["text", "json", "markdown"] {
      let options: [String] = ["--format", format] + day
      commands.append(["dry-run"] + options)
      commands.append(["dry-run", "--all"] + options)
      commands.append(["review"] + options)
      commands.append(["review"] + population + options)
      commands.append(["diff", "rules", "newer"] + options)
      commands.append(["diff", "rules", "newer"] + population + options)
    }
    for format in ["text", "json", "sarif", "github"] { commands.append(["check", "--all", "--format", format] + day) }
    return commands
  }

  private static var explained: [[String]] {
    let rules = ["status", "derived", "illness", "day", "age", "other", "open", "score", "either", "both"]
    var commands: [[String]] = []
    for person in ["sam", "kim"] {
      let explain: [String] = ["explain", "--profile", person] + day
      for rule in rules { commands.append(explain + ["--rule", "by-" + rule]) }
      for support in ["peer-group", "link-worker"] {
        commands.append(explain + ["--support", support])
        commands.append(explain + ["--support", support, "--all"])
      }
    }
    return commands
  }

  private static let others: [[String]] = [
    ["test", "--all"], ["test", "--coverage"], ["test", "--mutants", "--all"], ["test", "--junit", "junit.xml"],
    ["dry-run", "--profile", "person.yaml"] + day, ["dry-run", "--profile", "cut.yaml"] + day,
    ["explain", "--rule", "by-status", "--profile", "person.yaml"] + day,
    ["diff", "rules", "newer", "--profiles", "whole.json"] + day, ["review", "--profiles", "whole.json"] + day,
    ["review", "--html", "page.html"] + day, ["plugins"], ["plugins", "--format", "json"],
  ]

  static let commands: [[String]] = formats + explained + others

  /// Runs a command, and gives what it said on both streams and in the files that it wrote.
  private func said(_ arguments: [String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try DisclosureWorld.write(into: folder)
    let result = try Command.run(arguments, in: folder)
    let written = ["page.html", "junit.xml"].compactMap { try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    return ([result.output, result.errors] + written).joined(separator: "\n").replacing("\u{A0}", with: " ").lowercased()
  }

  @Test("no mark is in anything that a command says", arguments: commands)
  func withheld(arguments: [String]) throws {
    let text = try said(arguments)
    #expect(!text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty)
    for line in text.split(separator: "\n") {
      for mark in DisclosureWorld.marks where line.contains(mark) { Issue.record("`\(mark)` is in: \(line)") }
    }
  }

  @Test("an age that is sensitive is not in the heading")
  func age() throws {
    let born = try said(["dry-run", "--profile", "sam", "--format", "markdown"] + Self.day)
    #expect(born.contains("\n## sam\n\nsomebody.\n"))
    #expect(
      try said(["dry-run", "--profile", "sam", "--format", "markdown", "--show-sensitive"] + Self.day).contains("somebody, aged 95."))
  }

  @Test(
    "whoever asks is shown it",
    arguments: [
      ["dry-run"] + day, ["dry-run", "--format", "json"] + day, ["explain", "--profile", "kim", "--rule", "by-derived"] + day,
      ["check", "--all"] + day, ["test", "--coverage"], ["test", "--mutants"], ["diff", "rules", "newer"] + day, ["review"] + day,
      ["diff", "rules", "newer", "--profiles", "people.ndjson"] + day, ["dry-run", "--profile", "person.yaml"] + day,
    ])
  func shown(arguments: [String]) throws {
    let text = try said(arguments + ["--show-sensitive"])
    #expect(DisclosureWorld.marks.contains { text.contains($0) })
  }
}
