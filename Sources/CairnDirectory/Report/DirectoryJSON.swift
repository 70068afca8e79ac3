internal import Cairn

/// A report for programs: every key is always there, null where there is nothing. Of each kind of defect all are counted and the first
/// hundred are listed.
package enum DirectoryJSON {
  package static func draw(_ report: DirectoryReport) -> String {
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("cairn", 1)
      json.field("directory", report.path)
      json.field("asOf", report.asOf.description)
      json.field("files", report.files)
      json.field("services", report.services)
      json.field("locations", report.locations)
      json.field("organisations", report.organisations)
      json.field("errors", report.count(.error))
      json.field("warnings", report.count(.warning))
      json.field("notes", report.count(.note))
      json.array("defects", of: report.findings) { json, finding in json.object { write(finding, to: &$0) } }
    }
    return json.text + "\n"
  }

  private static func write(_ finding: DirectoryReport.Finding, to json: inout JSONWriter) {
    json.field("defect", finding.defect.rawValue)
    json.field("severity", finding.defect.severity.rawValue)
    json.field("title", finding.defect.words)
    json.field("count", finding.count)
    json.array("places", of: finding.places) { json, place in
      json.object { json in
        json.field("file", place.file)
        json.field("line", place.line)
        json.field("record", place.record)
        json.field("field", place.field)
        json.field("message", place.message)
      }
    }
  }
}
