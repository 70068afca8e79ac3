internal import Cairn

/// A report as a person reads it: what there is, then each kind of defect with its count and the first places.
package struct DirectoryText {
  private static let listed = 3

  private let report: DirectoryReport
  private let width: Int
  private let color: Bool
  private let all: Bool

  /// - Parameter all: Whether every place that was kept is listed, not the first few.
  package init(_ report: DirectoryReport, width: Int = 80, color: Bool = false, all: Bool = false) {
    self.report = report
    self.width = width
    self.color = color
    self.all = all
  }

  package func draw() -> String {
    var page = Page(width: width)
    page.add(StyledText(summary), first: "")
    for severity in Defect.Severity.allCases {
      let findings = report.findings.filter { $0.defect.severity == severity }
      if !findings.isEmpty { draw(findings, severity, on: &page) }
    }
    if let closing {
      page.gap()
      page.add(StyledText(closing), first: "")
    }
    return page.drawn(color: color)
  }

  private var summary: String {
    let counts = [
      PlainWords.count(report.services, "service"), PlainWords.count(report.locations, "place"),
      PlainWords.count(report.organisations, "organisation"),
    ]
    let files = PlainWords.count(report.files, "file")
    let defects = report.findings.isEmpty ? ": nothing to mend" : ""
    return "\(report.path): \(PlainWords.list(counts)) in \(files), on \(PlainWords.date(report.asOf))\(defects)."
  }

  private func draw(_ findings: [DirectoryReport.Finding], _ severity: Defect.Severity, on page: inout Page) {
    page.gap()
    let (title, style): (String, TerminalStyle) =
      switch severity {
      case .error: ("LOST", .error)
      case .warning: ("IN DOUBT", .warning)
      case .note: ("WORTH KNOWING", .accent)
      }
    let head = StyledText("\(title)  ", style) + .faint("\(report.count(severity)) ")
    page.add(head + .faint(String(repeating: "─", count: max(3, page.width - head.width))))
    for finding in findings { draw(finding, on: &page) }
  }

  private func draw(_ finding: DirectoryReport.Finding, on page: inout Page) {
    page.add(.strong(finding.defect.words), note: StyledText("\(finding.count)"), first: "", rest: "  ", leader: "·")
    for place in finding.places.prefix(listed(of: finding)) { page.add(StyledText(place.words), first: "  ", rest: "    ") }
  }

  /// How many places of a kind are listed; of what is no defect none, unless all are.
  private func listed(of finding: DirectoryReport.Finding) -> Int {
    all ? finding.places.count : min(finding.places.count, finding.defect.severity == .note ? 0 : Self.listed)
  }

  private var closing: String? {
    let hidden = report.findings.reduce(0) { $0 + $1.count - listed(of: $1) }
    let kept = report.findings.reduce(0) { $0 + $1.places.count - listed(of: $1) }
    guard hidden > 0 else { return nil }
    let more = PlainWords.count(hidden, "place", "places") + " more"
    if all { return "\(more): of each kind the first \(DefectLog.kept) are listed." }
    return "\(more); `--all` lists \(hidden > kept ? "the first \(DefectLog.kept) of each kind" : hidden == 1 ? "it" : "them")."
  }
}

extension DirectoryReport.Place {
  /// `services.json:14: service abc: latitude: …`
  var words: String {
    let place = file.map { name in line.map { "\(name):\($0)" } ?? name }
    return [place, record, field, message].compactMap { $0?.isEmpty == true ? nil : $0 }.joined(separator: ": ")
  }
}
