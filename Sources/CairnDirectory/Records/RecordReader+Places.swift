internal import Cairn

/// Where a service takes place.
extension RecordReader {
  func location(_ record: Record, _ related: (Record, RecordKind) -> [Record]) -> LocalService.Location {
    var location = LocalService.Location(id: record.id ?? "", name: text(record, "name"))
    let addresses = related(record, .address)
    let physical = addresses.filter { $0.text("address_type")?.lowercased() != "postal" }
    if let address = physical.first ?? addresses.first { location.address = lines(address) }
    let country = (physical.first ?? addresses.first)?.text("country")
    (location.latitude, location.longitude) = coordinates(record, country: country)
    location.access = access(related(record, .accessibility))
    return location
  }

  func lines(_ record: Record) -> [String] {
    ["attention", "address_1", "address_2", "city", "region", "state_province", "postal_code"]
      .compactMap { $0 == "attention" ? nil : text(record, $0) }
  }

  /// Both or neither, within the globe and not in the Gulf of Guinea.
  private func coordinates(_ record: Record, country: String?) -> (Double?, Double?) {
    let latitude = degrees(record, "latitude")
    let longitude = degrees(record, "longitude")
    guard let latitude, let longitude else {
      if let present = latitude == nil ? (longitude == nil ? nil : "longitude") : "latitude" {
        let missing = present == "latitude" ? "longitude" : "latitude"
        if record.text(missing) == nil { log.report(.coordinates, record, missing, "the place has a \(present) and no \(missing)") }
      }
      return (nil, nil)
    }
    if latitude == 0, longitude == 0 {
      log.report(.coordinatesZero, record, "latitude", "latitude and longitude are both 0")
      return (nil, nil)
    }
    let isExchanged = abs(latitude) > 90 && abs(latitude) <= 180 && abs(longitude) <= 90 || isBritain(country, longitude, latitude)
    if isExchanged {
      log.report(.coordinatesSwapped, record, "latitude", "\(latitude), \(longitude) makes a place if the two are exchanged")
      return (nil, nil)
    }
    let isOnGlobe = abs(latitude) <= 90 && abs(longitude) <= 180
    if abs(latitude) > 90 { log.report(.coordinates, record, "latitude", "`\(plain(latitude))` lies outside -90 to 90") }
    if abs(longitude) > 180 { log.report(.coordinates, record, "longitude", "`\(plain(longitude))` lies outside -180 to 180") }
    return isOnGlobe ? (latitude, longitude) : (nil, nil)
  }

  /// Whether a place in Britain lies there once its coordinates are exchanged.
  private func isBritain(_ country: String?, _ latitude: Double, _ longitude: Double) -> Bool {
    let names: Set<String> = ["GB", "UK", "GBR", "UNITED KINGDOM", "ENGLAND", "SCOTLAND", "WALES", "NORTHERN IRELAND"]
    guard let country, names.contains(country.uppercased()) else { return false }
    return (49.5...61).contains(latitude) && (-9...2.2).contains(longitude)
  }

  private func degrees(_ record: Record, _ key: String) -> Double? {
    guard let text = text(record, key) else { return nil }
    if let number = Double(text), number.isFinite { return number }
    log.report(.coordinates, record, key, "\(shown(text)) is no number of degrees")
    return nil
  }

  private func plain(_ number: Double) -> String { abs(number) < 1e9 && number == number.rounded() ? "\(Int(number))" : "\(number)" }

  func access(_ records: [Record]) -> [String] {
    var needs: [String] = []
    for need in records.flatMap(access) where !needs.contains(need) { needs.append(need) }
    return needs
  }

  func access(_ record: Record) -> [String] {
    var needs: [String] = []
    // Open Referral UK says the same in two fields.
    var read: Set<String> = []
    for key in ["description", "accessibility", "details"] {
      guard let text = text(record, key), read.insert(text).inserted else { continue }
      let (found, rest) = AccessWords.read(text)
      needs += found
      if let rest { log.report(.accessInWords, record, key, shown(rest)) }
    }
    return needs
  }
}
