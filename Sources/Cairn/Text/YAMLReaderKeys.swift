extension YAMLTreeBuilder {
  /// Looks at a key before it joins the tree.
  mutating func noteKey(_ event: YAMLEvent, _ record: NodeTree.Record) {
    keys.append(Int32(records.count))
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
    if record.style == .plain, frames.last?.isFlow == false { checkGluedBracket(start..<Int(record.end)) }
  }

  /// `when:{x: yes}` on a line of its own: to YAML the key is `when:{x`.
  private mutating func checkGluedBracket(_ key: Range<Int>) {
    guard let colon = key.first(where: { lines.byte($0) == 0x3A }), [0x7B, 0x5B].contains(lines.byte(colon + 1)),
      lines.possibleKey(before: colon) != nil
    else { return }
    refuse(
      Diagnostic.error(.missingSpace, "a space is missing behind the colon", at: range(key.lowerBound, colon + 1))
        .fixing(lines.spaced(colon, to: lines.contentEnd(colon)), range(colon + 1, colon + 1), with: " "))
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
    refuse(
      .error(
        .unsupportedYAML, "a list or a mapping cannot be a key", at: range(start, start + 1),
        help: "a key is a name; conditions get theirs under `derived:`"))
  }

  /// Says where a key stands twice; the first one stays in the tree.
  mutating func checkDuplicates(_ frame: Frame) {
    let count = keys.count - frame.firstKey
    guard count > 1 else { return }
    let found = count <= 12 ? duplicatesByPairs(frame.firstKey) : duplicatesBySorting(frame.firstKey)
    for pair in found { duplicate(pair.later, of: pair.earlier) }
  }

  private typealias Duplicate = (later: Int32, earlier: Int32)

  private func duplicatesByPairs(_ first: Int) -> [Duplicate] {
    var found: [Duplicate] = []
    for later in first + 1..<keys.count {
      if let earlier = (first..<later).first(where: { isSame(keys[later], keys[$0]) }) { found.append((keys[later], keys[earlier])) }
    }
    return found
  }

  private func isSame(_ one: Int32, _ other: Int32) -> Bool {
    let (one, other) = (records[Int(one)], records[Int(other)])
    guard one.text < 0, other.text < 0 else { return text(of: one).utf8.elementsEqual(text(of: other).utf8) }
    // Both stand as they were written. Nearly always their lengths differ already.
    guard one.end - one.start == other.end - other.start else { return false }
    let ahead = Int(other.start - one.start)
    for at in Int(one.start)..<Int(one.end) where lines.bytes[at] != lines.bytes[at + ahead] { return false }
    return true
  }

  private func text(of key: NodeTree.Record) -> String {
    if key.text >= 0 { return texts[Int(key.text)] }
    return String(decoding: lines.bytes[Int(key.start)..<Int(key.end)], as: UTF8.self)
  }

  private func duplicatesBySorting(_ first: Int) -> [Duplicate] {
    let sorted = keys[first...].map { (hash: hash(of: records[Int($0)]), record: $0) }.sorted {
      ($0.hash, $0.record) < ($1.hash, $1.record)
    }
    var original = sorted[0]
    var found: [Duplicate] = []
    for key in sorted.dropFirst() {
      if key.hash == original.hash { found.append((key.record, original.record)) } else { original = key }
    }
    return found.sorted { $0.later < $1.later }
  }

  private func hash(of key: NodeTree.Record) -> Int {
    var hasher = Hasher()
    var text = text(of: key)
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }

  private mutating func duplicate(_ later: Int32, of earlier: Int32) {
    let (again, original) = (records[Int(later)], records[Int(earlier)])
    let name = lines.excerpt(Int(again.start)..<Int(again.end))
    // Of what stands inside its mapping only whole entries were left out so far.
    guard !droppedKeys.contains(later), !droppedKeys.contains(earlier) else { return }
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
    droppedKeys.insert(key)
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
