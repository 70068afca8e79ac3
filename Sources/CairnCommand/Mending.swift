import ArgumentParser
import Cairn
import Foundation

/// Writes mends into files, each file whole or not at all.
enum Mending {
  struct Change {
    var path: String
    var count: Int
  }

  /// Files that would change and are not in the rulebook itself: what a link in it leads to, and kinds of support beside it. They may belong
  /// to somebody else, and are not written to.
  static func outside(_ diagnostics: [Diagnostic], of rulebook: String) -> [String] {
    paths(diagnostics).filter { !isInside($0, rulebook) }
  }

  private static func paths(_ diagnostics: [Diagnostic]) -> [String] { Set(diagnostics.flatMap(\.fixes).map(\.path)).sorted() }

  /// What was changed, by path.
  ///
  /// - Parameter rulebook: the folder in which files are written, or the one file that is.
  static func apply(_ diagnostics: [Diagnostic], in rulebook: String) throws -> [Change] {
    var changes: [Change] = []
    for path in paths(diagnostics) where isInside(path, rulebook) {
      guard let bytes = try? FileSystem.read(path) else { continue }
      let (mended, count) = FixApplier.apply(diagnostics, to: bytes, path: path)
      guard count > 0, mended != bytes else { continue }
      try replace(path, with: mended)
      changes.append(Change(path: path, count: count))
    }
    return changes
  }

  /// Whether a file is in the rulebook, and does not only look so because a link in it leads there.
  static func isInside(_ path: String, _ rulebook: String) -> Bool {
    guard let file = real(path), let folder = real(rulebook) else { return false }
    return file == folder || file.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  /// A path without links and detours.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Beside the file first, then in its place, so that a full disk or a stopped machine leaves the old text whole.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let target = real(path) ?? path
    let temporary = FileSystem.join(FileSystem.folder(of: target), ".cairn-\(UUID().uuidString).tmp")
    do throws(FileWriter.Failure) {
      try FileWriter.write(bytes, to: temporary, flags: O_EXCL | O_NOFOLLOW)
      var information = stat()
      if stat(target, &information) == 0 { chmod(temporary, information.st_mode & 0o7777) }
      guard rename(temporary, target) == 0 else { throw FileWriter.Failure(code: errno, isLost: false) }
    } catch {
      unlink(temporary)
      Console.complain(of: [
        Diagnostic(.error, .unreadable, "`\(path)` cannot be written: \(error.reason)", help: "nothing in it was changed")
      ])
      throw error.exitCode
    }
  }
}
