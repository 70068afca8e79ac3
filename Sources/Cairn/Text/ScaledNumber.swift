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

  /// Reads `7`, `-3`, `12.50` or `1.25e-3`, exactly; zeros at the end of a fraction cost nothing.
  package static func read(_ text: some StringProtocol, decimals: Int) -> Reading {
    guard let parts = Parts(text.utf8) else { return .notANumber }
    var digits = Digits()
    // The power of ten that the next digit counts, seen from the last decimal that there is room for.
    var power = parts.wholes - 1 + decimals + parts.exponent
    for byte in text.utf8.prefix(parts.end) where isDigit(byte) {
      digits.append(byte, isBeyond: power < 0)
      power -= 1
    }
    while power >= 0 {
      digits.append(0x30, isBeyond: false)
      power -= 1
    }
    return digits.reading(isNegative: text.utf8.first == 0x2D)
  }

  /// How a number is written: a sign, digits, a point and more digits, and a power of ten.
  private struct Parts {
    /// Digits before the point.
    private(set) var wholes = 0
    private(set) var exponent = 0
    /// Where the power of ten begins.
    private(set) var end = 0

    /// Nil for what is no number.
    init?(_ bytes: some Collection<UInt8>) {
      var rest = bytes.dropFirst(bytes.first == 0x2D ? 1 : 0)
      wholes = Self.skipDigits(&rest)
      guard wholes > 0 else { return nil }
      if rest.first == 0x2E {
        rest = rest.dropFirst()
        guard Self.skipDigits(&rest) > 0 else { return nil }
      }
      end = bytes.count - rest.count
      guard let letter = rest.first else { return }
      guard letter == 0x65 || letter == 0x45 else { return nil }
      rest = rest.dropFirst()
      let isNegative = rest.first == 0x2D
      if isNegative || rest.first == 0x2B { rest = rest.dropFirst() }
      guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return nil }
      // No number has room for more than its own digits and a few; what lies beyond need not be counted out.
      let most = bytes.count + 64
      let power = rest.reduce(0) { min($0 * 10 + Int($1 - 0x30), most) }
      exponent = isNegative ? -power : power
    }

    private static func skipDigits<Bytes: Collection<UInt8>>(_ rest: inout Bytes) -> Int where Bytes.SubSequence == Bytes {
      let after = rest.drop(while: isDigit)
      defer { rest = after }
      return rest.count - after.count
    }
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
