import ArgumentParser
import Cairn
import Foundation

/// Writes mends into files, each file whole or not at all.
enum Mending {
  struct Change {
    var path: String
    var count: Int
  }

  /// What was changed, by path.
  ///
  /// - Parameter file: The only file that may be changed; all, unless given.
  static func apply(_ diagnostics: [Diagnostic], to file: String? = nil) throws -> [Change] {
    var changes: [Change] = []
    let only = file.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
    for path in Set(diagnostics.flatMap(\.fixes).map(\.path)).sorted() {
      if let only, URL(fileURLWithPath: path).resolvingSymlinksInPath() != only { continue }
      guard let bytes = try? FileSystem.read(path) else { continue }
      let (mended, count) = FixApplier.apply(diagnostics, to: bytes, path: path)
      guard count > 0, mended != bytes else { continue }
      try replace(path, with: mended)
      changes.append(Change(path: path, count: count))
    }
    return changes
  }

  /// Beside the file first, then in its place, so that a full disk or a stopped machine leaves the old text whole.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let mode = try? FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions]
    let temporary = target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent).\(getpid()).tmp")
    do {
      try Data(bytes).write(to: temporary)
      if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: temporary.path) }
      guard rename(temporary.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      Console.complain(of: [Diagnostic(.error, .unreadable, "`\(path)` cannot be written", help: "nothing in it was changed")])
      throw ExitCode(2)
    }
  }
}
