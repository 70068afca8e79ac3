/// The mistakes that a reader found, collected while it reads on.
package final class Findings {
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether what stands behind a misspelt word of the language is read as if it had been written right, so that its mistakes are said
  /// in the same run. In a rulebook, which its errors stop; never in what is said of a person.
  let readsOn: Bool

  package init(readingOn: Bool = false) { readsOn = readingOn }

  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package func error(_ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String? = nil) {
    report(.error(code, message, at: range, help: help))
  }
}
