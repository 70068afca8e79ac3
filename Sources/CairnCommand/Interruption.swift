import ArgumentParser
import Foundation
import Synchronization

/// Ctrl-C during long work: what is being done is finished, what is known is printed, and the command says that it was stopped.
enum Interruption {
  private static let happened = Atomic(false)

  /// From now on the first Ctrl-C asks the work to stop; a second one ends the command at once.
  static func watch() {
    signal(SIGINT) { _ in
      Interruption.happened.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  static var isAsked: Bool { happened.load(ordering: .relaxed) }

  /// Says that the work was stopped, and ends with 130, as shells do; nothing where it was not.
  static func finish() throws {
    guard isAsked else { return }
    Console.complain("Stopped: this is what was known until then.\n")
    throw ExitCode(128 + SIGINT)
  }
}
