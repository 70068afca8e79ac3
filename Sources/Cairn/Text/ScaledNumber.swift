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
    let isNegative = text.utf8.first == 0x2D
    var digits = Digits()
    var wasDigit = false
    var places: Int?
    for byte in text.utf8.dropFirst(isNegative ? 1 : 0) {
      if byte == 0x2E, wasDigit, places == nil {
        places = 0
        wasDigit = false
        continue
      }
      guard isDigit(byte) else { return .notANumber }
      wasDigit = true
      digits.append(byte, isBeyond: places == decimals)
      if let place = places, place < decimals { places = place + 1 }
    }
    guard wasDigit else { return .notANumber }
    for _ in (places ?? 0)..<decimals { digits.append(0x30, isBeyond: false) }
    return digits.reading(isNegative: isNegative)
  }

  /// Digits as they come, and what is wrong with the number that they make.
  private struct Digits {
    private var value = 0
    private var isTooFine = false
    private var isTooLarge = false

    /// A digit beyond the last decimal that there is room for may only be a zero.
    mutating func append(_ digit: UInt8, isBeyond: Bool) {
      if isBeyond {
        if digit != 0x30 { isTooFine = true }
      } else if value > limit / 10 {
        isTooLarge = true
      } else {
        value = value * 10 + Int(digit - 0x30)
      }
    }

    func reading(isNegative: Bool) -> Reading {
      if isTooFine { return .tooFine }
      return isTooLarge || value > limit ? .tooLarge : .value(isNegative ? -value : value)
    }
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
