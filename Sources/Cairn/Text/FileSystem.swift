#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The one place that touches files.
package enum FileSystem {
  /// Why a file or a folder could not be read.
  package enum Problem: Error, Sendable, Hashable {
    case missing, unreadable, isFolder, notFolder
    /// Longer than the limit that was given.
    case tooLarge
  }

  /// What stands in a folder and below it.
  package struct Listing: Sendable, Hashable {
    /// Files with one of the endings, each with the folder before it, by path.
    package var files: [String] = []
    /// Folders that could not be opened.
    package var unreadable: [String] = []
  }

  package static func isFolder(_ path: String) -> Bool {
    guard let information = status(of: path) else { return false }
    return information.st_mode & S_IFMT == S_IFDIR
  }

  package static func exists(_ path: String) -> Bool { status(of: path) != nil }

  /// A whole file of at most `limit` bytes; pipes may be read too.
  package static func read(_ path: String, limit: Int = 1 << 20) throws(Problem) -> [UInt8] {
    if isFolder(path) { throw .isFolder }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable }
    defer { close(file) }
    return try contents(of: file, limit: limit)
  }

  /// Every YAML file in a folder and below it. Dot files and dot folders are left out, and a folder that is linked twice is read once.
  package static func yamlFiles(in folder: String) throws(Problem) -> Listing {
    try files(in: folder, endings: [".yaml", ".yml"])
  }

  /// Every file in a folder and below it whose name has one of the endings.
  package static func files(in folder: String, endings: [String]) throws(Problem) -> Listing {
    guard let information = status(of: folder) else { throw .missing }
    guard information.st_mode & S_IFMT == S_IFDIR else { throw .notFolder }
    var listing = Listing()
    var seen: Set<FolderID> = []
    list(folder, endings, into: &listing, seen: &seen)
    if listing.unreadable.contains(folder) { throw .unreadable }
    listing.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return listing
  }

  /// A path as written in a file that lies in `folder`.
  package static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// A path for people, without detours: `rules/../Plugins` is `Plugins`. Links may lead elsewhere, so it is not for opening.
  package static func tidied(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The rest of a path that begins with `folder`.
  package static func relative(_ path: String, to folder: String) -> String {
    guard path.hasPrefix(folder) else { return path }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    return String(Substring(rest.first == 0x2F ? rest.dropFirst() : rest))
  }

  /// The folder of a path, empty for a bare name.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension FileSystem {
  private struct FolderID: Hashable {
    var device: UInt64
    var number: UInt64
  }

  private static func status(of path: String) -> stat? {
    var information = stat()
    return stat(path, &information) == 0 ? information : nil
  }

  private static func contents(of file: Int32, limit: Int) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { Self.fill($0, from: file) }
      guard count >= 0 else { throw .unreadable }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge }
      bytes.append(contentsOf: block[..<count])
    }
  }

  /// One `read`, again where a signal came between.
  private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: Int32) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(file, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(file, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private static func list(_ folder: String, _ endings: [String], into listing: inout Listing, seen: inout Set<FolderID>) {
    guard let information = status(of: folder),
      seen.insert(FolderID(device: UInt64(truncatingIfNeeded: information.st_dev), number: UInt64(information.st_ino))).inserted
    else { return }
    guard let names = names(in: folder) else {
      listing.unreadable.append(folder)
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = join(folder, name)
      if isFolder(path) {
        list(path, endings, into: &listing, seen: &seen)
      } else if endings.contains(where: name.hasSuffix) {
        listing.files.append(path)
      }
    }
  }

  /// In the order of their bytes, so that which of two links to a folder is read does not depend on the disk.
  private static func names(in folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(name(of: entry))
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
