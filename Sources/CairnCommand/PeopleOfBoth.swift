import Cairn
import CairnBench

/// People as both rulebooks of a comparison read them. What one of the two does not know it leaves out; a person is spoiled by a mistake
/// that both find.
struct PeopleOfBoth {
  let old, new: DiffSide
  private(set) var people: [(old: Profile, new: Profile)] = []
  /// People who say something that only one of the two knows.
  private(set) var readInPart = 0

  init(_ sides: DiffSides) { (old, new) = (sides.old, sides.new) }

  mutating func read(_ tree: NodeTree) -> (people: Int, spoiled: [Diagnostic]) {
    let (before, after) = (old.rulebook.readProfiles(tree: tree), new.rulebook.readProfiles(tree: tree))
    let found = [before, after].map { Set($0.diagnostics.filter { $0.severity == .error }.map(Mistake.init)) }
    let shared = after.diagnostics.filter { found[0].contains(Mistake($0)) && found[1].contains(Mistake($0)) }
    var taken: Set<Range<Int>> = []
    var spoiled: [Diagnostic] = []
    let byID = Dictionary(before.profiles.map { ($0.id, $0) }) { first, _ in first }
    for profile in after.profiles {
      let range = profile.declaredAt.map { $0.start..<max($0.start, $0.end) } ?? 0..<0
      if let mistake = shared.first(where: { range.contains($0) }) {
        taken.insert(range)
        spoiled.append(mistake)
        continue
      }
      people.append((byID[profile.id] ?? profile, profile))
      if (before.diagnostics + after.diagnostics).contains(where: { range.contains($0) }) { readInPart += 1 }
    }
    // What is no profile at all is a person lost, too.
    let lost = shared.filter { mistake in !taken.contains { $0.contains(mistake) } }
    return (after.profiles.count + lost.count, spoiled + lost)
  }

  /// What a mistake is and where, whichever rulebook finds it.
  private struct Mistake: Hashable {
    var code: DiagnosticCode
    var offsets: Range<Int>?

    init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      offsets = diagnostic.location?.offsets
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ diagnostic: Diagnostic) -> Bool { diagnostic.location.map { contains($0.offsets.lowerBound) } ?? false }
}
