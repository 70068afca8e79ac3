/// Why a rule is true, false or undecided for a person: its rows as they were judged, condition by condition.
package struct Explanation: Sendable {
  package var rule: Int
  package var verdict: Truth
  /// The rule is true if one of them is.
  package var rows: [Row]

  package struct Row: Sendable {
    package var verdict: Truth
    package var parts: [Part]
  }

  /// One condition of a row, or several that stand together.
  package struct Part: Sendable {
    package var truth: Truth
    package var origin: RowSet.Origin
    package var content: Content
  }

  package indirect enum Content: Sendable {
    /// A fact, and what is asked of it in words.
    case fact(Int, RowSet.Slot.Aspect, asks: String, at: SourceRange?)
    case all([Part])
    case any([Part])
    case atLeast(Int, [Part])
    /// A derived fact by index, whether it or its negation is asked for, and what it reads.
    case derived(Int, holds: Bool, Part)
  }
}

extension RuleSet {
  /// The explanation of one rule for one person. Its verdict is the matcher's.
  package func explanation(of rule: Int, _ facts: Facts) -> Explanation {
    let scan = Scan(ruleRows, facts)
    let rows = ruleRows.targets[rule].map { row in
      Explanation.Row(verdict: scan.verdict(ofRow: row), parts: parts(ofRow: row, scan))
    }
    return Explanation(rule: rule, verdict: Truth.any(rows.map(\.verdict)), rows: rows)
  }

  private func parts(ofRow index: Int, _ scan: Scan) -> [Explanation.Part] {
    let row = ruleRows.rows[index]
    let constraints = ruleRows.constraints[row.constraints].map { constraint in
      leaf(constraint.slot, constraint.set, constraint.origin, constraint.range, scan)
    }
    return constraints + ruleRows.residuals[row.residuals].map { part(ofNode: $0.node, $0.origin, scan) }
  }

  private func leaf(
    _ slot: Int, _ set: Int, _ origin: RowSet.Origin, _ range: SourceRange?, _ scan: Scan
  ) -> Explanation.Part {
    let asks = words(for: ruleRows.slots[slot], allowing: ruleRows.sets[set])
    let content = Explanation.Content.fact(ruleRows.slots[slot].fact, ruleRows.slots[slot].aspect, asks: asks, at: range)
    return Explanation.Part(truth: scan.truth(slot, set), origin: origin, content: content)
  }

  private func part(ofNode node: Int, _ origin: RowSet.Origin, _ scan: Scan) -> Explanation.Part {
    func parts(_ nodes: [Int]) -> [Explanation.Part] { nodes.map { part(ofNode: $0, origin, scan) } }
    let content: Explanation.Content
    switch ruleRows.nodes[node] {
    case .leaf(let slot, let set): return leaf(slot, set, origin, nil, scan)
    case .all(let nodes): content = .all(parts(nodes))
    case .any(let nodes): content = .any(parts(nodes))
    case .atLeast(let count, let nodes): content = .atLeast(count, parts(nodes))
    case .derived(let fact, let inner, let holds): content = .derived(fact, holds: holds, part(ofNode: inner, origin, scan))
    }
    return Explanation.Part(truth: scan.verdict(ofNode: node), origin: origin, content: content)
  }

  /// What a person knows of a fact, in words: its value, or why there is none.
  package func words(for state: Facts.State, of fact: Int, showsSensitive: Bool = false) -> String {
    let disclosure = disclosure(showsSensitive: showsSensitive)
    func known(_ value: Facts.Value, of fact: Int) -> String { self.known(value, of: fact, disclosure) }
    switch state.status {
    case .known: return known(state.value, of: fact) + (state.date == nil ? "" : ", \(state.date.map(String.init(describing:)) ?? "")")
    case .unknown: return "not known"
    case .declined: return "asked, and not answered"
    case .stale:
      let last = state.recorded.map { known($0, of: fact) } ?? "something"
      return "out of date: \(last)\(state.date.map { " on \($0)" } ?? "")"
    case .notYet: return "dated after the day of judgement\(state.date.map { ": \($0)" } ?? "")"
    }
  }

  private func known(_ value: Facts.Value, of fact: Int, _ disclosure: Disclosure) -> String {
    guard case .codes(let codes) = value else { return vocabulary.words(for: value, of: fact) ?? "not known" }
    let titles = codes.held.map { disclosure.title(ofCode: $0.code, in: language).lowercasedFirst }
    return (titles.isEmpty ? "none recorded" : titles.joinedAsList) + (codes.isPartial ? ", and perhaps others" : "")
  }
}
