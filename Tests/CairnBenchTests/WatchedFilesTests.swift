import Cairn
import CairnBench
import Foundation
import Testing

@Suite("Files that are watched")
struct WatchedFilesTests {
  private func folder(_ check: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try check(folder)
  }

  @Test("have changed where what is in them has, though size and time are the same", arguments: [1, 2 << 20])
  func sameSizeAndTime(size: Int) throws {
    try folder { folder in
      let file = folder.appendingPathComponent("a.yaml")
      func write(_ byte: UInt8) throws {
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data(repeating: byte, count: size))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: file.path)
      }
      try Data().write(to: file)
      try write(0x61)
      let before = WatchedFiles(at: [folder.path])
      #expect(WatchedFiles(at: [folder.path]) == before)
      // The disk's clock has ticks.
      usleep(20_000)
      try write(0x62)
      #expect(WatchedFiles(at: [folder.path]) != before)
    }
  }

  @Test("have changed where one is gone, is new or cannot be read any more")
  func others() throws {
    try folder { folder in
      let file = folder.appendingPathComponent("a.yaml")
      let none = WatchedFiles(at: [folder.path])
      try Data("a".utf8).write(to: file)
      let one = WatchedFiles(at: [folder.path])
      try FileManager.default.removeItem(at: file)
      #expect(WatchedFiles(at: [folder.path]) == none)
      try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "nowhere")
      let lost = WatchedFiles(at: [folder.path])
      #expect(Set([none, one, lost]).count == 3)
      #expect(WatchedFiles(at: [folder.path, folder.path + "/none"]) != lost)
    }
  }

  @Test("are told of once nobody writes to them any more, and not where all is as it was")
  func settled() throws {
    try folder { folder in
      let file = folder.appendingPathComponent("a.yaml")
      func files(_ text: String) throws -> WatchedFiles {
        try Data(text.utf8).write(to: file)
        return WatchedFiles(at: [file.path])
      }
      var changes = SettledChanges(try files("whole"))
      let written = [
        "whole", "", "ha", "half", "half", "half-", "half-written", "half-written", "half-written", "half-written", "half-written",
      ]
      var told: [Bool] = []
      for text in written { told.append(changes.take(try files(text))) }
      #expect(told == [false, false, false, false, false, false, false, false, true, false, false])
      told = []
      for text in ["", "half-written", "half-written", "half-written"] { told.append(changes.take(try files(text))) }
      #expect(told == [false, false, false, false])
    }
  }
}
