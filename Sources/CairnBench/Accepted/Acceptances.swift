package import Cairn

/// Warnings that their author has answered in place: `# accepted: rule-in-silo: it is about this condition only`, at the end of the line
/// that is warned of or on lines of comment right above it.
package struct Acceptances {
  /// A warning, and why it may stay.
  package struct Accepted {
    package var warning: Diagnostic
    package var reason: String
  }

  /// What still wants a look, with what is wrong with the remarks themselves.
  package private(set) var open: [Diagnostic] = []
  package private(set) var accepted: [Accepted] = []

  /// - Parameters:
  ///   - files: Those whose remarks must accept something. Remarks of other files, as of a kind of support, count where a warning is.
  ///   - isComplete: Whether all checks were made: else a remark may wait for one that was not.
  package init(_ diagnostics: [Diagnostic], in files: [SourceText], isComplete: Bool) {
    var remarks: [String: [AcceptanceRemark]] = [:]
    for source in files + diagnostics.compactMap({ $0.location?.source }) where remarks[source.path] == nil {
      remarks[source.path] = AcceptanceRemark.all(in: source)
    }
    var used: Set<SourceRange> = []
    for diagnostic in diagnostics {
      guard let remark = Self.remark(for: diagnostic, remarks) else {
        open.append(diagnostic)
        continue
      }
      used.insert(remark.range)
      accepted.append(Accepted(warning: diagnostic, reason: remark.reason))
    }
    let own = Set(files.map(\.path)).sorted().flatMap { remarks[$0] ?? [] }
    open += own.compactMap { $0.problem ?? (isComplete && !used.contains($0.range) ? $0.idle : nil) }
    open = open.inOrder()
  }

  private static func remark(for diagnostic: Diagnostic, _ remarks: [String: [AcceptanceRemark]]) -> AcceptanceRemark? {
    guard diagnostic.severity == .warning, let location = diagnostic.location else { return nil }
    return remarks[location.path]?.first {
      $0.problem == nil && $0.code == diagnostic.code.rawValue && $0.lines.contains(location.offsets.lowerBound)
    }
  }
}

/// One remark that accepts a warning.
struct AcceptanceRemark {
  private static let marker = "# accepted:"

  let code: String
  let reason: String
  let range: SourceRange
  /// From its own line to the end of the line that it is about.
  let lines: ClosedRange<Int>

  /// Every remark of a file; of a file that cannot be read, none.
  static func all(in source: SourceText) -> [AcceptanceRemark] {
    let mark = Array(marker.utf8)
    guard source.bytes.firstRange(of: mark) != nil else { return [] }
    let reading = YAMLReader.read(source)
    guard let tree = reading.tree else { return [] }
    let comments = SourceMarks(tree, SourceLines(source.bytes), warnings: reading.diagnostics).comments
    return comments.indices.filter { comments[$0].text.hasPrefix(marker) }.map { AcceptanceRemark(comments, $0, source) }
  }

  private init(_ comments: [SourceMarks.Comment], _ index: Int, _ source: SourceText) {
    let comment = comments[index]
    var words = String(comment.text.dropFirst(Self.marker.count))
    var end = source.lineEnd(of: comment.offset)
    if comment.isOwnLine {
      var isReason = true
      for next in comments[(index + 1)...] where next.isOwnLine && source.lineStart(of: next.offset) == end + 1 {
        isReason = isReason && !next.text.hasPrefix(Self.marker) && !next.text.hasPrefix("# untested:")
        if isReason { words += " " + next.text.drop { $0 == "#" } }
        end = source.lineEnd(of: next.offset)
      }
      // The line below the comments is the one that they are about.
      end = source.lineEnd(of: min(end + 1, source.bytes.count))
    }
    let parts = words.split(separator: ":", maxSplits: 1).map { $0.split(separator: " ").joined(separator: " ") }
    code = parts.first ?? ""
    reason = parts.count > 1 ? parts[1] : ""
    range = SourceRange(source, comment.offset, comment.offset + comment.text.utf8.count)
    lines = source.lineStart(of: comment.offset)...end
  }

  /// What is wrong with the remark itself.
  var problem: Diagnostic? {
    if !code.contains(" "), !code.isEmpty, DiagnosticCode(rawValue: code) == nil {
      return Diagnostic.error(.unclearAcceptance, "there is no warning `\(code)` to accept", at: range)
        .suggesting(nearest(code, in: DiagnosticCode.allCases.map(\.rawValue)))
    }
    guard code.contains(" ") || code.isEmpty || reason.isEmpty else { return nil }
    return .error(
      .unclearAcceptance, "a remark that accepts a warning gives its code and a reason", at: range,
      help: "write `# accepted: rule-in-silo: it is about this condition only`")
  }

  var idle: Diagnostic {
    .error(
      .idleAcceptance, "this accepts `\(code)`, and nothing here is warned of so", at: range,
      help: "take the remark away, or put it on the line that is warned of")
  }
}

extension SourceText {
  fileprivate func lineEnd(of offset: Int) -> Int { bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }
}
