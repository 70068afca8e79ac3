/// Collects defects: all are counted, the first of each kind are kept with their place.
final class DefectLog {
  /// How many of a kind are kept.
  static let kept = 100

  /// Nobody listens: defects are neither counted nor kept.
  private let isDeaf: Bool
  private(set) var found: [Defect: DirectoryReport.Finding] = [:]
  /// What was reported already: a place that stands in 500 services is one place.
  private var seen: Set<UInt64> = []

  init(isDeaf: Bool = false) { self.isDeaf = isDeaf }

  func report(_ defect: Defect, _ record: Record, _ field: String, _ message: String) {
    guard !isDeaf else { return }
    let name = record.name
    guard
      seen.insert(Digest.of(defect.rawValue, record.id == nil ? "\(record.file):\(record.line()) \(name)" : name, field, message)).inserted
    else { return }
    add(defect) {
      DirectoryReport.Place(file: record.file, line: record.line(of: field), record: name, field: field, message: message)
    }
  }

  /// Of a file, not of a record in it.
  func report(_ defect: Defect, file: String, line: Int?, field: String? = nil, _ message: String) {
    guard !isDeaf else { return }
    add(defect) { DirectoryReport.Place(file: file, line: line, record: nil, field: field, message: message) }
  }

  /// Counts what is not listed.
  func count(_ defect: Defect, more: Int) { found[defect]?.count += more }

  func add(_ defect: Defect, _ place: () -> DirectoryReport.Place) {
    guard !isDeaf else { return }
    var finding = found[defect] ?? DirectoryReport.Finding(defect: defect, count: 0, places: [])
    finding.count += 1
    if finding.places.count < Self.kept { finding.places.append(place()) }
    found[defect] = finding
  }
}

/// FNV-1a over a few texts: enough to tell records apart without keeping them.
enum Digest {
  static func of(_ texts: String...) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }
}
