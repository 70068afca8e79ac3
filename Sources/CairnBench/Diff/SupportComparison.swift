import Cairn

/// Support types by id: whom they suit, what may be asked of them, what they say.
struct SupportComparison {
  private(set) var changes: [EntryChange] = []

  init(_ old: DiffSide, _ new: DiffSide) {
    let (before, after) = (old.ruleSet.supports.map(\.manifest), new.ruleSet.supports.map(\.manifest))
    let pairing = Pairing(before.map(\.id), after.map(\.id))
    for (was, now) in pairing.kept where before[was].contentHash != after[now].contentHash {
      let differences = Self.differences(before[was], after[now])
      // Comments and layout alone change nothing.
      if !differences.isEmpty { add(after[now], new, .changed, differences) }
    }
    for index in pairing.added { add(after[index], new, .added, []) }
    for index in pairing.removed { add(before[index], old, .removed, []) }
  }

  private mutating func add(_ manifest: SupportManifest, _ side: DiffSide, _ kind: ChangeKind, _ differences: [Difference]) {
    changes.append(
      EntryChange(
        section: "support-types", id: manifest.id, title: manifest.title.text(in: side.language), kind: kind, differences: differences))
  }

  /// Key by key of `support.yaml`, then the texts by verb and language.
  private static func differences(_ before: SupportManifest, _ after: SupportManifest) -> [Difference] {
    var differences = WrittenDifferences(before.written, after.written).all
    let keys = (after.texts + before.texts).map(\.key)
    var seen: Set<String> = []
    for key in keys where seen.insert(key).inserted {
      let (was, now) = (before.texts.first { $0.key == key }, after.texts.first { $0.key == key })
      if was?.person != now?.person { differences.append(Difference("\(key), to the person", was?.person, now?.person)) }
      if was?.practitioner != now?.practitioner {
        differences.append(Difference("\(key), to the practitioner", was?.practitioner, now?.practitioner))
      }
    }
    return differences
  }
}

extension SupportManifest {
  /// The manifest as it was written; nil of one that was made in Swift.
  fileprivate var written: Node? { declaredAt.flatMap { YAMLReader.read($0.source).tree?.root } }
}

extension SupportText {
  /// `refer (en)`.
  fileprivate var key: String { "\(verb.rawValue) (\(language))" }
}
