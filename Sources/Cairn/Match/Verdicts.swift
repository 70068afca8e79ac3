/// What a matcher found for one person: two bits a column, and the targets that are not false. Made once and used again and again, so
/// that evaluation allocates nothing.
package struct Verdicts: ~Copyable, Sendable {
  /// The targets that are true, in order.
  package internal(set) var firing: Scratch<Int>
  /// The targets of which it is not known whether they are, in order.
  package internal(set) var undecided: Scratch<Int>

  /// Columns that are false.
  var no: Scratch<UInt64>
  /// Columns that wait for something; of a false one it says nothing.
  var open: Scratch<UInt64>
  /// Lanes that the person's values select, by their first word: of columns that are false, and of columns that wait.
  private(set) var denying: Scratch<Int>
  private(set) var waiting: Scratch<Int>
  /// Lanes among which a value known only in part lies.
  private(set) var spread: Scratch<Spread>

  /// Per comparison of codes its truth: its fact's usual one, but of those that are noted.
  private(set) var codeTruths: Scratch<Truth>
  private var usual: Scratch<Truth>
  private(set) var noted: Scratch<Note>

  /// Per node of the graph its truth, where the stamp is the current evaluation's.
  private var nodeTruths: Scratch<Truth>
  private var stamps: Scratch<UInt32>
  private var stamp: UInt32 = 0

  struct Spread: BitwiseCopyable {
    var first: Int
    var last: Int
  }

  struct Note: BitwiseCopyable {
    var comparison: Int
    var usual: Truth
  }

  init(_ matcher: Matcher) {
    let groups = matcher.lanes.groups.count
    firing = Scratch(capacity: matcher.columnsOfTarget.count)
    undecided = Scratch(capacity: matcher.columnsOfTarget.count)
    no = Scratch(repeating: 0, count: matcher.lanes.words)
    open = Scratch(repeating: 0, count: matcher.lanes.words)
    denying = Scratch(capacity: groups)
    waiting = Scratch(capacity: groups)
    spread = Scratch(capacity: groups)
    noted = Scratch(capacity: matcher.codes.comparisonCount)
    codeTruths = Scratch(repeating: .unknown, count: matcher.codes.comparisonCount)
    usual = Scratch(repeating: .unknown, count: matcher.codes.facts.count)
    nodeTruths = Scratch(repeating: .unknown, count: matcher.columnOfLeaf.count)
    stamps = Scratch(repeating: 0, count: matcher.columnOfLeaf.count)
  }

  /// Forgets the last evaluation and keeps its storage.
  mutating func begin() {
    forgetLanes()
    spread.removeAll()
    stamp &+= 1
    if stamp == 0 {
      for index in 0..<stamps.count { stamps[index] = 0 }
      stamp = 1
    }
  }

  mutating func forgetLanes() {
    denying.removeAll()
    waiting.removeAll()
  }

  @inline(__always)
  mutating func select(_ lane: Int, _ lanes: borrowing Lanes) {
    let offset = lanes.offsets[lane]
    if offset >= 0 { denying.append(offset) }
  }

  @inline(__always)
  mutating func selectUnknown(_ group: Lanes.Group, _ lanes: borrowing Lanes) {
    select(group.always, lanes)
    let waits = lanes.offsets[group.always &+ 1]
    if waits >= 0 { waiting.append(waits) }
  }

  mutating func selectSome(from first: Int, to last: Int) { spread.append(Spread(first: first, last: last)) }

  /// Gives all comparisons of a fact one truth, where they do not have it from the last person.
  mutating func expect(_ truth: Truth, _ fact: CodeColumns.Fact, _ index: Int) {
    guard usual[index] != truth else { return }
    usual[index] = truth
    for comparison in fact.comparisons { codeTruths[comparison] = truth }
  }

  /// Notes the truth of a comparison, the greatest where several of the person's codes speak.
  mutating func note(_ comparison: Int, _ truth: Truth, instead usual: Truth) {
    let before = codeTruths[comparison]
    if before == usual { noted.append(Note(comparison: comparison, usual: usual)) }
    if truth.rawValue > before.rawValue { codeTruths[comparison] = truth }
  }

  mutating func forgetNoted() {
    for index in 0..<noted.count { codeTruths[noted[index].comparison] = noted[index].usual }
    noted.removeAll()
  }

  @inline(__always)
  func truth(ofColumn column: Int) -> Truth {
    let bit = UInt64(1) << UInt64(column & 63)
    if no[column >> 6] & bit != 0 { return .no }
    return open[column >> 6] & bit != 0 ? .unknown : .yes
  }

  @inline(__always)
  mutating func set(column: Int, _ truth: Truth) {
    let bit = UInt64(1) << UInt64(column & 63)
    no[column >> 6] = truth == .no ? no[column >> 6] | bit : no[column >> 6] & ~bit
    open[column >> 6] = truth == .unknown ? open[column >> 6] | bit : open[column >> 6] & ~bit
  }

  /// A node's truth if it was judged in this evaluation.
  func truth(ofNode node: Int) -> Truth? { stamps[node] == stamp ? nodeTruths[node] : nil }

  mutating func set(node: Int, _ truth: Truth) {
    nodeTruths[node] = truth
    stamps[node] = stamp
  }
}
