/// Diagnostics for programs: all of them, in order, none cut off.
package enum DiagnosticFormats {
  /// One object; every key is always there, null or empty where there is nothing. Lines and columns from 1, offsets in UTF-8.
  ///
  /// - Parameter more: Writes what stands beside the diagnostics.
  package static func json(_ diagnostics: [Diagnostic], beside more: ((inout JSONWriter) -> Void)? = nil) -> String {
    let all = diagnostics.inOrder()
    let counts = all.counts
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("cairn", 1)
      json.field("errors", counts.errors)
      json.field("warnings", counts.warnings)
      json.array("diagnostics", of: all) { json, diagnostic in json.object { write(diagnostic, to: &$0) } }
      more?(&json)
    }
    return json.text + "\n"
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.field("severity", diagnostic.severity.rawValue)
    json.field("code", diagnostic.code.rawValue)
    json.field("message", diagnostic.message)
    write(diagnostic.location, to: &json)
    json.array("notes", of: diagnostic.notes) { json, note in
      json.object { json in
        json.field("label", note.label)
        json.field("text", note.text)
      }
    }
    json.array("fixes", of: diagnostic.fixes) { json, fix in
      json.object { json in
        json.field("title", fix.title)
        json.field("path", fix.path)
        json.field("start", fix.range.lowerBound)
        json.field("end", fix.range.upperBound)
        json.field("replacement", fix.replacement)
      }
    }
    json.array("related", of: diagnostic.related) { json, related in
      json.object { json in
        json.field("message", related.message)
        write(related.location, to: &json)
      }
    }
  }

  private static func write(_ location: Diagnostic.Location?, to json: inout JSONWriter) {
    json.field("path", location?.path)
    json.field("line", location?.line)
    json.field("column", location?.column)
    json.field("endLine", location?.endLine)
    json.field("endColumn", location?.endColumn)
    json.field("start", location?.offsets.lowerBound)
    json.field("end", location?.offsets.upperBound)
  }

  /// Workflow commands of GitHub Actions, one line each: they stand as annotations beside the changed lines.
  package static func github(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.inOrder().map { diagnostic in
      var properties: [String] = []
      if let location = diagnostic.location {
        properties = ["file=\(property(Escaping.terminalLine(location.path)))", "line=\(location.line)", "endLine=\(location.endLine)"]
        // GitHub takes columns only for a stretch of one line.
        if location.line == location.endLine { properties += ["col=\(location.column)", "endColumn=\(location.endColumn)"] }
      }
      properties.append("title=\(property(diagnostic.code.rawValue))")
      let mends = diagnostic.mends.map { "\($0.label): \($0.text)" }
      let message = ([diagnostic.message] + mends).map(Escaping.terminal).joined(separator: "\n")
      return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(data(message))\n"
    }.joined()
  }

  private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }
  private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

  private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    text.unicodeScalars.map { special.contains($0) ? "%" + Escaping.hex($0.value, digits: 2) : String($0) }.joined()
  }
}
