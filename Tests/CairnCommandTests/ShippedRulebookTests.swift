import Foundation
import Testing

@Suite("The rulebook that ships")
struct ShippedRulebookTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("is clean, without a single warning")
  func clean() throws {
    let run = try Command.run(["check", "--strict", "--as-of", "2026-11-22"], in: Self.root)
    #expect(run.status == 0, "\(run.transcript)")
  }

  @Test("does what its tests say")
  func tests() throws {
    let run = try Command.run(["test"], in: Self.root)
    #expect(run.status == 0, "\(run.transcript)")
  }

  @Test("is seen by its tests in every state that anybody can bring it to")
  func coverage() throws {
    let run = try Command.run(["test", "--coverage"], in: Self.root)
    let states = run.output.split(separator: "\n").filter { $0.contains(": states") }
    #expect(states.count == 6)
    #expect(states.allSatisfy { $0.contains("(100 %)") }, "\(states.joined(separator: "\n"))")
  }

  @Test("notices every small change to its conditions that alters something, or says beside it why not, and nowhere else")
  func mutants() throws {
    let run = try Command.run(["test", "--mutants", "--strict", "--all", "--width", "120"], in: Self.root)
    #expect(run.status == 0, "\(run.transcript)")
    let explained = run.output.split(separator: "\n").drop { !$0.hasPrefix("Changes that no test notices, and why") }
    let places = Set(explained.compactMap { $0.firstMatch(of: /rules\/\S+\.yaml:\d+/)?.output })
    #expect(places.count == (try Self.remarks()))
  }

  /// How many comments under `rules/` say why no test notices.
  private static func remarks() throws -> Int {
    let rules = root.appendingPathComponent("rules")
    let files = try FileManager.default.subpathsOfDirectory(atPath: rules.path).filter { $0.hasSuffix(".yaml") }
    return try files.reduce(0) { count, file in
      count + (try String(contentsOf: rules.appendingPathComponent(file), encoding: .utf8)).ranges(of: "# untested:").count
    }
  }
}
