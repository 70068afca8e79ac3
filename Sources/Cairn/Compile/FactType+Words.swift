extension FactType {
  /// The word that declares it.
  package var word: String {
    switch self {
    case .boolean: "boolean"
    case .choice: "choice"
    case .number: "number"
    case .date: "date"
    case .codes: "codes"
    }
  }

  /// What it is, with its article, as far as conditions can tell: bounds are left out.
  var described: String {
    switch self {
    case .boolean: "yes or no"
    case .choice(let values): "a choice of \(Field.listed(values, last: "and"))"
    case .number(let decimals, _, _):
      decimals == 0 ? "a whole number" : "a number with \(decimals) decimal\(decimals == 1 ? "" : "s")"
    case .date: "a date"
    case .codes(.concepts): "a set of concepts"
    case .codes(.supports): "a set of support types"
    case .codes(.areas): "a set of area codes"
    }
  }

  /// Whether the same conditions can be written on both. Bounds may differ, and so may the order of a choice's values.
  func takesTheSameConditions(as other: FactType) -> Bool {
    switch (self, other) {
    case (.boolean, .boolean), (.date, .date): true
    case (.choice(let a), .choice(let b)): Set(a) == Set(b)
    case (.number(let a, _, _), .number(let b, _, _)): a == b
    case (.codes(let a), .codes(let b)): a == b
    default: false
    }
  }

  /// `from 0 to 130`, `from 0`, `up to 130`; nil where both ends are open.
  package var boundsInWords: String? {
    guard case .number(let decimals, let min, let max) = self else { return nil }
    func text(_ value: Int) -> String { ScaledNumber.text(value, decimals: decimals) }
    return switch (min, max) {
    case (let min?, let max?): "from \(text(min)) to \(text(max))"
    case (let min?, nil): "from \(text(min))"
    case (nil, let max?): "up to \(text(max))"
    case (nil, nil): nil
    }
  }

  /// Why a number does not lie in it.
  func runs(_ id: String) -> String {
    boundsInWords.map { "`\(id)` runs \($0)" } ?? "no fact keeps so many digits"
  }

  /// How finely a number is kept.
  var grain: String {
    decimals == 0 ? "counts in whole numbers" : "has \(decimals) decimal\(decimals == 1 ? "" : "s")"
  }
}

extension CodeDomain {
  /// Its members, in the plural.
  var members: String {
    switch self {
    case .concepts: "concepts"
    case .supports: "support types"
    case .areas: "areas"
    }
  }
}
