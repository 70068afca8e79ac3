#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file read piece by piece, for files that are never held whole.
package final class FileChunks {
  private let file: Int32
  private let buffer: UnsafeMutableRawBufferPointer

  /// Opens a file; pipes may be read too.
  package init(_ path: String, size: Int = 1 << 18) throws(FileSystem.Problem) {
    if FileSystem.isFolder(path) { throw .isFolder }
    file = open(path, O_RDONLY | O_CLOEXEC)
    let fault = errno
    buffer = .allocate(byteCount: max(size, 1), alignment: 1)
    guard file >= 0 else { throw fault == ENOENT || fault == ENOTDIR ? .missing : .unreadable }
  }

  deinit {
    if file >= 0 { close(file) }
    buffer.deallocate()
  }

  /// The next piece, good until the one after it is read; nil at the end.
  package func next() throws(FileSystem.Problem) -> UnsafeBufferPointer<UInt8>? {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(file, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(file, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable }
      if count == 0 { return nil }
      let filled = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count])
      return filled.assumingMemoryBound(to: UInt8.self)
    }
  }
}
