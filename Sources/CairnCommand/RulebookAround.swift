import Cairn

/// The rulebook that one file belongs to: a file of a folder means little by itself, since its names are declared in others.
struct RulebookAround {
  /// The folder of the rulebook.
  let folder: String

  /// Nil where the path is no file, or where a file is a rulebook of its own.
  init?(_ file: String) {
    guard FileSystem.exists(file), !FileSystem.isFolder(file), let kind = Self.kind(of: file), let found = Self.folder(around: file) else {
      return nil
    }
    // With a header of its own it is a rulebook, unless the other files beside it have none.
    if kind == .header {
      guard found.isNearest, found.headers == 1, found.others > 0 else { return nil }
    }
    folder = found.path
  }

  private enum Kind { case header, sections }

  private struct Folder {
    var path: String
    /// Files with a header, and files with other sections only, right in the folder.
    var headers: Int
    var others: Int
    var isNearest: Bool
  }

  /// How far up a rulebook's folder may lie.
  private static let levels = 4

  private static func folder(around file: String) -> Folder? {
    var path = FileSystem.folder(of: file)
    if path.isEmpty { path = "." }
    for level in 0..<levels {
      let kinds = FileSystem.yamlFiles(rightIn: path).compactMap { kind(of: $0) }
      let headers = kinds.count { $0 == .header }
      if headers > 0 { return Folder(path: path, headers: headers, others: kinds.count - headers, isNearest: level == 0) }
      guard path != "/" else { return nil }
      path = above(path)
    }
    return nil
  }

  private static func above(_ path: String) -> String {
    if path == "." || path == ".." || path.hasSuffix("/..") { return path == "." ? ".." : path + "/.." }
    let folder = FileSystem.folder(of: path)
    return folder.isEmpty ? "." : folder
  }

  /// By the lines that begin in the first column; nil where a file holds no section.
  private static func kind(of file: String) -> Kind? {
    guard let bytes = try? FileSystem.read(file) else { return nil }
    let keys = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
      return String(decoding: line[..<colon], as: UTF8.self)
    }
    if keys.contains("rulebook") { return .header }
    return keys.contains(where: RulebookReader.sections.contains) ? .sections : nil
  }
}
