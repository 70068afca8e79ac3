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
}
