extension Sequence where Element == Diagnostic {
  /// By path, place, severity and code, each said once: what is said of no file comes first.
  package func inOrder() -> [Diagnostic] {
    let sorted = sorted { DiagnosticKey($0) < DiagnosticKey($1) }
    var result: [Diagnostic] = []
    for diagnostic in sorted where result.last.map(DiagnosticKey.init) != DiagnosticKey(diagnostic) { result.append(diagnostic) }
    return result
  }

  /// How many are errors, and how many warnings.
  package var counts: (errors: Int, warnings: Int) {
    reduce(into: (0, 0)) { counts, diagnostic in
      if diagnostic.severity == .error { counts.0 += 1 } else { counts.1 += 1 }
    }
  }
}

/// What fits a screen, in order, and how many more there are. Errors come before warnings when room is short.
struct CappedDiagnostics {
  let shown: [Diagnostic]
  let hidden: [Diagnostic]

  init(_ diagnostics: [Diagnostic], limit: Int) {
    let all = diagnostics.inOrder()
    var errorsLeft = Swift.min(limit, all.counts.errors)
    var warningsLeft = limit - errorsLeft
    var shown: [Diagnostic] = []
    var hidden: [Diagnostic] = []
    for diagnostic in all {
      let isError = diagnostic.severity == .error
      let fits = isError ? errorsLeft > 0 : warningsLeft > 0
      if fits { shown.append(diagnostic) } else { hidden.append(diagnostic) }
      if fits && isError { errorsLeft -= 1 } else if fits { warningsLeft -= 1 }
    }
    self.shown = shown
    self.hidden = hidden
  }

  /// `and 3 more errors, 1 more warning`; nil where all are shown.
  var rest: String? {
    let (errors, warnings) = hidden.counts
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return parts.isEmpty ? nil : "and " + parts.map { "\($0.0) more \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}

/// What a diagnostic is sorted by; two with one key say the same thing of the same place.
private struct DiagnosticKey: Comparable {
  let path: String
  let start, end: Int
  let severity: Int
  let code, message: String

  init(_ diagnostic: Diagnostic) {
    path = diagnostic.location?.path ?? ""
    start = diagnostic.location?.offsets.lowerBound ?? 0
    end = diagnostic.location?.offsets.upperBound ?? 0
    severity = diagnostic.severity == .error ? 0 : 1
    code = diagnostic.code.rawValue
    message = diagnostic.message
  }

  static func < (a: DiagnosticKey, b: DiagnosticKey) -> Bool {
    if a.path != b.path { return a.path < b.path }
    if a.start != b.start { return a.start < b.start }
    return (a.severity, a.code, a.end, a.message) < (b.severity, b.code, b.end, b.message)
  }
}
