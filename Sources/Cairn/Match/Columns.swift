/// Rows as the matcher keeps them: each column an *and* of sets, each target true if one of its columns is.
///
/// An *or* inside a row becomes columns of its own, where they are few: *a and (b or c)* is *(a and b) or (a and c)* in Kleene's logic too,
/// and a column costs far less than a node. What would become too many stays as nodes, judged after the columns; their leaves are columns
/// behind those of the targets.
struct Columns {
  /// A set that a column asks for, or asks not to be.
  struct Use: Hashable {
    var slot: Int
    var set: Int
    var holds: Bool
  }

  /// A column with nodes left to judge.
  struct Remainder: Sendable {
    var column: Int
    var nodes: [Int]
  }

  private(set) var uses: [[Use]] = []
  private(set) var remainders: [Remainder] = []
  private(set) var ofTarget: [Range<Int>] = []
  /// Per column of a target, the target.
  private(set) var targets: [Int] = []
  /// Per node of the graph, the column of a leaf; -1 of any other node.
  private(set) var ofLeaf: [Int]

  private let rows: RowSet
  private var known: [Key: [[Use]]?] = [:]
  private var reached: Set<Int> = []

  private struct Key: Hashable {
    var node: Int
    var holds: Bool
  }

  /// Columns that one row may become, and sets that one of them may ask for through nodes.
  private static let mostColumns = 8
  private static let mostUses = 32

  init(_ rows: RowSet) {
    self.rows = rows
    ofLeaf = Array(repeating: -1, count: rows.nodes.count)
    for (target, range) in rows.targets.enumerated() {
      let first = uses.count
      for row in rows.rows[range] { append(row) }
      ofTarget.append(first..<uses.count)
      targets += repeatElement(target, count: uses.count - first)
    }
    for remainder in remainders { for node in remainder.nodes { appendLeaves(of: node) } }
  }

  /// Per word of columns, whether any of them has its target in common with a neighbour.
  var sharesTargets: [Bool] {
    var shares = Array(repeating: false, count: (targets.count + 63) / 64)
    for column in targets.indices.dropFirst() where targets[column] == targets[column - 1] {
      shares[column >> 6] = true
      shares[(column - 1) >> 6] = true
    }
    return shares
  }

  private mutating func append(_ row: RowSet.Row) {
    let own = rows.constraints[row.constraints].map { Use(slot: $0.slot, set: $0.set, holds: true) }
    guard !row.residuals.isEmpty else { return uses.append(own) }
    var alternatives = [own]
    var nodes: [Int] = []
    for residual in rows.residuals[row.residuals] {
      if let more = self.alternatives(residual.node, holds: true), let both = Self.both(alternatives, more) {
        alternatives = both
      } else {
        nodes.append(residual.node)
      }
    }
    for alternative in alternatives {
      if !nodes.isEmpty { remainders.append(Remainder(column: uses.count, nodes: nodes)) }
      uses.append(alternative)
    }
  }

  private mutating func appendLeaves(of node: Int) {
    guard reached.insert(node).inserted else { return }
    switch rows.nodes[node] {
    case .leaf(let slot, let set):
      ofLeaf[node] = uses.count
      uses.append([Use(slot: slot, set: set, holds: true)])
    case .all(let parts), .any(let parts), .atLeast(_, let parts): for part in parts { appendLeaves(of: part) }
    case .derived(_, let node, _): appendLeaves(of: node)
    }
  }

  /// A node, or its negation, as an *or* of *and*s; nil where that would be too many.
  private mutating func alternatives(_ node: Int, holds: Bool) -> [[Use]]? {
    let key = Key(node: node, holds: holds)
    if let found = known[key] { return found }
    let found: [[Use]]? =
      switch rows.nodes[node] {
      case .leaf(let slot, let set): [[Use(slot: slot, set: set, holds: holds)]]
      case .all(let parts): atLeast(holds ? parts.count : 1, parts[...], holds)
      case .any(let parts): atLeast(holds ? 1 : parts.count, parts[...], holds)
      case .atLeast(let count, let parts): atLeast(holds ? count : parts.count - count + 1, parts[...], holds)
      case .derived(_, let node, let positive): alternatives(node, holds: positive == holds)
      }
    known[key] = .some(found)
    return found
  }

  /// Either the first part and one fewer of the others, or as many of the others.
  private mutating func atLeast(_ count: Int, _ parts: ArraySlice<Int>, _ holds: Bool) -> [[Use]]? {
    if count <= 0 { return [[]] }
    guard count <= parts.count, let first = parts.first else { return [] }
    guard parts.count <= Self.mostUses, let without = atLeast(count, parts.dropFirst(), holds),
      let head = alternatives(first, holds: holds), let tail = atLeast(count - 1, parts.dropFirst(), holds),
      let with = Self.both(head, tail), with.count + without.count <= Self.mostColumns
    else { return nil }
    return with + without
  }

  /// Every one with every other; nil where that is too many or too much, or where two different sets of one slot would meet: a column
  /// would take them for one set, and nothing is merged that the normal form did not merge.
  private static func both(_ some: [[Use]], _ others: [[Use]]) -> [[Use]]? {
    guard some.count * others.count <= mostColumns else { return nil }
    var result: [[Use]] = []
    for one in some {
      for other in others {
        let uses = one + other.filter { !one.contains($0) }
        guard uses.count <= mostUses, Set(uses.map(\.slot)).count == uses.count else { return nil }
        result.append(uses)
      }
    }
    return result
  }
}
