import Cairn

/// What is written otherwise in two entries of one id, key by key, in the order of the newer one.
struct WrittenDifferences {
  private(set) var all: [Difference] = []

  init(_ old: Node?, _ new: Node?, leavingOut: Set<String> = []) {
    guard let old, let new else { return }
    guard old.isMapping, new.isMapping else {
      if old.isSequence, new.isSequence {
        addItems("members", old, new)
      } else if old.meaning != new.meaning {
        all.append(Difference("is", old.onOneLine, new.onOneLine))
      }
      return
    }
    let keys = new.entries.map(\.key.text) + old.entries.map(\.key.text).filter { new[$0] == nil }
    for key in keys where !leavingOut.contains(key) { add(key, old[key], new[key]) }
  }

  private mutating func add(_ key: String, _ old: Node?, _ new: Node?) {
    if key == "steps", let old, let new { return addSteps(old, new) }
    guard old?.meaning != new?.meaning else { return }
    if let old, let new, old.isSequence, new.isSequence, new.items.allSatisfy(\.isScalar) { return addItems(key, old, new) }
    if let old, let new, old.isMapping, new.isMapping, Self.hasParts.contains(key) {
      for difference in WrittenDifferences(old, new).all {
        all.append(Difference("\(key) \(difference.label)", difference.before, difference.after))
      }
      return
    }
    all.append(Difference(key, old?.onOneLine, new?.onOneLine))
  }

  /// Mappings whose keys say more apart than together.
  private static let hasParts: Set<String> = ["say", "escalate", "state", "places", "costs", "facts", "limits", "defaults", "expect"]

  /// Of a list, what came and what went.
  private mutating func addItems(_ label: String, _ old: Node, _ new: Node) {
    let (before, after) = (old.items.map(\.text), new.items.map(\.text))
    let added = after.filter { !before.contains($0) }
    let removed = before.filter { !after.contains($0) }
    guard !added.isEmpty || !removed.isEmpty else { return }
    if !added.isEmpty { all.append(Difference(label, nil, added.joined(separator: ", "))) }
    if !removed.isEmpty { all.append(Difference(label, removed.joined(separator: ", "), nil)) }
  }

  /// Steps by id; their order says which follows where nobody says more.
  private mutating func addSteps(_ old: Node, _ new: Node) {
    let (before, after) = (old.entries.map(\.key.text), new.entries.map(\.key.text))
    for step in after {
      if old[step] == nil { all.append(Difference("step \(step)", nil, new[step]?.onOneLine)) }
      for difference in WrittenDifferences(old[step], new[step]).all {
        all.append(Difference("step \(step): \(difference.label)", difference.before, difference.after))
      }
    }
    for step in before where new[step] == nil { all.append(Difference("step \(step)", old[step]?.onOneLine, nil)) }
    let kept = (before.filter { new[$0] != nil }, after.filter { old[$0] != nil })
    if kept.0 != kept.1 { all.append(Difference("order of steps", kept.0.joined(separator: ", "), kept.1.joined(separator: ", "))) }
  }
}
