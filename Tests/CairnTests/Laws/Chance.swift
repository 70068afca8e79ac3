import Foundation

/// Random numbers that can be had again: SplitMix64 (Steele, Lea and Flood 2014).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }
  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }
  mutating func percent(_ share: Int) -> Bool { below(100) < share }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Between `least` and all of the elements, in their order.
  mutating func some<Element>(_ elements: [Element], atLeast least: Int = 1) -> [Element] {
    let wanted = within(least...max(least, elements.count))
    let places = elements.indices.shuffled(using: &self).prefix(wanted).sorted()
    return places.map { elements[$0] }
  }
}

/// How much the laws try, and from which seed: `CAIRN_SEED=7 CAIRN_LAWS=10 swift test --filter Laws`.
enum LawSettings {
  static let seed = number("CAIRN_SEED") ?? 20_261_122
  /// Times the usual number of worlds.
  static let multiplier = number("CAIRN_LAWS").map { Int(min($0, 1_000_000)) } ?? 1

  /// Seeds of so many worlds; the first of them is the seed itself, so that a world that failed comes back alone.
  static func seeds(_ count: Int) -> [UInt64] { (0..<UInt64(count * multiplier)).map { seed &+ $0 } }

  private static func number(_ name: String) -> UInt64? { ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } }
}
