/// Entries of two lists by id.
struct Pairing {
  /// Index before and after of what both have, in the order of the newer list.
  private(set) var kept: [(old: Int, new: Int)] = []
  private(set) var added: [Int] = []
  private(set) var removed: [Int] = []

  init(_ old: [String], _ new: [String]) {
    let before = Dictionary(old.enumerated().map { ($1, $0) }) { first, _ in first }
    let after = Set(new)
    for (index, id) in new.enumerated() {
      if let place = before[id] { kept.append((place, index)) } else { added.append(index) }
    }
    removed = old.indices.filter { !after.contains(old[$0]) }
  }
}
