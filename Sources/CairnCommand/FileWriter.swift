import ArgumentParser
import Cairn
import Foundation

/// Writes files, and says why where it cannot.
enum FileWriter {
  /// Why something could not be written.
  struct Failure: Error {
    var code: Int32
    /// Whether what was to be written is lost on its way, as on a full disk; otherwise its place cannot be opened.
    var isLost: Bool

    /// In the system's own words: `no space left on device`.
    var reason: String {
      let words = String(cString: strerror(code))
      return words.prefix(1).lowercased() + words.dropFirst()
    }

    var exitCode: ExitCode { isLost ? .lostResult : ExitCode(2) }
  }

  /// Writes a file in its place. Of one that could not be written whole nothing stays, lest somebody takes it for whole.
  static func write(_ bytes: [UInt8], to path: String, flags: Int32 = O_TRUNC) throws(Failure) {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o666)
    guard file >= 0 else { throw Failure(code: errno, isLost: [ENOSPC, EDQUOT, EIO].contains(errno)) }
    if let failure = bytes.withUnsafeBytes({ failure(ofWriting: $0, to: file) }) {
      close(file)
      var information = stat()
      if lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG { unlink(path) }
      throw failure
    }
    guard close(file) == 0 else { throw Failure(code: errno, isLost: true) }
  }

  /// Writes everything, however little the other side takes at once; nil where that went well.
  static func failure(ofWriting bytes: UnsafeRawBufferPointer, to file: Int32) -> Failure? {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = Foundation.write(file, start, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if count < 0, errno == EAGAIN {
        var room = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        _ = poll(&room, 1, -1)
      } else if count == 0 || errno != EINTR {
        return Failure(code: count == 0 ? EIO : errno, isLost: true)
      }
    }
    return nil
  }
}

extension ExitCode {
  /// What was found out could not be written.
  static let lostResult = ExitCode(74)
}
