internal import Cairn

/// Finds a few services in a directory of any size.
struct ServiceFinder {
  private var scan: DirectoryScan
  private let ids: Set<String>
  private var records: [String: [Record]] = [:]
  private var order: [String] = []
  /// Files in which more than services stand.
  private var withOthers: Set<String> = []

  init(_ scan: DirectoryScan, named ids: Set<String>) {
    self.scan = scan
    self.ids = ids
  }

  /// The services in the order of the directory.
  mutating func services() -> [LocalService] {
    var joined = Joined(services: ids)
    find(&joined)
    // What a service refers to may stand before it: read what is no service again, until nothing more is wanted.
    var wishes = -1
    while wishes != joined.wishes, !withOthers.isEmpty {
      wishes = joined.wishes
      joined = joined.emptied
      collect(&joined)
    }
    let reader = ServiceReader(reader: RecordReader(log: DefectLog(isDeaf: true)), joined: joined)
    return order.compactMap { records[$0].flatMap(reader.service) }
  }

  private mutating func find(_ joined: inout Joined) {
    var (found, order, others) = (records, order, withOthers)
    let ids = ids
    scan.run(DefectLog(isDeaf: true)) { record in
      guard record.kind == .service else {
        others.insert(record.file)
        return
      }
      guard let id = record.id, ids.contains(id) else { return }
      if found[id] == nil { order.append(id) }
      found[id, default: []].append(record)
      joined.want(.organisation, record.text("organization_id"))
      for binding in record.children(.serviceAtLocation) {
        joined.want(.serviceAtLocation, binding.id)
        joined.want(.location, binding.text("location_id") ?? binding.children(.location).first?.id)
      }
      for place in record.children(.location) { joined.want(.location, place.id) }
    }
    (records, self.order, withOthers) = (found, order, others)
  }

  private mutating func collect(_ joined: inout Joined) {
    let others = withOthers
    var result = joined
    scan.run(DefectLog(isDeaf: true), only: others.contains) { record in
      if record.kind != .service { result.keep(record) }
    }
    joined = result
  }
}
