import Synchronization

/// What tells one state of a rulebook from another: `sha256:` over path, length and bytes of each file in path order, then over the
/// support types' own hashes in the order of their ids.
///
/// Worked out when somebody first asks, and kept: a program writes it beside its advice, and whoever only reads that does not wait for it.
package final class RulebookHash: Sendable {
  private let files: RulebookFiles
  private let supports: [SupportManifest]
  private let known = Mutex<String?>(nil)

  package init(_ files: RulebookFiles, supports: [SupportManifest]) {
    self.files = files
    self.supports = supports.sorted { $0.id < $1.id }
  }

  package var text: String {
    known.withLock { known in
      let text = known ?? workedOut()
      known = text
      return text
    }
  }

  private func workedOut() -> String {
    var hash = SHA256()
    for source in files.sources {
      hash.update("\(files.shortPath(of: source))\0\(source.bytes.count)\0".utf8)
      hash.update(source.bytes)
    }
    for support in supports { hash.update("\(support.id)\0\(support.contentHash)\0".utf8) }
    return "sha256:" + hash.hexDigest()
  }
}
