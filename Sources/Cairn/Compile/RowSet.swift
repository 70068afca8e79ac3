/// Conditions in normal form: each target (a rule, a pathway, a safeguard) is true if one of its rows is. A row says which values of
/// each slot it allows, and what else must hold as nodes of a graph that all targets share.
package struct RowSet: Sendable {
  package internal(set) var slots: [Slot] = []
  package internal(set) var sets: [AllowedSet] = []
  package internal(set) var nodes: [FormulaNode] = []
  package internal(set) var constraints: [Constraint] = []
  package internal(set) var residuals: [Residual] = []
  package internal(set) var rows: [Row] = []
  /// Per target, its rows.
  package internal(set) var targets: [Range<Int>] = []

  /// What a set of allowed values is about: a fact's value, whether it is known, or one comparison of its codes.
  package struct Slot: Sendable, Hashable {
    package enum Aspect: Sendable, Hashable {
      case value
      case known
      case codes([Int], CodeTest.Window?)
    }

    package var fact: Int
    package var aspect: Aspect

    package init(fact: Int, aspect: Aspect) {
      self.fact = fact
      self.aspect = aspect
    }
  }

  package struct Constraint: Sendable {
    package var slot: Int
    /// Index into `sets`.
    package var set: Int
    package var origin: Origin
    /// The first place where it was written.
    package var range: SourceRange?
  }

  package struct Residual: Sendable {
    package var node: Int
    package var origin: Origin
  }

  package struct Row: Sendable {
    package var target: Int
    package var constraints: Range<Int>
    package var residuals: Range<Int>
  }

  /// Which parts of a rule a condition comes from.
  package struct Origin: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let when = Origin(rawValue: 1)
    package static let unless = Origin(rawValue: 2)
    package static let supportSuits = Origin(rawValue: 4)
    package static let supportUnless = Origin(rawValue: 8)
  }
}

/// A node of the shared graph, equal nodes once.
package enum FormulaNode: Sendable, Hashable {
  case leaf(slot: Int, set: Int)
  case all([Int])
  case any([Int])
  case atLeast(Int, [Int])
  /// A derived fact that reads several facts: its condition's node, negated or not. Nothing is merged across it.
  case derived(Int, node: Int, holds: Bool)
}
