import ArgumentParser
import Cairn
import Foundation

/// The terminal and the clock: the only place that looks at either.
enum Console {
  /// The width of the terminal that standard output goes to; 80 where it goes elsewhere.
  static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Colour only on a terminal that wants it (https://no-color.org).
  static func wantsColor(_ file: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(file) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  static var colorsOutput: Bool { wantsColor(STDOUT_FILENO) }

  /// Today, where the command line runs.
  static var today: CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }

  /// Writes a result. Where it is lost, as on a full disk, that is said once and the command ends: nobody is to take the rest for all.
  static func print(_ text: String) {
    if let failure = write(text, to: STDOUT_FILENO) { lose(failure) }
  }

  /// What cannot even be said has no other way out.
  static func complain(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Says that a result is lost, and ends the command.
  private static func lose(_ failure: FileWriter.Failure) -> Never {
    complain("error: the result cannot be written: \(failure.reason)\n")
    exit(ExitCode.lostResult.rawValue)
  }

  /// Sees to it that a lost page of help is no success: the argument parser writes it by itself, and looks at nothing.
  static func watchOverHelp() {
    atexit {
      if fflush(nil) != 0, errno != EPIPE {
        Console.complain("error: the result cannot be written: \(FileWriter.Failure(code: errno, isLost: true).reason)\n")
        _exit(ExitCode.lostResult.rawValue)
      }
    }
  }

  /// Writes a file that the command line names; exit code 2 where it cannot be opened, 74 where it cannot be written whole.
  static func save(_ text: String, to path: String) throws {
    do throws(FileWriter.Failure) { try FileWriter.write(Array(text.utf8), to: path) } catch {
      complain(of: [Diagnostic(.error, .unreadable, "`\(path)` cannot be written: \(error.reason)")])
      throw error.exitCode
    }
  }

  /// Says what the command line asks for and nobody has: exit code 64.
  static func refuse(_ message: String, help: String?) -> ExitCode {
    let lines = ["error: \(message)"] + (help.map { ["  = help: \($0)"] } ?? [])
    complain(lines.map { Escaping.terminalLine($0) + "\n" }.joined())
    return ExitCode(64)
  }

  static func complain(of diagnostics: [Diagnostic]) {
    complain(DiagnosticText.draw(diagnostics, color: wantsColor(STDERR_FILENO)))
  }

  /// The same without a word of the file that they are about.
  static func complain(withoutQuotes diagnostics: [Diagnostic]) {
    complain(diagnostics.map { $0.lineWithoutQuotes() + "\n" }.joined())
  }

  /// Says on a terminal how far the reading of something large has come, once for so many bytes; nil takes it back.
  static func progress(every step: Int) -> (Int?) -> Void {
    guard isatty(STDERR_FILENO) == 1 else { return { _ in } }
    var shown = 0
    return { bytes in
      if bytes == nil, shown > 0 { complain("\r                    \r") }
      guard let bytes, bytes >= shown + step else { return }
      shown = bytes
      complain("\r\(bytes / 1_000_000) MB read")
    }
  }

  /// Says on a terminal how much of something long is done, in whole hundredths.
  static func progress(_ title: String) -> (show: (Int, Int) -> Void, end: () -> Void) {
    guard isatty(STDERR_FILENO) == 1 else { return ({ _, _ in }, {}) }
    var shown = -1
    func show(_ done: Int, _ all: Int) {
      let percent = all == 0 ? 100 : done * 100 / all
      guard percent > shown else { return }
      shown = percent
      complain("\r\(title): \(percent) %")
    }
    func end() { if shown >= 0 { complain("\r" + String(repeating: " ", count: title.count + 8) + "\r") } }
    return (show, end)
  }

  /// Whole, unless whoever reads has gone: that is their right, and no error. What went wrong; nil where nothing did.
  private static func write(_ text: String, to file: Int32) -> FileWriter.Failure? {
    var text = text
    let failure = text.withUTF8 { FileWriter.failure(ofWriting: UnsafeRawBufferPointer($0), to: file) }
    return failure?.code == EPIPE ? nil : failure
  }
}
