import Foundation
import Testing

/// The page that `cairn review --html` writes, compared whole. `RECORD=1 swift test --filter ReviewPageTests` writes it anew.
@Suite("The page that a review writes")
struct ReviewPageTests {
  @Test("is the one that lies beside its rulebook")
  func page() throws {
    let original = TranscriptTests.golden.appendingPathComponent("review")
    let folder = try Workspace(copying: original)
    defer { folder.remove() }
    let run = try Command.run(["review", "--as-of", "2026-11-22", "--html", "written.html"], in: folder.url)
    #expect(run.transcript == "Wrote written.html, with 3 pathways.\n")
    let written = try String(contentsOf: folder.url.appendingPathComponent("written.html"), encoding: .utf8)
    let file = original.appendingPathComponent("page.html")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try written.write(to: file, atomically: false, encoding: .utf8)
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == written)
    }
  }
}
