extension Field {
  /// A distance in metres: `800 m`, `50 km`.
  func distance() -> Double? {
    let help = "write a number and a unit: `800 m`, `50 km`"
    guard node.isScalar, !node.isNull else { return expected("a distance", help: help) }
    let parts = node.text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let unit = ["m": 1.0, "km": 1000][String(parts[1])],
      case .value(let number) = ScaledNumber.read(String(parts[0]), decimals: 1)
    else { return refuse(.invalidValue, "`\(node.excerpt)` is not a distance", help: help) }
    let metres = Double(number) / 10 * unit
    guard (100...20_000_000).contains(metres) else {
      return refuse(.outOfRange, "\(label) is a distance from `100 m` to `20000 km`, and `\(node.excerpt)` is not")
    }
    return metres
  }
}
