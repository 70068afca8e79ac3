#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file read piece by piece, for files that are never held whole.
package final class FileChunks {
  /// Below zero where the bytes are in memory.
  private let file: Int32
  private let buffer: UnsafeMutableRawBufferPointer
  private var memory: [UInt8]?

  /// Opens a regular file.
  package init(_ path: String, size: Int = 1 << 18) throws(FileSystem.Problem) {
    file = try FileSystem.open(path)
    buffer = .allocate(byteCount: max(size, 1), alignment: 1)
  }

  /// Bytes that are in memory already, as one piece.
  package init(_ bytes: [UInt8]) {
    file = -1
    buffer = .allocate(byteCount: max(bytes.count, 1), alignment: 1)
    memory = bytes
  }

  deinit {
    if file >= 0 { close(file) }
    buffer.deallocate()
  }

  /// The next piece, good until the one after it is read; nil at the end.
  package func next() throws(FileSystem.Problem) -> UnsafeBufferPointer<UInt8>? {
    let count = file < 0 ? takeMemory() : FileSystem.fill(UnsafeMutableRawBufferPointer(rebasing: buffer[...]), from: file)
    guard count >= 0 else { throw .unreadable }
    if count == 0 { return nil }
    let filled = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count])
    return filled.assumingMemoryBound(to: UInt8.self)
  }

  private func takeMemory() -> Int {
    guard let bytes = memory else { return 0 }
    memory = nil
    buffer.copyBytes(from: bytes)
    return bytes.count
  }
}
