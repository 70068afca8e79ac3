internal import Cairn

/// Tells what kind of record an object is: by the list it stood in, by its file's and folder's name, by its keys.
struct RecordSorter {
  private let file: String
  /// What the file or its folder is called after.
  let named: RecordKind?

  init(file: String) {
    self.file = file
    let parts = file.split(separator: "/").map(String.init)
    let name = parts.last.map { $0.split(separator: ".").first.map(String.init) ?? $0 } ?? ""
    named = RecordKind(fileName: name) ?? parts.dropLast().last.flatMap { RecordKind(name: $0.lowercased()) }
  }

  /// Records found in one object, itself or inside it; none where it is no record at all.
  func records(in node: Node, group: String?, line: Int, depth: Int = 0) -> [Record] {
    if node.isSequence, depth < 4 {
      return node.items.flatMap { records(in: $0, group: group, line: line, depth: depth + 1) }
    }
    guard node.isMapping else { return [] }
    if let kind = group.flatMap(RecordKind.init(name:)) ?? Self.kind(of: node) ?? (isEntity(node) ? named : nil) {
      return [Record(kind, .object(node), file: file, line: line)]
    }
    guard depth < 4 else { return [] }
    return node.entries.flatMap { entry -> [Record] in
      guard !entry.value.isScalar, ElementScanner.isList(entry.key.text) else { return [] }
      return records(in: entry.value, group: entry.key.text, line: line, depth: depth + 1)
    }
  }

  private func isEntity(_ node: Node) -> Bool { node.value("id") != nil || node.value("name") != nil }

  /// By keys that only one kind has.
  private static func kind(of node: Node) -> RecordKind? {
    func has(_ keys: String...) -> Bool { keys.contains { node.value($0) != nil } }
    if node.value("service")?.isMapping == true, has("location") { return .serviceAtLocation }
    guard has("id", "name") else { return nil }
    if has("service_at_locations", "eligibilitys", "assured_date", "minimum_age", "accreditations", "deliverable_type") { return .service }
    if has("organization"), has("status", "fees", "url", "schedules") { return .service }
    if has("latitude", "addresses", "physical_addresses", "location_type") { return .location }
    if has("legal_status", "tax_status", "parent_organization_id", "organization_identifiers", "year_incorporated") { return .organisation }
    return nil
  }
}
