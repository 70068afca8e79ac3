extension Field {
  /// A latitude or a longitude in degrees, from minus `limit` to `limit`.
  func degrees(within limit: Double) -> Double? {
    guard node.isScalar, ScaledNumber.read(node.text, decimals: 30) != .notANumber, let value = Double(node.text) else {
      return expected("a number of degrees")
    }
    if isQuotedNumber { return refuseQuotes() }
    guard abs(value) <= limit else {
      return refuse(.outOfRange, "`\(node.excerpt)` is out of range: \(label) runs from -\(Int(limit)) to \(Int(limit))")
    }
    return value
  }
}
