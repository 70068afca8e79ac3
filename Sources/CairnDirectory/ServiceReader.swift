internal import Cairn

/// Makes a service of its record, or of several that have one id, with what stands inside them or is joined to them.
struct ServiceReader {
  let reader: RecordReader
  /// Records in tables of their own.
  var joined = Joined()

  /// The first record counts; others with its id fill its gaps. Nil without an id.
  func service(_ records: [Record]) -> LocalService? {
    guard let first = records.first, let id = first.id else { return nil }
    func text(_ key: String) -> String? { records.lazy.compactMap { reader.text($0, key) }.first }
    let said = records.first { $0.text("status") != nil } ?? first
    var service = LocalService(id: id, name: text("name") ?? id, status: reader.status(said))
    service.summary = text("description")
    service.assured = records.lazy.compactMap { reader.date($0, "assured_date") ?? reader.date($0, "last_modified") }.first
    let organisation = records.lazy.compactMap { self.organisation(of: $0) }.first
    service.organisation = organisation.flatMap { reader.text($0, "name") }
    let aged = records.first { $0.text("minimum_age") != nil || $0.text("maximum_age") != nil } ?? first
    (service.youngest, service.oldest) = reader.ages(aged, related(records, .eligibility))
    service.languages = reader.languages(related(records, .language))
    service.costs = costs(records)
    service.times = reader.times(related(records, .schedule), holidays: related(records, .holiday), knownOn: service.assured)
    let places = places(records)
    service.locations = places.map { location($0, knownOn: service.assured) }
    service.contacts = contacts(records, places, organisation)
    return service
  }

  private func costs(_ records: [Record]) -> [String] {
    let words = records.lazy.compactMap { reader.text($0, "fees_description") ?? reader.text($0, "fees") }.first
    return reader.costs(related(records, .cost)) + [words].compactMap { $0 }
  }

  func organisation(of service: Record) -> Record? {
    if let parent = service.parent, parent.kind == .organisation { return parent }
    return service.children(.organisation).first ?? service.text("organization_id").flatMap { joined.organisations[$0] }
  }

  /// Children of the first record that has any, then rows.
  private func related(_ records: [Record], _ kind: RecordKind) -> [Record] {
    let nested = records.lazy.map { $0.children(kind) }.first { !$0.isEmpty } ?? []
    return nested + (records.first.map { joined.rows(kind, of: $0) } ?? [])
  }

  func related(_ record: Record, _ kind: RecordKind) -> [Record] { related([record], kind) }
}

// MARK: - Places

extension ServiceReader {
  /// A location, and the record that binds the service to it.
  private typealias Place = (location: Record, binding: Record?)

  private func places(_ records: [Record]) -> [Place] {
    var places: [Place] = []
    let bindings = related(records, .serviceAtLocation) + records.compactMap { $0.parent?.kind == .serviceAtLocation ? $0.parent : nil }
    for binding in bindings {
      let found = binding.children(.location).first ?? binding.text("location_id").flatMap { joined.locations[$0] }
      if let found { places.append((found, binding)) }
    }
    places += related(records, .location).map { ($0, nil) }
    var seen: Set<String> = []
    return places.filter { place in place.location.id.map { seen.insert($0).inserted } ?? true }
  }

  private func location(_ place: Place, knownOn: CalendarDate?) -> LocalService.Location {
    // A location inside a list may be an outline of one in a table.
    var location = reader.location(place.location, related)
    if let full = place.location.id.flatMap({ joined.locations[$0] }), full !== place.location {
      let other = reader.location(full, related)
      if location.address.isEmpty { location.address = other.address }
      if location.latitude == nil { (location.latitude, location.longitude) = (other.latitude, other.longitude) }
      if location.access.isEmpty { location.access = other.access }
    }
    let own = place.binding.map { related($0, .schedule) } ?? []
    location.times = reader.times(own.isEmpty ? related(place.location, .schedule) : own, knownOn: knownOn)
    return location
  }
}

// MARK: - Contacts

extension ServiceReader {
  /// The nearer to the service the earlier; the organisation's only where the service has none.
  private func contacts(_ records: [Record], _ places: [Place], _ organisation: Record?) -> [LocalService.Contact] {
    var contacts = related(records, .phone).compactMap(reader.phone)
    contacts += related(records, .contact).flatMap { reader.contact($0, related) }
    for place in places {
      for record in [place.binding, place.location].compactMap({ $0 }) {
        contacts += related(record, .phone).compactMap(reader.phone)
        contacts += related(record, .contact).flatMap { reader.contact($0, related) }
      }
    }
    contacts += [records.lazy.compactMap { reader.email($0) }.first, records.lazy.compactMap { reader.link($0, "url") }.first].compactMap {
      $0
    }
    if contacts.isEmpty, let organisation { contacts = reader.contacts(ofOrganisation: organisation, related) }
    var seen: Set<LocalService.Contact> = []
    return contacts.filter { seen.insert($0).inserted }
  }
}

extension RecordReader {
  func contacts(ofOrganisation record: Record, _ related: (Record, RecordKind) -> [Record]) -> [LocalService.Contact] {
    let key = record.text("website") == nil ? "url" : "website"
    let people = related(record, .contact).flatMap { contact($0, related) }
    return related(record, .phone).compactMap(phone) + people + [email(record), link(record, key)].compactMap { $0 }
  }
}
