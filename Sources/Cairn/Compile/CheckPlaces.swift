extension Compiler {
  private struct Place {
    var ground: Ground
    var range: SourceRange
  }

  /// A place far from all the others of a rulebook is likely a slip: latitude and longitude the wrong way round, or a lost minus.
  mutating func checkPlaces() {
    let places = placesWritten
    guard places.count > 1, let middle = Self.middle(of: places.map(\.ground)) else { return }
    let usual = places.map { middle.metres(to: $0.ground) }.sorted()[(places.count - 1) / 2]
    let limit = max(500_000, 5 * usual)
    for place in places {
      let metres = middle.metres(to: place.ground)
      guard metres > limit else { continue }
      let warning = Diagnostic.warning(
        .distantPlace, "this place is \(PlainWords.grouped(Int(metres / 1000))) km away from the rulebook's other places", at: place.range)
      report(Self.wayOut(place.ground, middle, within: limit).map { warning.noting("help", $0) } ?? warning)
    }
  }

  /// What would bring it near the others.
  private static func wayOut(_ ground: Ground, _ middle: Ground, within limit: Double) -> String? {
    let (lat, lon) = (ground.latitude, ground.longitude)
    if let swapped = Ground(lon, lat), swapped.metres(to: middle) <= limit {
      return "latitude and longitude are the wrong way round: write `lat: \(lon), lon: \(lat)`"
    }
    for (lat, lon) in [(lat, -lon), (-lat, lon)] {
      if let other = Ground(lat, lon), other.metres(to: middle) <= limit { return "did you mean `lat: \(lat), lon: \(lon)`?" }
    }
    return nil
  }

  /// The middle one by latitude and by longitude, which a few slips do not move. Of two places nobody can tell which is right: the first.
  private static func middle(of places: [Ground]) -> Ground? {
    guard places.count > 2 else { return places.first }
    let middle = (places.count - 1) / 2
    return Ground(places.map(\.latitude).sorted()[middle], places.map(\.longitude).sorted()[middle])
  }

  /// Of offers, and then of people.
  private var placesWritten: [Place] {
    let offers = declaration.offers.compactMap { offer -> Place? in
      guard let site = offer.site, let ground = Ground(site), let range = offer.siteAt else { return nil }
      return Place(ground: ground, range: range)
    }
    let homes = declaration.profiles.compactMap { profile -> Place? in
      guard let home = profile.node["home"], home.isMapping, let lat = home["lat"], let lon = home["lon"],
        let ground = Ground(Double(lat.text), Double(lon.text))
      else { return nil }
      return Place(ground: ground, range: home.range)
    }
    return offers + homes
  }
}
