#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Homes that are near enough to each other for a network, taken out one network at a time.
struct Neighbourhood {
  private let homes: [Ground]
  private let reach: Reach
  private let isComplete: Bool
  /// Of each possible middle, who lives within reach of it, nearest first. With complete linkage the middle is a home, and so is everybody.
  private let circles: [(centre: Ground, near: [Int])]
  private var isLeft: [Bool]

  /// Past so many homes a middle is only looked for at homes, and not between them.
  private static let manyHomes = 400
  /// How many ways of choosing are looked at for one network with complete linkage.
  private static let patience = 5000

  init(_ homes: [Ground], _ reach: Reach, isComplete: Bool) {
    self.homes = homes
    self.reach = reach
    self.isComplete = isComplete
    isLeft = Array(repeating: true, count: homes.count)
    let between = isComplete || homes.count > Self.manyHomes ? [] : Self.middles(homes, reach)
    circles = (homes + between).map { centre in
      let near = homes.indices.map { (way: reach.way(from: centre, to: homes[$0]), home: $0) }.filter { $0.way <= reach.metres }
      return (centre, near.sorted { ($0.way, $0.home) < ($1.way, $1.home) }.map(\.home))
    }
  }

  /// Homes that belong to no network yet.
  var left: [Int] { homes.indices.filter { isLeft[$0] } }

  /// How many that are left live around a home, it among them.
  func most(around home: Int) -> Int {
    circles.lazy.filter { $0.near.contains(home) }.map { $0.near.count { isLeft[$0] } }.max() ?? 0
  }

  /// The largest network that can be formed of those who are left; nil where none is large enough.
  mutating func next(atLeast: Int, atMost: Int) -> (centre: Ground, members: [Int])? {
    var best: (centre: Ground, members: [Int])?
    for (index, circle) in circles.enumerated() where !isComplete || isLeft[index] {
      let near = circle.near.filter { isLeft[$0] }
      guard near.count >= max(atLeast, (best?.members.count ?? 0) + 1) else { continue }
      let members = isComplete ? allNear(near, atMost) : Array(near.prefix(atMost))
      if members.count >= atLeast, members.count > best?.members.count ?? 0 { best = (circle.centre, members) }
      if members.count == atMost { break }
    }
    guard let best else { return nil }
    for member in best.members { isLeft[member] = false }
    return (middle(of: best.members) ?? best.centre, best.members.sorted())
  }

  /// A middle that is nobody's home, where everybody reaches it.
  private func middle(of members: [Int]) -> Ground? {
    let number = Double(members.count)
    let latitude = members.reduce(0) { $0 + homes[$1].latitude } / number
    let longitude = members.reduce(0) { $0 + homes[$1].longitude } / number
    guard let middle = Ground(latitude, longitude) else { return nil }
    return isComplete || members.allSatisfy { reach.holds(from: middle, to: homes[$0]) } ? middle : nil
  }

  /// The most of these who all live within reach of each other, the first of them, whose circle it is, among them.
  private func allNear(_ near: [Int], _ most: Int) -> [Int] {
    guard let first = near.first else { return [] }
    var best: [Int] = []
    var patience = Self.patience
    func extend(_ chosen: [Int], _ rest: ArraySlice<Int>) {
      if chosen.count > best.count { best = chosen }
      var rest = rest
      while let next = rest.popFirst(), patience > 0, best.count < most, chosen.count + rest.count + 1 > best.count {
        patience -= 1
        extend(chosen + [next], rest.filter { reach.holds(from: homes[next], to: homes[$0]) }[...])
      }
    }
    extend([first], near.dropFirst().filter { reach.holds(from: homes[first], to: homes[$0]) }[...])
    return best
  }

  /// Two homes on the edge of a circle fix it: where most homes lie within a circle, one of these has as many (or a home is the middle).
  private static func middles(_ homes: [Ground], _ reach: Reach) -> [Ground] {
    let radius = reach.metres / reach.detour * 0.9999
    var middles: [Ground] = []
    for (index, a) in homes.enumerated() {
      for b in homes[(index + 1)...] {
        let apart = a.metres(to: b)
        guard apart > 0, apart <= 2 * radius else { continue }
        middles += a.middles(with: b, apart: apart, radius: radius)
      }
    }
    return middles
  }
}

extension Ground {
  /// The two places that are `radius` away from this one and another; a town is flat enough for that.
  fileprivate func middles(with other: Ground, apart: Double, radius: Double) -> [Ground] {
    let shrink = max(0.01, cos(latitude * .pi / 180))
    let (north, east) = (other.latitude - latitude, (other.longitude - longitude) * shrink)
    let aside = (max(0, radius * radius - apart * apart / 4)).squareRoot() / apart
    return [aside, -aside].compactMap { aside in
      Ground(latitude + north / 2 + aside * east, longitude + (east / 2 - aside * north) / shrink)
    }
  }
}
