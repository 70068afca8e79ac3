#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A place on the ground, in degrees.
package struct Ground: Sendable, Hashable {
  package var latitude, longitude: Double

  /// The earth's mean radius in metres.
  static let radius = 6_371_008.8

  /// Nil where either is missing or no place on earth.
  package init?(_ latitude: Double?, _ longitude: Double?) {
    guard let latitude, let longitude, (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The home of a profile, where its place is known.
  package init?(_ home: Profile.Home?) {
    guard case .place(let latitude, let longitude, _)? = home else { return nil }
    self.init(latitude, longitude)
  }

  package init?(_ site: LocalService.Location) { self.init(site.latitude, site.longitude) }

  /// The same on a sphere of radius 1 around the earth's centre.
  var point: (Double, Double, Double) {
    let (north, east) = (latitude * .pi / 180, longitude * .pi / 180)
    return (cos(north) * cos(east), cos(north) * sin(east), sin(north))
  }

  /// Metres along the great circle, on a sphere of the earth's mean radius (haversine).
  package func metres(to other: Ground) -> Double {
    let (a, b) = (latitude * .pi / 180, other.latitude * .pi / 180)
    let (north, east) = (sin((b - a) / 2), sin((other.longitude - longitude) * .pi / 360))
    let chord = north * north + cos(a) * cos(b) * east * east
    return 2 * Self.radius * asin(min(1, chord.squareRoot()))
  }
}

/// How far is not too far: `within` of a shape, with what makes a way on foot of a straight line.
package struct Reach: Sendable, Hashable {
  /// As written: `15 minutes`, `1200 m`.
  package let words: String
  package let isWalk: Bool
  /// Metres on foot, detours included.
  package let metres: Double
  /// How much longer a way on foot is than a straight line.
  package let detour: Double
  /// Metres in a second.
  package let speed: Double

  /// The usual detour in towns, and the speed of somebody who is in no hurry; a manifest may say otherwise.
  package static let usualDetour = 1.3
  package static let usualSpeed = 1.2

  /// Nil where the shape draws no line.
  package init?(of manifest: SupportManifest) {
    detour = manifest.shapeParameters["detour"].flatMap { Double($0) } ?? Self.usualDetour
    speed = Self.number(manifest.shapeParameters["walking-speed"]) ?? Self.usualSpeed
    if let walk = manifest.shapeParameters["within-walk"], let minutes = Self.number(walk) {
      words = walk
      isWalk = true
      metres = minutes * 60 * speed
    } else if let distance = manifest.shapeParameters["within-distance"], let number = Self.number(distance) {
      words = distance
      isWalk = false
      metres = distance.hasSuffix("km") ? number * 1000 : number
    } else {
      return nil
    }
  }

  private static func number(_ text: String?) -> Double? { text?.split(separator: " ").first.flatMap { Double($0) } }

  /// Metres on foot, an estimate.
  package func way(from a: Ground, to b: Ground) -> Double { a.metres(to: b) * detour }

  package func holds(from a: Ground, to b: Ground) -> Bool { way(from: a, to: b) <= metres }

  /// Whole minutes on foot, at least one.
  package func minutes(for way: Double) -> Int { max(1, Int((way / speed / 60).rounded(.up))) }

  /// For the end of a sentence: `within 15 minutes’ walk`, `within 1200 m on foot`.
  package var inWords: String { isWalk ? "within a walk of \(words)" : "within \(words) on foot" }
}
