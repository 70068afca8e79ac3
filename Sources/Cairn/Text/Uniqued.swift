extension Collection where Element: Hashable {
  /// Each element once, where it came first.
  package func uniqued() -> [Element] {
    // Few are compared faster than hashed, and what a rule names is few.
    if count <= 4 { return reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
