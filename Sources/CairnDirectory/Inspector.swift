internal import Cairn

/// Looks at every record of a directory once, and at how they refer to each other. Of a record it keeps its id and no more.
struct Inspector {
  private let log = DefectLog()
  private let asOf: CalendarDate
  private let reader: ServiceReader
  private var references = References()
  private var identities = Identities()

  init(asOf: CalendarDate) {
    self.asOf = asOf
    reader = ServiceReader(reader: RecordReader(log: log, asOf: asOf))
  }

  mutating func report(_ scan: inout DirectoryScan, path: String) -> DirectoryReport {
    // What the closure changes must not be what the scan is called on.
    var inspector = self
    scan.run(log) { inspector.inspect($0) }
    inspector.references.report(to: log)
    self = inspector
    var report = DirectoryReport(path: path, asOf: asOf)
    report.files = scan.files.count
    report.services = references.count(.service)
    report.locations = references.count(.location)
    report.organisations = references.count(.organisation)
    report.findings = Defect.Severity.allCases.flatMap { severity in
      Defect.allCases.filter { $0.severity == severity }.compactMap { log.found[$0] }
    }
    return report
  }

  private mutating func inspect(_ record: Record) {
    switch record.kind {
    case .service: inspectService(record)
    case .other: return
    default: inspectPart(record)
    }
    note(record)
  }

  private mutating func inspectService(_ record: Record) {
    guard let id = record.id else { return log.report(.noID, record, "id", "the service has no id, so no offer can name it") }
    if !OffersFile.isNameable(id) {
      log.report(.noID, record, "id", "the id holds characters that no rulebook can, so no offer can name it")
    }
    if record.text("name") == nil { log.report(.noName, record, "name", "the service has no name") }
    if reader.organisation(of: record) == nil, record.text("organization_id") == nil {
      log.report(.noOrganisation, record, "organization", "the service names no organisation")
    }
    identities.add(id, record, to: log)
    _ = reader.service([record])
  }

  /// A record in a table or a file of its own.
  private mutating func inspectPart(_ record: Record) {
    let fields = reader.reader
    switch record.kind {
    case .organisation:
      if record.text("name") == nil { log.report(.noName, record, "name", "the organisation has no name") }
      _ = fields.contacts(ofOrganisation: record, reader.related)
    case .location: _ = fields.location(record, reader.related)
    case .phone: _ = fields.phone(record)
    case .contact: _ = fields.contact(record, reader.related)
    case .schedule: _ = fields.recurrence(record)
    case .language: _ = fields.languages(record)
    case .accessibility: _ = fields.access(record)
    case .eligibility: _ = fields.ages(record)
    case .cost: _ = fields.cost(record)
    case .serviceAtLocation: for place in record.children(.location) { _ = fields.location(place, reader.related) }
    case .service, .address, .holiday, .other: break
    }
    if record.id == nil, record.kind == .organisation || record.kind == .location {
      log.report(.noID, record, "id", "the \(record.kind.word) has no id, so nothing can refer to it")
    }
    checkLinks(record)
  }

  /// A row that belongs to nothing cannot be used.
  private func checkLinks(_ record: Record) {
    let links = record.kind.links
    guard !links.isEmpty, links.allSatisfy({ record.text($0.column) == nil }) else { return }
    let isBound =
      record.kind == .serviceAtLocation && !(record.children(.location).isEmpty && record.child(.service, under: "service") == nil)
    if isBound { return }
    let columns = links.prefix(3).map { "`\($0.column)`" }
    log.report(.belongsToNothing, record, links[0].column, "\(PlainWords.list(columns, "or")) is blank")
  }

  /// Ids and references, of the record and of what stands inside it.
  private mutating func note(_ record: Record) {
    references.note(record)
    for kind in [RecordKind.organisation, .serviceAtLocation, .location] {
      for child in record.children(kind) { note(child) }
    }
  }
}

/// Which records there are, and which others they name.
struct References {
  private var known: [RecordKind: Set<UInt64>] = [:]
  private var parents: [String: Parent] = [:]
  private var pending: [Key: Waiting] = [:]
  private var order: [Key] = []
  private static let listed = 3

  private struct Key: Hashable {
    var kind: RecordKind
    var id: UInt64
  }

  /// What an organisation names as its own parent, and where.
  private struct Parent {
    var id: String
    var file: String
    var line: Int
  }

  /// The records that name something that has not come by yet.
  private struct Waiting {
    var id: String
    var count = 0
    var places: [DirectoryReport.Place] = []
  }

  func count(_ kind: RecordKind) -> Int { known[kind]?.count ?? 0 }

  mutating func note(_ record: Record) {
    if let id = record.id { known[record.kind, default: []].insert(Digest.of(id)) }
    for (column, kind) in record.kind.links {
      if let id = record.text(column) { refer(record, column, to: kind, id) }
    }
    if record.kind == .organisation, let id = record.id, let parent = record.text("parent_organization_id") {
      parents[id] = Parent(id: parent, file: record.file, line: record.line(of: "parent_organization_id"))
    }
  }

  private mutating func refer(_ record: Record, _ column: String, to kind: RecordKind, _ id: String) {
    let key = Key(kind: kind, id: Digest.of(id))
    if known[kind]?.contains(key.id) == true { return }
    if pending[key] == nil { order.append(key) }
    var waiting = pending[key] ?? Waiting(id: id)
    waiting.count += 1
    if waiting.places.count < Self.listed, order.count <= DefectLog.kept * 10 {
      waiting.places.append(
        DirectoryReport.Place(
          file: record.file, line: record.line(of: column), record: record.name, field: column,
          message: "there is no \(kind.word) \(shown(id))"))
    }
    pending[key] = waiting
  }

  func report(to log: DefectLog) {
    for key in order where known[key.kind]?.contains(key.id) != true {
      guard let waiting = pending[key] else { continue }
      for place in waiting.places { log.add(.danglingReference) { place } }
      let rest = waiting.count - waiting.places.count
      if rest > 0 { log.count(.danglingReference, more: rest) }
    }
    reportCycles(to: log)
  }

  /// Each cycle once, from its first id in the alphabet.
  private func reportCycles(to log: DefectLog) {
    var finished: Set<String> = []
    for start in parents.keys.sorted() {
      var path: [String] = []
      var at: String? = start
      while let id = at, !finished.contains(id), !path.contains(id) {
        path.append(id)
        at = parents[id]?.id
      }
      if let id = at, let first = path.firstIndex(of: id) {
        let cycle = Array(path[first...]) + [id]
        let words = cycle.prefix(6).map(shown).joined(separator: " is under ")
        log.add(.cyclicOrganisation) {
          DirectoryReport.Place(
            file: parents[id]?.file, line: parents[id]?.line, record: "\(RecordKind.organisation.word) \(id)",
            field: "parent_organization_id", message: words + (cycle.count > 6 ? " and so on" : ""))
        }
      }
      finished.formUnion(path)
    }
  }
}

/// What services said of themselves when their id first came by, as digests.
struct Identities {
  private struct First {
    var file: String
    var line: Int
    var start: Int
    var end: Int
  }

  private static let fields = [
    "name", "status", "description", "url", "email", "minimum_age", "maximum_age", "organization_id", "fees", "assured_date",
  ]

  private var first: [UInt64: First] = [:]
  private var digests: [UInt32] = []

  /// Notes a service, and reports where an earlier record with its id says something else.
  mutating func add(_ id: String, _ record: Record, to log: DefectLog) {
    let values = Self.fields.map { field in record.text(field).map { UInt32(truncatingIfNeeded: Digest.of($0)) | 1 } ?? 0 }
    let key = Digest.of(id)
    guard let earlier = first[key] else {
      first[key] = First(file: record.file, line: record.line(), start: digests.count, end: digests.count + values.count)
      digests += values
      return
    }
    let known = digests[earlier.start..<earlier.end]
    for (field, (old, new)) in zip(Self.fields, zip(known, values)) where old != 0 && new != 0 && old != new {
      log.report(
        .twoRecords, record, field, "\(shown(record.text(field) ?? "")) stands here, and something else at \(earlier.file):\(earlier.line)")
    }
    for (offset, (old, new)) in zip(known, values).enumerated() where old == 0 { digests[earlier.start + offset] = new }
  }
}
