extension Matcher {
  /// Columns that nothing denies, and that have nodes left to judge.
  func settleRemainders(into verdicts: inout Verdicts) {
    for index in remainders.indices {
      let column = columnOfRemainder[index]
      var truth = verdicts.truth(ofColumn: column)
      for place in remainders[index] where truth != .no {
        let judged = self.truth(ofNode: remainders.elements[place], &verdicts)
        if judged.rawValue < truth.rawValue { truth = judged }
      }
      verdicts.set(column: column, truth)
    }
  }

  private func truth(ofNode node: Int, _ verdicts: inout Verdicts) -> Truth {
    if columnOfLeaf[node] >= 0 { return verdicts.truth(ofColumn: columnOfLeaf[node]) }
    if let known = verdicts.truth(ofNode: node) { return known }
    let truth: Truth
    switch rows.nodes[node] {
    case .leaf: truth = .unknown
    case .all(let parts): truth = all(parts, &verdicts)
    case .any(let parts): truth = any(parts, &verdicts)
    case .atLeast(let count, let parts): truth = atLeast(count, parts, &verdicts)
    case .derived(_, let node, let holds):
      let inner = self.truth(ofNode: node, &verdicts)
      truth = holds ? inner : inner.negated
    }
    verdicts.set(node: node, truth)
    return truth
  }

  private func all(_ parts: [Int], _ verdicts: inout Verdicts) -> Truth {
    var result = Truth.yes
    for part in parts {
      let truth = truth(ofNode: part, &verdicts)
      if truth == .no { return .no }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  private func any(_ parts: [Int], _ verdicts: inout Verdicts) -> Truth {
    var result = Truth.no
    for part in parts {
      let truth = truth(ofNode: part, &verdicts)
      if truth == .yes { return .yes }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  private func atLeast(_ count: Int, _ parts: [Int], _ verdicts: inout Verdicts) -> Truth {
    var yes = 0
    var open = 0
    for part in parts {
      let truth = truth(ofNode: part, &verdicts)
      if truth == .yes { yes += 1 }
      if truth == .unknown { open += 1 }
    }
    return yes >= count ? .yes : yes + open >= count ? .unknown : .no
  }
}
