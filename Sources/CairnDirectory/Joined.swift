/// Records that stand in tables or files of their own, by what they belong to. Only those that are wanted are kept.
struct Joined {
  private struct Key: Hashable {
    var kind: RecordKind
    var owner: RecordKind
    var id: String
  }

  private var rows: [Key: [Record]] = [:]
  private(set) var organisations: [String: Record] = [:]
  private(set) var locations: [String: Record] = [:]
  /// Ids whose records are wanted.
  private var wanted: [RecordKind: Set<String>]

  init(services: Set<String> = []) { wanted = [.service: services] }

  /// The same wish, with nothing found yet.
  var emptied: Joined {
    var result = Joined()
    result.wanted = wanted
    return result
  }

  var wishes: Int { wanted.values.reduce(0) { $0 + $1.count } }

  func wants(_ kind: RecordKind, _ id: String) -> Bool { wanted[kind]?.contains(id) == true }

  mutating func want(_ kind: RecordKind, _ id: String?) {
    if let id { wanted[kind, default: []].insert(id) }
  }

  func rows(_ kind: RecordKind, of owner: Record) -> [Record] {
    guard let id = owner.id else { return [] }
    return rows[Key(kind: kind, owner: owner.kind, id: id)] ?? []
  }

  /// Keeps a record that is wanted, and wants what it refers to.
  mutating func keep(_ record: Record) {
    if let id = record.id {
      if record.kind == .organisation, wants(.organisation, id), organisations[id] == nil { organisations[id] = record }
      if record.kind == .location, wants(.location, id), locations[id] == nil { locations[id] = record }
    }
    let links = record.kind.links.compactMap { link in record.text(link.column).map { (link.to, $0) } }
    guard record.kind != .service, let owner = links.first(where: { wants($0.0, $0.1) }) else { return }
    // A number of one service at one location says so; it is not all of the location's.
    rows[Key(kind: record.kind, owner: owner.0, id: owner.1), default: []].append(record)
    if record.kind == .serviceAtLocation || record.kind == .contact { want(record.kind, record.id) }
    if record.kind == .serviceAtLocation { want(.location, record.text("location_id")) }
  }
}
