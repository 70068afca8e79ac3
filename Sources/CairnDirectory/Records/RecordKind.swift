/// What a record of a directory is about: the tables of HSDS 3, with the names that HSDS 1 and 2 and Open Referral UK 1 had for them.
package enum RecordKind: String, Sendable, Hashable, CaseIterable {
  case service, organisation = "organization", location
  case serviceAtLocation = "service_at_location"
  case address, phone, contact, schedule, language, accessibility, eligibility
  case cost = "cost_option"
  case holiday = "holiday_schedule"
  /// Known, and nothing that an offer needs.
  case other

  /// For messages.
  var word: String {
    switch self {
    case .organisation: "organisation"
    case .serviceAtLocation: "service at location"
    case .cost: "cost option"
    case .holiday: "holiday schedule"
    case .other: "record"
    default: rawValue
    }
  }

  private static let names: [String: RecordKind] = {
    let kinds: [RecordKind: [String]] = [
      .service: ["service", "services"],
      .organisation: ["organization", "organizations", "organisation", "organisations"],
      .location: ["location", "locations"],
      .serviceAtLocation: ["service_at_location", "service_at_locations", "services_at_location", "services_at_locations"],
      .address: [
        "address", "addresses", "physical_address", "physical_addresses", "postal_address", "postal_addresses",
      ],
      .phone: ["phone", "phones"],
      .contact: ["contact", "contacts"],
      .schedule: ["schedule", "schedules", "regular_schedule", "regular_schedules"],
      .language: ["language", "languages"],
      .accessibility: ["accessibility", "accessibilities", "accessibility_for_disabilities"],
      .eligibility: ["eligibility", "eligibilities", "eligibilitys"],
      .cost: ["cost_option", "cost_options"],
      .holiday: ["holiday_schedule", "holiday_schedules"],
      .other: [
        "taxonomy", "taxonomies", "taxonomy_term", "taxonomy_terms", "service_taxonomy", "service_taxonomys", "service_taxonomies",
        "services_taxonomy", "link_taxonomy", "link_taxonomies", "attribute", "attributes", "service_attribute", "service_attributes",
        "other_attribute", "other_attributes", "metadata", "meta_table_description", "meta_table_descriptions", "program", "programs",
        "funding", "fundings", "required_document", "required_documents", "service_area", "service_areas", "organization_identifier",
        "organization_identifiers", "service_capacity", "service_capacities", "capacity", "capacities", "unit", "units", "url", "urls",
        "additional_url", "additional_urls", "additional_websites", "payment_accepted", "payments_accepted", "review", "reviews",
        "datapackage",
      ],
    ]
    var names: [String: RecordKind] = [:]
    for (kind, words) in kinds { for word in words { names[word] = kind } }
    return names
  }()

  /// The kind that a key, a table or a folder names.
  init?(name: String) {
    guard let kind = Self.names[name] else { return nil }
    self = kind
  }

  /// The kind of a file's records by its name, with whatever stands after: `service_list`, `services-page-2`.
  init?(fileName: String) {
    let name = String(fileName.lowercased().map { $0 == "-" || $0 == " " || $0 == "." ? "_" : $0 })
    var parts = name.split(separator: "_", omittingEmptySubsequences: false)
    while !parts.isEmpty {
      if let kind = Self.names[parts.joined(separator: "_")] {
        self = kind
        return
      }
      parts.removeLast()
    }
    return nil
  }

  /// The keys under which records of this kind stand inside others.
  var keys: [String] {
    switch self {
    case .service: ["services"]
    case .organisation: ["organization"]
    case .location: ["location", "locations"]
    case .serviceAtLocation: ["service_at_locations"]
    case .address: ["addresses", "physical_addresses"]
    case .phone: ["phones"]
    case .contact: ["contacts"]
    case .schedule: ["schedules", "regular_schedules", "regular_schedule"]
    case .language: ["languages"]
    case .accessibility: ["accessibility", "accessibility_for_disabilities"]
    case .eligibility: ["eligibilitys", "eligibilities"]
    case .cost: ["cost_options"]
    case .holiday: ["holiday_schedules", "holiday_schedule"]
    case .other: []
    }
  }

  /// The columns by which a record in a table of its own says what it belongs to.
  var links: [(column: String, to: RecordKind)] {
    switch self {
    case .service: [("organization_id", .organisation)]
    case .serviceAtLocation: [("service_id", .service), ("location_id", .location)]
    case .address: [("location_id", .location)]
    case .phone:
      [
        ("service_id", .service), ("location_id", .location), ("service_at_location_id", .serviceAtLocation), ("contact_id", .contact),
        ("organization_id", .organisation),
      ]
    case .contact:
      [
        ("service_id", .service), ("location_id", .location), ("service_at_location_id", .serviceAtLocation),
        ("organization_id", .organisation),
      ]
    case .schedule, .holiday:
      [("service_id", .service), ("location_id", .location), ("service_at_location_id", .serviceAtLocation)]
    case .language: [("service_id", .service), ("location_id", .location), ("phone_id", .phone)]
    case .accessibility: [("location_id", .location)]
    case .eligibility, .cost: [("service_id", .service)]
    case .organisation, .location, .other: []
    }
  }
}
