/// The mistakes that a reader found, collected while it reads on.
package final class Findings {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package func error(_ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String? = nil) {
    report(.error(code, message, at: range, help: help))
  }
}
