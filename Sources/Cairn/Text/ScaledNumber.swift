/// Numbers as whole multiples of a power of ten, so that `0.1` is exactly that and comparing never rounds.
package enum ScaledNumber {
  /// As far as numbers go either way. Far enough from an integer's end that sums of neighbours cannot overflow.
  package static let limit = 1_000_000_000_000_000_000

  package enum Reading: Sendable, Hashable {
    case value(Int)
    case notANumber
    /// It has more decimals than there is room for.
    case tooFine
    case tooLarge
  }

  /// Reads `7`, `-3` or `12.50`; zeros at the end of a fraction cost nothing.
  package static func read(_ text: some StringProtocol, decimals: Int) -> Reading {
    var digits = Substring(text).utf8[...]
    let isNegative = digits.first == 0x2D
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return .notANumber }
    var fraction = parts.count == 2 ? Array(parts[1]) : []
    while fraction.count > decimals, fraction.last == 0x30 { fraction.removeLast() }
    guard fraction.count <= decimals else { return .tooFine }
    fraction += Array(repeating: 0x30, count: decimals - fraction.count)
    var value = 0
    for digit in Array(parts[0]) + fraction {
      guard value <= limit / 10 else { return .tooLarge }
      value = value * 10 + Int(digit - 0x30)
    }
    return value <= limit ? .value(isNegative ? -value : value) : .tooLarge
  }

  /// As a person writes it: `12.5`, `7`.
  package static func text(_ value: Int, decimals: Int) -> String {
    guard decimals > 0 else { return String(value) }
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    return (value < 0 ? "-" : "") + padded.dropLast(decimals) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension FactType {
  /// Of a number, its smallest and largest scaled value; an open end is as far as numbers go.
  package var numberBounds: ClosedRange<Int>? {
    guard case .number(_, let min, let max) = self else { return nil }
    let low = min ?? -ScaledNumber.limit
    return low...Swift.max(low, max ?? ScaledNumber.limit)
  }

  /// How many decimals a number has; of anything else none.
  package var decimals: Int {
    if case .number(let decimals, _, _) = self { decimals } else { 0 }
  }
}
