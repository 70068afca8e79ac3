extension DiagnosticFormats {
  /// SARIF 2.1.0 (OASIS): one run, columns in Unicode code points.
  package static func sarif(_ diagnostics: [Diagnostic]) -> String {
    let all = diagnostics.inOrder()
    let codes = Set(all.map(\.code.rawValue)).sorted()
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.field("name", "cairn")
              json.array("rules", of: codes) { json, code in json.object { $0.field("id", code) } }
            }
          }
          json.field("columnKind", "unicodeCodePoints")
          json.array("results", of: all) { json, diagnostic in
            json.object { write(result: diagnostic, rule: codes.firstIndex(of: diagnostic.code.rawValue), to: &$0) }
          }
        }
      }
    }
    return json.text + "\n"
  }

  private static func write(result diagnostic: Diagnostic, rule: Int?, to json: inout JSONWriter) {
    json.field("ruleId", diagnostic.code.rawValue)
    json.field("ruleIndex", rule)
    json.field("level", diagnostic.severity.rawValue)
    let sentences = [diagnostic.message] + diagnostic.mends.map { "\($0.label): \($0.text)" }
    write("message", text: sentences.joined(separator: "\n"), to: &json)
    json.array("locations", of: diagnostic.location.map { [$0] } ?? []) { json, location in
      json.object { write(location, to: &$0) }
    }
    if !diagnostic.related.isEmpty {
      json.array("relatedLocations", of: diagnostic.related) { json, related in
        json.object { json in
          write(related.location, to: &json)
          write("message", text: related.message, to: &json)
        }
      }
    }
    let source = diagnostic.location?.source
    let fixes = diagnostic.fixes.compactMap { fix in source.flatMap { $0.path == fix.path ? (fix, $0) : nil } }
    if !fixes.isEmpty {
      json.array("fixes", of: fixes) { json, fix in json.object { write(fix.0, in: fix.1, to: &$0) } }
    }
  }

  private static func write(_ fix: Diagnostic.Fix, in source: SourceText, to json: inout JSONWriter) {
    write("description", text: fix.title, to: &json)
    json.array("artifactChanges") { json in
      json.object { json in
        write(artifact: fix.path, to: &json)
        json.array("replacements") { json in
          json.object { json in
            write("deletedRegion", fix.range, in: source, to: &json)
            json.object("insertedContent") { $0.field("text", fix.replacement) }
          }
        }
      }
    }
  }

  private static func write(_ location: Diagnostic.Location, to json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      write(artifact: location.path, to: &json)
      write("region", location.offsets, in: location.source, to: &json)
    }
  }

  private static func write(artifact path: String, to json: inout JSONWriter) {
    json.object("artifactLocation") { $0.field("uri", uri(path)) }
  }

  private static func write(_ key: String, _ range: Range<Int>, in source: SourceText, to json: inout JSONWriter) {
    json.object(key) { json in
      let (start, end) = (source.codePoint(at: range.lowerBound), source.codePoint(at: range.upperBound))
      json.field("startLine", start.line)
      json.field("startColumn", start.column)
      json.field("endLine", end.line)
      json.field("endColumn", end.column)
    }
  }

  /// In a SARIF message `[text](target)` is a link; nothing that an author wrote becomes one.
  private static func write(_ key: String, text: String, to json: inout JSONWriter) {
    var plain = ""
    for character in text {
      if character == "(" && plain.last == "]" { plain += " " }
      plain.append(character)
    }
    json.object(key) { $0.field("text", plain) }
  }

  private static func uri(_ path: String) -> String {
    let encoded = path.utf8.map { byte in
      let isPlain = UnicodeScalar(byte).properties.isAlphabetic && byte < 0x80 || "0123456789-._~/".utf8.contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + Escaping.hex(UInt32(byte), digits: 2)
    }.joined()
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }
}
