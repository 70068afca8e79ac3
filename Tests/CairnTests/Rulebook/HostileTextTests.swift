import Cairn
import Foundation
import Testing

@Suite("Rulebooks with letters changed")
struct HostileTextTests {
  /// SplitMix64: the same changes on every machine.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test("are read to the end, and what is said points into the file", arguments: 0..<8)
  func changed(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let files = try FileManager.default.contentsOfDirectory(atPath: MistakeTests.folder.path).filter { $0.hasSuffix(".txt") }.sorted()
    for file in files {
      for one in try MistakeFile(MistakeTests.folder.appendingPathComponent(file)).cases {
        let source = SourceText(path: file, bytes: Self.changed(Array(one.written.utf8), &dice))
        guard let tree = YAMLReader.read(source).tree else { continue }
        for diagnostic in RulebookReader.read([tree]).diagnostics {
          let place = try #require(diagnostic.location)
          #expect(place.offsets.upperBound <= source.bytes.count)
          #expect(!diagnostic.message.isEmpty)
          for fix in diagnostic.fixes { #expect(fix.range.upperBound <= source.bytes.count) }
        }
      }
    }
  }

  /// Some bytes lost, doubled, or put in from what YAML minds.
  private static func changed(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    let signs = Array(" \n:-,{}[]\"'0y".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &dice)
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: bytes.remove(at: at)
      case 1: bytes.insert(bytes[at], at: at)
      default: bytes[at] = signs[Int.random(in: signs.indices, using: &dice)]
      }
    }
    return bytes
  }
}
