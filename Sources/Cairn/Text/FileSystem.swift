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
    /// A link that leads nowhere, or round in a circle.
    case deadLink
    /// A pipe, a socket or a device: whoever reads one may wait for ever.
    case notRegular

    /// What the system says of a path that cannot be opened.
    package init(errno code: Int32) {
      switch code {
      case ENOENT, ENOTDIR: self = .missing
      case ELOOP: self = .deadLink
      default: self = .unreadable
      }
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    guard let information = try? status(of: path) else { return false }
    return information.st_mode & S_IFMT == S_IFDIR
  }

  package static func exists(_ path: String) -> Bool { (try? status(of: path)) != nil }

  /// A whole regular file of at most `limit` bytes.
  package static func read(_ path: String, limit: Int = 1 << 20) throws(Problem) -> [UInt8] {
    let file = try open(path)
    defer { close(file) }
    return try contents(of: file, limit: limit)
  }

  /// Every YAML file in a folder and below it. Dot files and dot folders are left out, and a folder that is linked twice is read once.
  package static func yamlFiles(in folder: String) throws(Problem) -> FileListing { try DiskFiles().yamlFiles(in: folder) }

  /// Every YAML file right in a folder; of a folder that cannot be listed, none.
  package static func yamlFiles(rightIn folder: String) -> [String] {
    let names = (try? DiskFiles().names(in: folder)) ?? []
    let found = names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }
    return found.map { join(folder, $0) }.filter { !isFolder($0) }
  }

  /// Every file in a folder and below it whose name has one of the endings.
  package static func files(in folder: String, endings: [String]) throws(Problem) -> FileListing {
    try DiskFiles().files(in: folder, endings: endings)
  }

  /// Opens a regular file and nothing else, and never waits.
  static func open(_ path: String) throws(Problem) -> Int32 {
    try requireRegular(try status(of: path))
    // Something else may have come into its place since, so it is looked at again once it is open.
    let file = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Problem(errno: errno) }
    var information = stat()
    do throws(Problem) {
      guard fstat(file, &information) == 0 else { throw .unreadable }
      try requireRegular(information)
      return file
    } catch {
      close(file)
      throw error
    }
  }

  private static func requireRegular(_ information: stat) throws(Problem) {
    switch information.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .isFolder
    default: throw .notRegular
    }
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
  /// What is there, links followed.
  static func status(of path: String) throws(Problem) -> stat {
    var information = stat()
    if stat(path, &information) == 0 { return information }
    let problem = Problem(errno: errno)
    // A link that is there itself leads nowhere.
    if problem == .missing, isLink(path) { throw .deadLink }
    throw problem
  }

  /// What changes with a file that is too large to be looked at often: its size, and when it was written, which no program can set back.
  package static func marks(of path: String) -> [Int] {
    guard let information = try? status(of: path) else { return [] }
    #if canImport(Darwin)
      let times = [information.st_mtimespec, information.st_ctimespec]
    #else
      let times = [information.st_mtim, information.st_ctim]
    #endif
    return times.flatMap { [Int($0.tv_sec), Int($0.tv_nsec)] } + [Int(information.st_size), Int(truncatingIfNeeded: information.st_ino)]
  }

  private static func isLink(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
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
  static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: Int32) -> Int {
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

  private static func systemOpen(_ path: String, _ flags: Int32) -> Int32 {
    #if canImport(Darwin)
      Darwin.open(path, flags)
    #elseif canImport(Musl)
      Musl.open(path, flags)
    #else
      Glibc.open(path, flags)
    #endif
  }
}

/// The files of the disk.
package struct DiskFiles: FileTree {
  package init() {}

  package func kind(of path: String) throws(FileSystem.Problem) -> FileKind {
    let information = try FileSystem.status(of: path)
    guard information.st_mode & S_IFMT == S_IFDIR else { return .file }
    return .folder(id: Array("\(information.st_dev):\(information.st_ino)".utf8))
  }

  package func names(in folder: String) throws(FileSystem.Problem) -> [String] {
    guard let directory = opendir(folder) else { throw FileSystem.Problem(errno: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else { break }
      names.append(Self.name(of: entry))
    }
    guard errno == 0 else { throw .unreadable }
    return names
  }

  package func read(_ path: String, limit: Int) throws(FileSystem.Problem) -> [UInt8] { try FileSystem.read(path, limit: limit) }

  package func pieces(of path: String) throws(FileSystem.Problem) -> FileChunks { try FileChunks(path) }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
