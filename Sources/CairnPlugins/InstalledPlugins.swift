public import Cairn
import HomelessHealthPeerAdvocacy
import Involvement
import LinkWorker
import PeerGroup
import ServiceUserNetwork

/// The support types that ship with Cairn as Swift. Those without Swift are folders that a rulebook names under `plugins:`.
public enum InstalledPlugins {
  /// One line for each. A manifest that cannot be read leaves its type out, and a test of the package sees to it that none does.
  static let makers: [@Sendable () throws -> any SupportType] = [
    { try HomelessHealthPeerAdvocacy() },
    { try Involvement() },
    { try LinkWorker() },
    { try PeerGroup() },
    { try ServiceUserNetwork() },
  ]

  /// All of them.
  public static let all: [any SupportType] = makers.compactMap { try? $0() }
}
