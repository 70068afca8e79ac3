package import Cairn

/// What was found in a directory: how much there is, and what is wrong with it.
package struct DirectoryReport: Sendable {
  /// One place at which a defect stands.
  package struct Place: Sendable, Hashable {
    /// From the directory's folder; nil where it is about no file in particular.
    package var file: String?
    package var line: Int?
    /// `service abc`; nil where it is about the file.
    package var record: String?
    package var field: String?
    /// A sentence without its full stop, lower case, the directory's text in backticks.
    package var message: String
  }

  /// One kind of defect, all of it counted and the first places kept.
  package struct Finding: Sendable, Hashable {
    package var defect: Defect
    package var count: Int
    package var places: [Place]
  }

  package var path: String
  package var asOf: CalendarDate
  package var files = 0
  package var services = 0
  package var locations = 0
  package var organisations = 0
  /// By severity, then in the order of `Defect`.
  package var findings: [Finding] = []

  package func count(_ severity: Defect.Severity) -> Int {
    findings.reduce(0) { $0 + ($1.defect.severity == severity ? $1.count : 0) }
  }
}
