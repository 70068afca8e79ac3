import Synchronization

/// Lists of names in which many words are looked for, each list folded once.
///
/// Of a file with thousands of unknown names a screen shows a hundred: after so many looks at a list no more words are looked for in it, and
/// their messages ask no `did you mean`.
package final class NearestIndex: Sendable {
  package enum List: Hashable, Sendable {
    case concepts, conceptsAndSets, conditions, supports, areas, facts, profiles, pathways, steps, services, safeguards, rules, offers
  }

  private struct Kept {
    var names: NearestNames
    /// A list grows and never shrinks, so its length tells whether it is still the same.
    var count: Int
    var looksLeft: Int
  }

  private let kept = Mutex<[List: Kept]>([:])
  /// Names that may be looked at, over all the words looked for in one list.
  private let looks: Int

  package init(looks: Int = 20_000_000) { self.looks = looks }

  /// The name that was most likely meant by a word.
  ///
  /// - Parameter count: how many names the list has.
  package func nearest(_ word: String, in list: List, of count: Int, _ names: () -> some Sequence<String>) -> String? {
    kept.withLock { kept in
      if kept[list]?.count != count {
        // What is no id itself is never offered; services have ids of their own directory.
        let offered = NearestNames(names().lazy.filter { list == .services || Identifier.isValid($0) })
        kept[list] = Kept(names: offered, count: count, looksLeft: kept[list]?.looksLeft ?? looks)
      }
      guard let index = kept[list]?.names, kept[list].map({ $0.looksLeft > 0 }) == true else { return nil }
      kept[list]?.looksLeft -= count
      return index.nearestID(to: word)
    }
  }
}
