import Foundation
import Testing

/// Runs of the built command, compared whole with transcripts that lie beside their input: `$ cairn …`, what came out, and how it ended.
/// `RECORD=1 swift test --filter Transcript` writes them anew.
@Suite("Transcripts of the command")
struct TranscriptTests {
  static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

  static let transcripts: [String] = {
    let cases = (try? FileManager.default.contentsOfDirectory(atPath: golden.path)) ?? []
    return cases.sorted().flatMap { name -> [String] in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: golden.appendingPathComponent(name).path)) ?? []
      return files.filter { $0.hasSuffix(".txt") }.sorted().map { "\(name)/\($0)" }
    }
  }()

  @Test("there are transcripts to compare with")
  func some() { #expect(Self.transcripts.count >= 10) }

  @Test("the command says what its transcript says", arguments: transcripts)
  func transcript(name: String) throws {
    let file = Self.golden.appendingPathComponent(name)
    let expected = try String(contentsOf: file, encoding: .utf8)
    let folder = try Workspace(copying: file.deletingLastPathComponent())
    defer { folder.remove() }
    var actual = ""
    for line in expected.split(separator: "\n", omittingEmptySubsequences: false) where line.hasPrefix("$ cairn ") {
      let arguments = line.dropFirst("$ cairn ".count).split(separator: " ").map(String.init)
      actual += "\(line)\n" + (try Command.run(arguments, in: folder.url)).transcript
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try actual.write(to: file, atomically: false, encoding: .utf8)
    } else {
      #expect(actual == expected)
    }
  }
}

/// A copy of a case's folder, so that nothing a command writes reaches the original.
struct Workspace {
  let url: URL

  init(copying original: URL) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: original, to: url)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
