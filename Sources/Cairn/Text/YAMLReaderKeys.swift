extension YAMLTreeBuilder {
  /// Looks at a key before it joins the tree.
  mutating func noteKey(_ event: YAMLEvent, _ record: NodeTree.Record) {
    var hasher = Hasher()
    hasher.combine(bytes: event.value)
    keys.append(Key(hash: hasher.finalize(), record: Int32(records.count)))
    let start = Int(record.start)
    if event.value.count > YAMLReader.Limit.keyBytes {
      report(.error(.tooLarge, "this key has more than 256 bytes", at: range(start, start + 1), help: "a key is a short name"))
    }
    if record.style == .plain, event.value.count == 2, lines.byte(start) == 0x3C, lines.byte(start + 1) == 0x3C {
      refuse(
        .error(
          .unsupportedYAML, "merge keys (`<<`) are not read", at: range(record),
          help: "start a profile from another with `like:`, and name conditions under `derived:`"))
    }
    if hasQuestionMark(before: start) { explicitKey(at: start) }
  }

  /// A key of the form `? key` on a line of its own.
  private func hasQuestionMark(before start: Int) -> Bool {
    var index = start - 1
    while lines.isBlank(index) { index -= 1 }
    return index < start - 1 && lines.byte(index) == 0x3F
  }

  private mutating func explicitKey(at start: Int) {
    report(.error(.unsupportedYAML, "a key is written `key: value`, without `?`", at: range(start, start + 1), help: "take the `?` away"))
  }

  mutating func complexKey(at start: Int) {
    keys.append(Key(hash: records.count, record: Int32(records.count)))
    refuse(
      .error(
        .unsupportedYAML, "a list or a mapping cannot be a key", at: range(start, start + 1),
        help: "a key is a name; conditions get theirs under `derived:`"))
  }

  /// Says where a key stands twice; the first one stays in the tree.
  mutating func checkDuplicates(_ frame: Frame) {
    let count = keys.count - frame.firstKey
    guard count > 1 else { return }
    count <= 12 ? checkDuplicatesByPairs(frame.firstKey) : checkDuplicatesBySorting(frame.firstKey)
  }

  private mutating func checkDuplicatesByPairs(_ first: Int) {
    for later in first + 1..<keys.count {
      let hash = keys[later].hash
      for earlier in first..<later where keys[earlier].hash == hash {
        duplicate(keys[later].record, of: keys[earlier].record)
        break
      }
    }
  }

  private mutating func checkDuplicatesBySorting(_ first: Int) {
    let sorted = keys[first...].sorted { ($0.hash, $0.record) < ($1.hash, $1.record) }
    var original = sorted[0]
    var found: [(later: Int32, earlier: Int32)] = []
    for key in sorted.dropFirst() {
      if key.hash == original.hash { found.append((key.record, original.record)) } else { original = key }
    }
    for pair in found.sorted(by: { $0.later < $1.later }) { duplicate(pair.later, of: pair.earlier) }
  }

  private mutating func duplicate(_ later: Int32, of earlier: Int32) {
    let (again, original) = (records[Int(later)], records[Int(earlier)])
    let name = lines.excerpt(Int(again.start)..<Int(again.end))
    guard !dropped.contains(where: { $0.contains(later) || $0.contains(earlier) }) else { return }
    report(
      .error(.duplicateKey, "the key `\(name)` stands twice in one mapping", at: range(again), help: "rename one, or join the two")
        .relating("the first `\(name)`", range(original)))
    drop(entry: later)
  }

  /// Leaves a key and its value out of the tree.
  mutating func drop(entry key: Int32) {
    let value = records[Int(key)].next
    guard Int(value) < records.count else { return }
    dropped.append(key..<records[Int(value)].next)
  }

  /// The records without the dropped entries.
  func kept() -> [NodeTree.Record] {
    var moved = [Int32](repeating: 0, count: records.count + 1)
    var gone = [Bool](repeating: false, count: records.count)
    for range in dropped { for index in range { gone[Int(index)] = true } }
    var result: [NodeTree.Record] = []
    for index in records.indices {
      moved[index] = Int32(result.count)
      if !gone[index] { result.append(records[index]) }
    }
    moved[records.count] = Int32(result.count)
    for index in result.indices { result[index].next = moved[Int(result[index].next)] }
    return result
  }
}
