extension String {
  /// `Chronic pain` inside a sentence is `chronic pain`; `COPD` stays.
  package var lowercasedFirst: String {
    guard let first, let second = dropFirst().first, !second.isUppercase, !second.isNumber else { return self }
    return first.lowercased() + dropFirst()
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  package var joinedAsList: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
